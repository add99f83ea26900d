import AccordModel
import AccordSchema

extension Baseline {
  /// The version of the document's shape.
  package static let schemaVersion = 2

  /// How a baseline of another version is renewed.
  static let renewal = """
    Make it anew: move the file away, run `accord verify --report json=run.json`, then `accord \
    baseline run.json --update --reason "…"`, and take over the reasons, tickets and days.
    """

  /// The name of the file that it usually is written to.
  package static let fileName = "accord-baseline.json"

  /// Reads a baseline.
  ///
  /// Throws ``BaselineError`` at the first value that is not one of a baseline, and
  /// `JSONSyntaxError` for a text that is not JSON. A member of another name is refused, because
  /// a misspelt expiry would be no expiry.
  package init(parsing bytes: [UInt8]) throws {
    let document = try JSONDocument(parsing: bytes)
    do throws(RunRecordError) {
      self = try Self.read(RecordedValue(json: document.root.value, pointer: .root))
    } catch {
      throw BaselineError(
        pointer: error.pointer,
        expected: error.expected,
        found: error.found,
        advice: error.advice
      )
    }
  }

  private static func read(_ value: RecordedValue) throws(RunRecordError) -> Baseline {
    try value.requireVersion(schemaVersion, of: "document", renewal: renewal)
    try value.allow(["schemaVersion", "entries"])
    var seen: Set<Key> = []
    return Baseline(
      try value.list("entries") { value throws(RunRecordError) in
        let entry = try Entry(value)
        guard seen.insert(entry.key).inserted else {
          throw RunRecordError(
            pointer: value.pointer,
            expected: "each violation once",
            found: "one that is listed before"
          )
        }
        return entry
      }
    )
  }

  /// The baseline as JSON: sorted by case, rule, place and fingerprint, so that a change of it is
  /// a small one.
  package var text: String {
    let sorted = entries.sorted { left, right in
      if left.testCase != right.testCase { return left.testCase < right.testCase }
      for (left, right) in [
        (left.rule, right.rule), (left.place, right.place), (left.fingerprint, right.fingerprint),
      ] where !left.utf8.elementsEqual(right.utf8) {
        return left.utf8.lexicographicallyPrecedes(right.utf8)
      }
      return false
    }
    let document: JSON = [
      "schemaVersion": .count(Self.schemaVersion), "entries": sorted.json,
    ]
    return document.text(indented: true) + "\n"
  }
}

extension Baseline.Entry: EncodedValue {
  var json: JSON { .object(encoded) }

  /// The members of the stored entry.
  var encoded: [JSONMember] {
    [
      JSONMember("case", .string(testCase.description)),
      JSONMember("rule", .string(rule)),
      JSONMember("place", .string(place)),
      JSONMember("fingerprint", .string(fingerprint)),
      JSONMember("members", .texts(members)),
      JSONMember("reason", .string(reason)),
      JSONMember("ticket", .text(ticket)),
      JSONMember("expiry", .text(expiry?.description)),
    ]
  }

  /// The names of the members.
  static let names = [
    "case", "rule", "place", "fingerprint", "members", "reason", "ticket", "expiry",
  ]

  init(_ value: RecordedValue, isAlone: Bool = true) throws(RunRecordError) {
    let expiry = try value.text("expiry")
    let day = expiry.flatMap { CalendarDay($0) }
    guard expiry == nil || day != nil else {
      throw try value.member("expiry").unexpected("a day such as \"2026-01-31\", or null")
    }
    self.init(
      rule: try value.string("rule"),
      testCase: CaseID(try value.string("case")),
      place: try value.string("place"),
      fingerprint: try value.string("fingerprint"),
      members: try value.texts("members"),
      reason: try value.string("reason"),
      ticket: try value.text("ticket"),
      expiry: day
    )
    guard isAlone else { return }
    try value.allow(Self.names)
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw try value.member("reason").unexpected("why the violation is put up with")
    }
  }
}

extension RecordedValue {
  /// Refuses members of other names.
  fileprivate func allow(_ names: [String]) throws(RunRecordError) {
    for member in json.members ?? [] where !names.contains(member.key) {
      throw RunRecordError(
        pointer: pointer.appending(member.key),
        expected: "no member of that name",
        found: "one"
      )
    }
  }
}
