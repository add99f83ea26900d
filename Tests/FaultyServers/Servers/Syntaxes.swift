import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers whose bodies cannot be read, or not by everybody.
  static let syntaxes: [FaultyServer] = [
    unreadable("trailing-comma") { $0.replacing("}", with: ",}") },
    unreadable("name-twice") { $0.replacing("{", with: #"{"errorCode":0,"#) },
    unreadable("byte-order-mark") { "\u{FEFF}" + $0 },
    unreadable("comment-in-json") { "/* success */" + $0 },
    unreadable("single-quotes") { $0.replacing("\"", with: "'") },
    unreadable("two-values") { $0 + $0 },
    unreadable("not-a-number") { $0.replacing(":0", with: ":NaN") },
    unreadable("leading-zero") { $0.replacing(":0", with: ":00") },
    unreadable("cut-off") { String($0.dropLast()) },
    unreadable("nothing") { _ in "" },
    FaultyServer(
      "error-cut-off",
      "Document 001: an error is JSON by its Content-Type, which RFC 8259 defines.",
      of: "interact",
      ["interact/connections.accept-reject/*/header-missing/*"],
      breaks: "body-is-well-formed",
      at: "response body"
    ) { answer, _ in answer.setText(String(answer.text.dropLast(4))) },
    FaultyServer(
      "error-cut-off-after-its-first-member",
      "Document 002: what an error is written in is left open, and it says that it is JSON.",
      of: "platform",
      ["platform/*/parameter-invalid/*/not-a-guid"],
      breaks: "body-is-well-formed",
      at: "response body"
    ) { answer, _ in
      if answer.status == 400, answer.isJSON { answer.setText(#"{"a":"#) }
    },
    FaultyServer(
      "not-utf-8",
      "RFC 8259: JSON that is exchanged is in UTF-8.",
      of: "interact",
      breaks: "body-is-well-formed",
      at: "response body"
    ) { answer, request in
      guard request.isTo("/connections/"), answer.isSuccess else { return }
      let end = Array(#"","errorMsg":""}"#.utf8)
      answer.setBody(Array(#"{"errorCode":0,"x":""#.utf8) + [0xE9] + end)
    },
  ]

  private static func unreadable(
    _ name: String,
    _ edit: @escaping @Sendable (String) -> String
  ) -> FaultyServer {
    FaultyServer(
      name,
      "Document 001: the answer is JSON, which RFC 8259 defines.",
      of: "interact",
      breaks: "body-is-well-formed",
      at: "response body"
    ) { answer, request in
      if request.isTo("/connections/"), answer.isSuccess { answer.setText(edit(answer.text)) }
    }
  }
}
