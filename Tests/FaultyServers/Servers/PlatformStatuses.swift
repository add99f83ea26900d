import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers of the Platform API whose status is wrong.
  static let platformStatuses: [FaultyServer] = [
    FaultyServer(
      "forbidden-without-token",
      "Document 003: authentication is required; without it the answer is 401.",
      of: "platform",
      ["platform/connections.status-update/*/header-*", "platform/*/verb/get"],
      breaks: "status-is-declared",
      at: "response status",
      as: .assumption
    ) { answer, _ in if answer.status == 401 { answer.setStatus(403) } },
    FaultyServer(
      "unknown-connection-is-cancelled",
      "Document 003: ConnectionId names the connection to be updated.",
      of: "platform",
      ["platform/connections.status-update/*/parameter-*", "platform/*/refusal/*"],
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { answer, _ in
      if answer.status == 404 { answer.become(200, "application/json; charset=utf-8", "{}") }
    },
    FaultyServer(
      "required-parameter-may-be-left-out",
      "Documents 002, 003: the Guids are required.",
      of: "platform",
      ["platform/*/parameter-missing/*id"],
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      if answer.text.contains("NotEmpty") {
        answer.become(200, "application/json; charset=utf-8", "{}")
      }
    },
    FaultyServer(
      "word-is-taken-for-a-number",
      "Document 002: PageNumber, PageSize and SortIndex are integers.",
      of: "platform",
      ["platform/contacts.connections/parameter-invalid/page*"],
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { request in
      var request = request.replacing("=abc", with: "=1")
      let form = String(decoding: request.body, as: UTF8.self)
      request.body = Array(form.replacing("=abc", with: "=1").utf8)
      return request
    },
    FaultyServer(
      "patch-is-not-served",
      "Documents 002, 003: the routes answer all verbs.",
      of: "platform",
      ["platform/connections.status-update/cancel/verb/*", "platform/*/verb/patch"],
      breaks: "status-is-declared",
      at: "response status"
    ) { answer, request in
      if request.method == "PATCH" { answer.become(405, "text/plain", "No PATCH") }
    },
    FaultyServer(
      "delete-is-not-found",
      "Document 003: the routes answer all verbs.",
      of: "platform",
      ["platform/connections.status-update/*/verb/*"],
      breaks: "status-is-expected",
      at: "response status"
    ) { answer, request in
      if request.method == "DELETE" { answer.become(404, "text/plain", "404") }
    },
  ]
}
