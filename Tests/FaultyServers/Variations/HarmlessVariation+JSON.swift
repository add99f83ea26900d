import Accord
@testable import AccordMocking

extension HarmlessVariation {
  /// The same JSON, written in another way.
  static let json: [HarmlessVariation] = jsonOfBoth.flatMap(\.self) + jsonOfPlatform

  private static let jsonOfBoth: [[HarmlessVariation]] = [
    everywhere("members-in-another-order", "RFC 8259 section 4: members have no order.") { answer in
      answer.varyObjects { members in members.reversed() }
    },
    everywhere("members-that-nobody-knows", "The documents do not exclude further members.") {
      answer in
      answer.varyObjects { members in members + [unknownMember] }
    },
    everywhere("indented", "RFC 8259 section 2: white space may stand between tokens.") { answer in
      if let value = answer.json { answer.setBody(value.bytes(indented: true)) }
    },
    everywhere("white-space-around", "RFC 8259 section 2: white space may surround a value.") {
      answer in
      answer.varyText { text in "\r\n\t \(text) \n\n" }
    },
    everywhere("escaped-characters", "RFC 8259 section 7: any character may be escaped.") {
      answer in
      if let value = answer.json { answer.setBody(Array(value.escapedText.utf8)) }
    },
    everywhere("escaped-slashes", "RFC 8259 section 7: a slash may be escaped.") { answer in
      answer.varyText { text in
        // The mock escapes the slashes of dates, as ServiceStack does.
        text.replacing("\\/", with: "/").replacing("/", with: "\\/")
          .replacing("e\":", with: "\\u0065\":")
      }
    },
    everywhere("numbers-with-a-fraction", "RFC 8259 section 6: 1.0 is 1.") { answer in
      answer.varyScalars { value in respelled(value, ending: ".0") }
    },
    everywhere("numbers-with-an-exponent", "RFC 8259 section 6: 10e-1 is 1.") { answer in
      answer.varyScalars { value in respelled(value, ending: "0e-1") }
    },
  ]

  private static let unknownMember = JSONMember("accordExtra", ["depth": [1, nil, "two"]])

  /// The number with an ending that does not change it.
  private static func respelled(_ value: JSON, ending: String) -> JSON {
    guard let text = value.number?.text, let number = JSONNumber(text + ending) else {
      return value
    }
    return .number(number)
  }

  private static let jsonOfPlatform: [HarmlessVariation] = [
    .answers("slashes-as-they-are", "RFC 8259 section 7: a slash needs none.", of: "platform") {
      answer in answer.varyText { $0.replacing("\\/", with: "/") }
    },
    .answers("nulls-are-left-out", "ServiceStack leaves null members out.", of: "platform") {
      answer in
      answer.varyObjects { members in members.filter { !$0.value.isNull } }
    },
    .answers(
      "rows-end-with-a-line-end",
      "JSON Lines: the last line may have an end.",
      of: "platform"
    ) { answer in
      if answer.isJSONLines { answer.setBody(answer.body + [0x0A]) }
    },
    .answers(
      "rows-end-with-cr-lf",
      "JSON Lines: white space around a value is ignored.",
      of: "platform"
    ) { answer in
      if answer.isJSONLines { answer.setBody(answer.body + [0x0D, 0x0A]) }
    },
    .answers(
      "connection-by-connection",
      "ServiceStack writes a list row by row, or the answer as one row.",
      of: "platform"
    ) { answer in
      guard answer.isJSONLines, let value = try? JSONDocument(parsing: answer.body).root.value,
        let list = value["Connections"]?.elements, !list.isEmpty
      else { return }
      answer.setBody(list.flatMap { $0.bytes() + [0x0A] })
    },
  ]
}
