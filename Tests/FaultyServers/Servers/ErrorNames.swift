import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers whose errors are not the ones promised, or cannot be recognised.
  static let errorNames: [FaultyServer] = [
    FaultyServer(
      "token-error-is-parameter-error",
      "Error definitions: WSInvalidAuthTokenException has the code 1006.",
      of: "interact",
      breaks: "error-status",
      at: "response status"
    ) { answer, _ in
      if answer.status == 401 { answer.editJSON { $0.with(1002, at: "/errorCode") } }
    },
    FaultyServer(
      "token-error-is-bad-request",
      "Error definitions: WSInvalidAuthTokenException has the status 401.",
      of: "interact",
      breaks: "error-status",
      at: "response status"
    ) { answer, _ in if answer.status == 401 { answer.setStatus(400) } },
    FaultyServer(
      "parameter-error-is-user-not-found",
      "Error definitions: WSInvalidParameterException has the code 1002.",
      of: "interact",
      breaks: "error-is-listed",
      "error-name",
      at: "response body /errorCode",
      as: nil,
      because: "Only one of the endpoints lists the other error; there it is merely another."
    ) { answer, _ in
      guard answer.json?.int(at: "/errorCode") == 1002 else { return }
      answer.setText(#"{"errorCode":1009,"errorMsg":"User not found."}"#)
    },
    FaultyServer(
      "unknown-invitation-is-parameter-error",
      "Document 001 lists WSInvitationToConnectionNotFoundException, which is no other error.",
      of: "interact",
      breaks: "error-name",
      at: "response body /errorCode"
    ) { answer, request in
      if request.isTo("/2147483647/") { answer.editJSON { $0.with(1002, at: "/errorCode") } }
    },
    FaultyServer(
      "unsupported-version-is-parameter-error",
      "Document 000 lists WSUnsupportedVersionException, which is no other error.",
      of: "interact",
      breaks: "error-name",
      at: "response body /errorCode"
    ) { answer, request in
      let version = try? JSONDocument(parsing: request.body).root.value.int(at: "/version")
      guard request.isTo("/requestConnection"), version == 3 || version == 0 else { return }
      answer.editJSON { $0.with(1002, at: "/errorCode") }
    },
    FaultyServer(
      "code-is-the-name",
      "Document 001: errorCode is a number.",
      of: "interact",
      breaks: "error-name",
      "error-body-matches-schema",
      at: "response body /errorCode",
      as: nil,
      because: "Which error it is stands open; that its code is a number is stated."
    ) { answer, _ in
      if answer.status == 401 {
        answer.editJSON { $0.with("WSInvalidAuthTokenException", at: "/errorCode") }
      }
    },
    FaultyServer(
      "code-of-errors-is-a-string",
      "Document 001: errorCode is a number.",
      of: "interact",
      breaks: "error-body-matches-schema",
      at: "response body /errorCode"
    ) { answer, _ in
      guard answer.status >= 400 else { return }
      answer.editJSON { error in
        error.int(at: "/errorCode").flatMap { error.with(.string(String($0)), at: "/errorCode") }
      }
    },
    FaultyServer(
      "errors-have-no-message",
      "Document 001: an error has an errorMsg.",
      of: "interact",
      breaks: "error-message",
      at: "response body /errorMsg"
    ) { answer, _ in
      if answer.status >= 400 { answer.editJSON { $0.removing(at: "/errorMsg") } }
    },
    FaultyServer(
      "messages-are-blank",
      "Document 001: errorMsg says what happened.",
      of: "interact",
      breaks: "error-message",
      at: "response body /errorMsg",
      as: .assumption
    ) { answer, _ in
      if answer.status >= 400 { answer.editJSON { $0.with("  ", at: "/errorMsg") } }
    },
    FaultyServer(
      "error-of-other-endpoints",
      "Documents 000, 001, 004: WSAuthenticationFailedException is none of the errors listed.",
      of: "interact",
      breaks: "error-is-listed",
      at: "response body /errorCode"
    ) { answer, _ in
      guard answer.status == 401 else { return }
      answer.editJSON { error in
        error.with(1005, at: "/errorCode")?.with(
          "Failed to authenticate. Please correct login details or press cancel if not registered.",
          at: "/errorMsg"
        )
      }
    },
    FaultyServer(
      "parameter-error-is-a-server-error",
      "Error definitions: WSInvalidParameterException has the status 400.",
      of: "interact",
      breaks: "error-status",
      at: "response status"
    ) { answer, _ in
      if answer.json?.int(at: "/errorCode") == 1002 { answer.setStatus(500) }
    },
    FaultyServer(
      "unauthorized-is-a-page",
      "Documents 000, 001, 004: the API answers in JSON.",
      of: "interact",
      breaks: "content-type-matches-format",
      "body-is-well-formed",
      at: "response",
      as: .assumption,
      because: "A page says that it is one, and is no error that anybody can read."
    ) { answer, _ in
      if answer.status == 401 {
        answer.become(401, "text/html", "<html><body>Unauthorized</body></html>")
      }
    },
    FaultyServer(
      "unauthorized-is-a-word",
      "Documents 000, 001, 004: the API answers in JSON, and the answer says that it is.",
      of: "interact",
      breaks: "body-is-well-formed",
      at: "response body"
    ) { answer, _ in
      if answer.status == 401 { answer.setText("Unauthorized") }
    },
    FaultyServer(
      "unauthorized-says-nothing",
      "Error definitions: every error shows its code.",
      of: "interact",
      breaks: "error-name",
      at: "response body /errorCode",
      as: .assumption
    ) { answer, _ in
      if answer.status == 401 { answer.become(401, nil, "") }
    },
  ]
}
