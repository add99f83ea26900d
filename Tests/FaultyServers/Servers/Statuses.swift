import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers whose status is wrong.
  static let statuses: [FaultyServer] = [
    FaultyServer(
      "created-for-ok",
      "Document 001: a connection that was updated is answered with 200.",
      of: "interact",
      ["interact/connections.accept-reject/v1/*"],
      breaks: "status-is-declared",
      at: "response status"
    ) { answer, request in
      if request.isTo("/connections/"), answer.isSuccess { answer.setStatus(201) }
    },
    FaultyServer(
      "no-content-for-ok",
      "Document 004: a contact that was pre-registered is answered with 200.",
      of: "interact",
      [
        "interact/company.preregister/*/example/sample",
        "interact/company.preregister/*/example/minimal",
      ],
      breaks: "status-is-declared",
      at: "response status"
    ) { answer, request in
      guard request.isTo("/preregister"), answer.isSuccess else { return }
      answer.setStatus(204)
      answer.removeField("Content-Length")
    },
    FaultyServer(
      "gateway-is-down",
      "Document 001: a right request is answered with 200; 503 is no error that it lists.",
      of: "interact",
      ["interact/connections.accept-reject/v1/*"],
      breaks: "status-is-declared",
      at: "response status"
    ) { answer, request in
      if request.isTo("/connections/"), answer.isSuccess {
        answer.become(503, "text/html", "<html><body>Down</body></html>")
      }
    },
    FaultyServer(
      "not-found-for-ok",
      "Document 000: a right request for a connection is answered with 200.",
      of: "interact",
      ["interact/recommended.request-connection/*/example/company"],
      breaks: "status-is-expected",
      at: "response status"
    ) { answer, request in
      if request.isTo("/requestConnection"), answer.isSuccess {
        answer.become(404, "text/plain", "404")
      }
    },
    FaultyServer(
      "right-body-with-bad-request",
      "Document 001: success is status 200 and errorCode 0.",
      of: "interact",
      ["interact/connections.accept-reject/v1/*"],
      breaks: "status-is-expected",
      at: "response status"
    ) { answer, request in
      if request.isTo("/connections/"), answer.isSuccess { answer.setStatus(400) }
    },
    FaultyServer(
      "needs-no-token",
      "Documents 000, 001, 004: the header x-nextinteract-authtoken is required.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { request in
      var request = request
      if request.token == nil {
        request.fields.append(Field("x-nextinteract-authtoken", Mock.token))
      }
      return request
    },
    FaultyServer(
      "takes-any-token",
      "Documents 000, 001, 004: the token is one that loginUser returned.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { request in
      var request = request
      guard request.token != nil else { return request }
      request.fields.removeAll { $0.name.lowercased() == "x-nextinteract-authtoken" }
      request.fields.append(Field("x-nextinteract-authtoken", Mock.token))
      return request
    },
    FaultyServer(
      "sends-to-the-login-page",
      "Documents 000, 001, 004: a request without a token is refused, not redirected.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, request in
      guard request.token == nil else { return }
      answer.become(302, nil, "")
      answer.fields.append(Field("Location", "/login"))
    },
    FaultyServer(
      "server-error-for-a-wrong-value",
      "Document 001: a wrong value is WSInvalidParameterException, which has status 400.",
      of: "interact",
      breaks: "error-name",
      at: "response status",
      as: .assumption
    ) { answer, request in
      guard request.isTo("/connections/"), answer.json?.int(at: "/errorCode") == 1002 else {
        return
      }
      answer.become(
        500,
        "application/json",
        #"{"errorCode":2001,"errorMsg":"An unexpected error occured in the User Service."}"#
      )
    },
    FaultyServer(
      "refusal-with-ok",
      "Document 001: errors come with the status of the error, success with 200.",
      of: "interact",
      breaks: "error-in-success-status",
      at: "response body /errorCode"
    ) { answer, request in
      if request.token == nil { answer.setStatus(200) }
    },
    FaultyServer(
      "error-instead-of-success",
      "Document 001: in a 200, errorCode is 0.",
      of: "interact",
      ["interact/connections.accept-reject/v1/*"],
      breaks: "error-in-success-status",
      at: "response body /errorCode"
    ) { answer, request in
      guard request.isTo("/connections/"), answer.isSuccess else { return }
      answer.setText(#"{"errorCode":2000,"errorMsg":"An internal error has occurred."}"#)
    },
    FaultyServer(
      "success-code-with-unauthorized",
      "Document 001: errorCode 0 means success, anything else is an error.",
      of: "interact",
      breaks: "success-code-in-error-status",
      at: "response body /errorCode"
    ) { answer, request in
      if request.token == nil { answer.setText(#"{"errorCode":0,"errorMsg":"OK"}"#) }
    },
    FaultyServer(
      "reads-what-is-no-json",
      "Document 004: preregisterContact reads a JSON body.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, request in
      guard request.isTo("/preregister"), answer.status == 400,
        (try? JSONDocument(parsing: request.body)) == nil
      else { return }
      answer.become(200, nil, "")
    },
    FaultyServer(
      "mandatory-name-may-be-left-out",
      "Document 004: firstname and lastname are mandatory.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, request in
      guard request.isTo("/preregister"), answer.text.contains("/contactDetails/lastname") else {
        return
      }
      answer.become(200, nil, "")
    },
    FaultyServer(
      "unknown-status-word-is-taken",
      "Document 001: inviteStatusName is Accepted, Rejected or Cancelled.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { request in request.replacing("/Postponed", with: "/Accepted") },
  ]
}
