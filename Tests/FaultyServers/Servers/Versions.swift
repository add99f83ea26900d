import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers that mix versions up.
  static let versions: [FaultyServer] = [
    FaultyServer(
      "absent-version-is-refused",
      "Document 001: no version means version 1.",
      of: "interact",
      breaks: "version-is-honoured",
      at: "response status"
    ) { answer, request in
      guard answer.isSuccess, request.isTo("/connections/"), !request.isTo("/v2"),
        !request.isTo("version=")
      else { return }
      answer.become(400, "application/json", #"{"errorCode":1002,"errorMsg":"Which version?"}"#)
    },
    FaultyServer(
      "absent-version-is-not-found",
      "Document 001: no version means version 1.",
      of: "interact",
      breaks: "version-is-honoured",
      at: "response status"
    ) { answer, request in
      guard answer.isSuccess, request.isTo("/connections/"), !request.isTo("/v2"),
        !request.isTo("version=")
      else { return }
      answer.become(404, "text/plain", "404")
    },
    FaultyServer(
      "version-2-is-not-found",
      "Document 001: version 2 is served below /v2.",
      of: "interact",
      ["interact/connections.accept-reject/v2/example/*-with-form"],
      breaks: "status-is-expected",
      at: "response status"
    ) { answer, request in
      if answer.isSuccess, request.isTo("/v2") { answer.become(404, "text/plain", "404") }
    },
    FaultyServer(
      "version-3-is-taken-for-2",
      "Document 001: the versions are 1 and 2.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { $0.replacing("/v3", with: "/v2") },
    FaultyServer(
      "version-1-is-no-longer-served",
      "Document 000: the sample asks for version 1.",
      of: "interact",
      ["interact/recommended.request-connection/v1/example/company"],
      breaks: "status-is-expected",
      at: "response status"
    ) { answer, request in
      let version = try? JSONDocument(parsing: request.body).root.value.int(at: "/version")
      guard answer.isSuccess, request.isTo("/requestConnection"), version == 1 else { return }
      answer.become(400, "application/json", #"{"errorCode":1060,"errorMsg":"Version 2 only."}"#)
    },
    FaultyServer(
      "every-version-is-taken",
      "Document 000: WSUnsupportedVersionException is for other versions.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: nil
    ) { request in
      guard request.isTo("/requestConnection") else { return request }
      return request.sending(version: 1) { $0 != nil }
    },
    FaultyServer(
      "version-may-be-left-out",
      "Document 000: the version is a part of the request.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { request in
      guard request.isTo("/requestConnection") else { return request }
      return request.sending(version: 1) { $0 == nil }
    },
    FaultyServer(
      "version-1-reads-the-form",
      "Document 000: version 2 adds cafData; version 1 ignores it, as we read it.",
      of: "interact",
      breaks: "status-is-expected",
      at: "response status",
      as: .assumption
    ) { answer, request in
      let body = try? JSONDocument(parsing: request.body).root.value
      guard answer.isSuccess, body?.int(at: "/version") == 1, body?["cafData"] != nil else {
        return
      }
      answer.become(
        400,
        "application/json",
        #"{"errorCode":1002,"errorMsg":"Invalid parameter supplied to service."}"#
      )
    },
    FaultyServer(
      "version-2-does-without-a-form",
      "Document 001: version 2 assumes that a Company Access Form is passed.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { request in
      guard request.isTo("/v2"),
        (try? JSONDocument(parsing: request.body))?.root.value.members == nil
      else { return request }
      return request.replacing("/v2", with: "?version=1")
    },
    FaultyServer(
      "preregistration-takes-version-2",
      "Document 004: only version 1 is supported.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { request in
      guard request.isTo("/preregister") else { return request }
      return request.sending(version: 1) { $0?.number?.int == 2 }
    },
    FaultyServer(
      "answer-of-version-1-for-2",
      "Version 2 of the loan has a due date.",
      of: "lending",
      breaks: "version-is-honoured",
      at: "response body"
    ) { $0.replacing("/v2/", with: "/v1/") },
    FaultyServer(
      "answer-of-version-2-for-1",
      "Version 1 of the loan has the number of days, and no due date.",
      of: "lending",
      breaks: "version-is-honoured",
      at: "response body"
    ) { $0.replacing("/v1/", with: "/v2/") },
    FaultyServer(
      "answer-of-no-version",
      "Version 2 of the loan has a due date.",
      of: "lending",
      breaks: "body-matches-schema",
      at: "response body"
    ) { answer, request in
      if request.isTo("/v2/") { answer.setText(#"{"loan":1}"#) }
    },
  ]
}

extension MockRequest {
  /// The request with another version in its body, if it is JSON and its version is meant.
  fileprivate func sending(version: Int, where isMeant: (JSON?) -> Bool) -> MockRequest {
    guard let value = try? JSONDocument(parsing: body).root.value, value.members != nil,
      isMeant(value["version"]),
      let edited = value.with(.number(JSONNumber(version)), at: "/version")
    else { return self }
    var request = self
    request.body = edited.bytes()
    return request
  }
}
