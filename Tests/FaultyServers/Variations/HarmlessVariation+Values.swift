import Accord
@testable import AccordMocking

extension HarmlessVariation {
  /// Other values that mean the same, or of which the documents leave the choice.
  static let values: [HarmlessVariation] = [
    .answers("errors-in-other-words", "A detail may follow the text.", of: "interact") {
      if !$0.isSuccess { $0.varyMember("errorMsg") { _ in "Nope: no consent with id 10000" } }
    },
    .answers(
      "connections-in-other-words",
      "Document 000: the sample has another text for status 1 than the list.",
      of: "interact"
    ) { answer in
      answer.varyMember("connectionMessage") { text in
        text == "Connection successful." ? "Successfully connected..." : text
      }
    },
    .answers("other-connection-status", "Document 000: 1, 2 and 3 come with 200.", of: "interact") {
      $0.varyMember("connectionStatus") { _ in 3 }
      $0.varyMember("connectionMessage") { _ in
        "Connection unsuccessful.\n\nPlease contact Smith, Jones & Co. for more information."
      }
    },
    .answers("other-unknown-codes", "Its code is not known: any that is free.", of: "interact") {
      $0.varyMember("errorCode") { code in
        let number = code.number?.int ?? 0
        return number >= 9_000 ? .number(JSONNumber(number + 70_000)) : code
      }
    },
    .answers("unknown-errors-with-409", "Its status is not known: 400 to 499.", of: "interact") {
      answer in
      if let code = answer.json?["errorCode"]?.number?.int, code >= 9_000 { answer.status = 409 }
    },
    .answers("more-about-the-error", "The documents do not exclude it.", of: "interact") {
      if !$0.isSuccess { $0.varyObjects { $0 + [JSONMember("exception", "WSException")] } }
    },
    .answers("unauthorized-without-a-body", "ServiceStack may answer an empty 401.", of: "platform")
    { answer in
      guard answer.status == 401 else { return }
      answer.removeField("Content-Type")
      answer.setBody([])
    },
    .answers("another-validator", "The code is the validator's.", of: "platform") { answer in
      answer.setBody(Array(answer.text.replacing("NotEmpty", with: "NotNull").utf8))
    },
    .answers("no-stack-trace", "Document 003: optional members.", of: "platform") { answer in
      guard !answer.isSuccess else { return }
      answer.varyObjects { $0.filter { !["StackTrace", "Meta"].contains($0.key) } }
    },
    .answers(
      "success-with-a-status-of-nulls",
      "A null ErrorCode is success.",
      of: "platform",
      ["platform/connections.status-update/*"]
    ) { answer in
      guard answer.isSuccess else { return }
      answer.varyMember("ResponseStatus") { _ in
        ["ErrorCode": nil, "Message": nil, "StackTrace": nil, "Errors": nil]
      }
    },
    .answers("guids-in-upper-case", "RFC 9562 section 4.", of: "platform") { answer in
      // ContactTypeId is among them: it is declared as a string and read as a Guid.
      answer.varyObjects { members in
        members.map { JSONMember($0.key, $0.value.upperGUID) }
      }
    },
    .answers("dates-in-iso-8601", "ServiceStack: DateHandler.ISO8601.", of: "platform") {
      $0.varyDates { $0.rfc3339 }
    },
    .answers("dates-without-a-zone", "ServiceStack: a date of no kind has no zone.", of: "platform")
    {
      $0.varyDates { String($0.rfc3339.dropLast()) }
    },
    .answers("dates-without-a-zone-in-milliseconds", "ServiceStack adds -0000.", of: "platform") {
      $0.varyDates { "/Date(\($0.milliseconds)-0000)/" }
    },
    .answers(
      "dates-of-a-host-in-sydney",
      "A date of no kind is in its host's zone.",
      of: "platform"
    ) {
      $0.varyDates { "/Date(\($0.milliseconds - 11 * 3_600_000)-0000)/" }
      $0.varyXML { $0.replacing("Z</d1:FromDate>", with: "</d1:FromDate>") }
    },
    .answers("dates-in-milliseconds-with-offset", "ServiceStack may add an offset.", of: "platform")
    {
      $0.varyDates { "/Date(\($0.milliseconds)+1000)/" }
    },
    .answers("dates-with-a-fraction-and-offset", "The same instant.", of: "platform") {
      $0.varyDates { date in
        var later = date
        later.seconds += 36_000
        later.ticks = 0
        let digits = String(date.ticks)
        let fraction = String(repeating: "0", count: 7 - digits.count) + digits
        return "\(later.rfc3339.dropLast()).\(fraction)+10:00"
      }
    },
    .answers("no-optional-member", "Document 002: not required.", of: "platform") {
      $0.varyObjects { $0.filter { $0.key != "IsConnectionRequest" } }
    },
  ]
}

extension JSON {
  /// A Guid in upper case; every other value as it is.
  fileprivate var upperGUID: JSON {
    guard let text = string, text.utf8.count == 36, text.contains("-4000-8000-") else {
      return self
    }
    return .string(text.uppercased())
  }
}

extension MockAnswer {
  /// Changes a member of the outermost object of a body in JSON or JSON Lines.
  fileprivate mutating func varyMember(_ name: String, _ edit: (JSON) -> JSON) {
    varyValue { value in
      guard let old = value[name] else { return value }
      return value.replacing(edit(old), at: JSONPointer(tokens: [name])) ?? value
    }
  }

  /// Changes the members of a name, wherever they are.
  fileprivate mutating func varyMembers(_ name: String, _ edit: (JSON) -> JSON) {
    varyObjects { $0.map { $0.key == name ? JSONMember(name, edit($0.value)) : $0 } }
  }

  /// Writes the dates of connections in another way.
  fileprivate mutating func varyDates(_ write: (Timestamp) -> String) {
    varyMembers("FromDate") { value in
      guard let date = value.string.flatMap({ TimestampReader.any($0) }) else { return value }
      return .string(write(date))
    }
  }
}

extension Timestamp {
  /// The milliseconds since 1970.
  fileprivate var milliseconds: Int { seconds * 1_000 + ticks / 10_000 }
}
