import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let jsvLists = ["platform/contacts.connections/format/jsv/*"]
  private static let connection = "response body /Connections/"

  /// Servers whose JSV cannot be read, or is not what their pages promise.
  static let texts: [FaultyServer] = [
    jsv("jsv-brace-is-missing", breaks: "body-is-well-formed", at: "response body") {
      String($0.dropLast())
    },
    jsv("jsv-quote-is-not-closed", breaks: "body-is-well-formed", at: "response body") {
      $0.replacing("TotalConnections:", with: "TotalConnections:\"")
    },
    jsv("jsv-comma-is-missing", breaks: "body-is-well-formed", at: "response body") {
      $0.replacing(",TotalConnections", with: "TotalConnections")
    },
    jsv("jsv-name-twice", breaks: "body-is-well-formed", at: "response body") {
      $0.replacing("{Connections", with: "{TotalConnections:1,Connections")
    },
    jsv("jsv-bracket-without-quotes", breaks: "body-is-well-formed", at: "response body") {
      $0.replacing("Sally Citizen", with: "Sally [Citizen]")
    },
    jsv("jsv-two-values", breaks: "body-is-well-formed", at: "response body") { $0 + $0 },
    jsv("jsv-is-empty", breaks: "body-is-well-formed", at: "response body") { _ in "" },
    jsv("jsv-total-is-a-word", breaks: "body-matches-schema", at: "response body /Total") {
      $0.replacing("TotalConnections:", with: "TotalConnections:n")
    },
    jsv("jsv-member-of-another-name", breaks: "body-matches-schema", at: connection) {
      $0.replacing(",Contact:", with: ",Person:")
    },
    jsv("jsv-word-for-a-boolean", breaks: "body-matches-schema", at: connection) {
      $0.replacing("IsIncoming:False", with: "IsIncoming:No")
    },
    jsv("jsv-text-for-an-object", breaks: "body-matches-schema", at: connection) {
      $0.replacing(",Contact:{", with: ",Contact:nobody,Person:{")
    },
    jsv("jsv-object-for-a-list", breaks: "body-matches-schema", at: "response body /Connections") {
      _ in "{Connections:{},TotalConnections:0}"
    },
    FaultyServer(
      "json-with-the-label-of-jsv",
      "Documents 002, 003: the body is in the format asked for.",
      of: "platform",
      ["platform/connections.status-update/*/format/jsv/query"],
      breaks: "body-matches-schema",
      at: "response body /ResponseStatus",
      playing: { request, mock in
        var answer = mock(withoutSuffix(request).asking("format", "json"))
        answer.setField("Content-Type", "application/jsv")
        return answer
      }
    ),
    jsvMeaning("jsv-means-another-name", at: "response body /Connections/0/RequestorContactName") {
      $0.replacing("Sally Citizen", with: "S. Citizen")
    },
    jsvMeaning("jsv-means-another-answer", at: "response body /Connections/0/IsIncoming") {
      $0.replacing("IsIncoming:False", with: "IsIncoming:True")
    },
    jsvMeaning("jsv-loses-a-name", at: "response body /Connections/0/RequestorRoleName") {
      $0.replacing("RequestorRoleName:Licensee,", with: "")
    },
    jsvMeaning("jsv-loses-the-connections", at: "response body /Connections/0") {
      $0.replacing("{Connections:[", with: "{Connections:[],Items:[")
    },
    FaultyServer(
      "jsv-error-of-another-name",
      "Document 003: an error has its name, in every format.",
      of: "platform",
      ["platform/*/format/jsv/refusal/parameter-unknown/*"],
      breaks: "wrong-request-is-refused",
      "error-name",
      at: "response",
      as: nil,
      because: "What names a missing credential refuses no other mistake."
    ) { answer, _ in
      answer.editJSV { $0.replacing("ErrorCode:NotFound", with: "ErrorCode:Unauthorized") }
    },
  ]

  private static func jsv(
    _ name: String,
    breaks rule: String,
    at place: String,
    _ edit: @escaping @Sendable (String) -> String
  ) -> FaultyServer {
    FaultyServer(
      name,
      "Document 002: the answer is JSV, as ServiceStack describes it.",
      of: "platform",
      jsvLists,
      breaks: rule,
      at: place
    ) { answer, _ in if answer.isSuccess { answer.editJSV(edit) } }
  }

  private static func jsvMeaning(
    _ name: String,
    at place: String,
    _ edit: @escaping @Sendable (String) -> String
  ) -> FaultyServer {
    FaultyServer(
      name,
      "Document 002: the answer is the same in every format.",
      of: "platform",
      ["platform/contacts.connections/relation/formats-agree/json-jsv"],
      breaks: "formats-agree",
      at: place,
      as: .assumption
    ) { answer, _ in if answer.isSuccess { answer.editJSV(edit) } }
  }
}
