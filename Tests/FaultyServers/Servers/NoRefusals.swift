import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Wrong requests that documents say are refused.
  private static let stated = [
    "interact/connections.accept-reject/*/parameter-invalid/invitestatusname/unknown-word",
    "interact/company.preregister/*/member-missing/*",
  ]

  /// Servers whose answer to a wrong request is no refusal, or a refusal of something else.
  static let noRefusals: [FaultyServer] = [
    FaultyServer(
      "fault-for-a-wrong-value",
      "Documents 001, 004: a wrong value is refused; a fault of the server refuses nothing.",
      of: "interact",
      stated,
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      if answer.isInvalidParameter { answer.become(500, "text/html", "<p>Oops") }
    },
    FaultyServer(
      "gateway-timeout-for-a-wrong-value",
      "Documents 001, 004: a wrong value is refused; no document lists 504.",
      of: "interact",
      stated,
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in if answer.isInvalidParameter { answer.become(504, nil, "") } },
    FaultyServer(
      "redirection-for-a-wrong-value",
      "Documents 001, 004: a wrong value is refused, not redirected.",
      of: "interact",
      stated,
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      guard answer.isInvalidParameter else { return }
      answer.become(303, nil, "")
      answer.fields.append(Field("Location", "/help"))
    },
    FaultyServer(
      "unlisted-fault-for-a-wrong-value",
      "Document 004: preregisterContact does not list WSInternalException.",
      of: "interact",
      ["interact/company.preregister/*/member-missing/*"],
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      if answer.isInvalidParameter {
        answer.become(500, "application/json", #"{"errorCode":2000,"errorMsg":"Sorry."}"#)
      }
    },
    FaultyServer(
      "wrong-value-is-unauthorised",
      "Documents 001, 004: a wrong value is refused for what it is, not as a missing token.",
      of: "interact",
      stated,
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      if answer.isInvalidParameter {
        answer.become(401, "application/json", #"{"errorCode":1006,"errorMsg":"Invalid."}"#)
      }
    },
    FaultyServer(
      "wrong-value-is-unauthorised-without-a-word",
      "Documents 001, 004: a wrong value is refused for what it is, not as a missing token.",
      of: "interact",
      stated,
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in if answer.isInvalidParameter { answer.become(401, nil, "") } },
    FaultyServer(
      "fault-for-what-is-no-guid",
      "Documents 002, 003: the parameters are Guids; a fault of the server refuses nothing.",
      of: "platform",
      ["platform/*/parameter-invalid/*/not-a-guid"],
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      if answer.status == 400 { answer.become(500, "text/html", "<p>Oops") }
    },
    FaultyServer(
      "fault-for-a-word-that-is-no-number",
      "Documents 002, 003: whatever a wrong value gets, a fault of the server is no answer to it.",
      of: "platform",
      ["platform/contacts.connections/parameter-invalid/page*"],
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      if answer.status == 400 { answer.become(500, "text/html", "<p>Oops") }
    },
    FaultyServer(
      "fault-that-names-the-error",
      "Documents 002, 003: an error of the caller does not come as a fault of the server.",
      of: "platform",
      ["platform/contacts.connections/parameter-invalid/page*"],
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in if answer.status == 400 { answer.setStatus(500) } },
    FaultyServer(
      "unavailable-without-token",
      "Documents 002, 003: authentication is required; 503 asks for none.",
      of: "platform",
      ["platform/*/header-missing/*"],
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      if answer.status == 401 { answer.become(503, "text/html", "<p>Down") }
    },
    FaultyServer(
      "redirection-for-a-version-that-is-no-number",
      "Documents 000, 004: whatever a version gets that is no number, it is not sent elsewhere.",
      of: "interact",
      ["interact/*/version-not-a-number/*"],
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, _ in
      guard answer.status >= 400 else { return }
      answer.become(302, nil, "")
      answer.fields.append(Field("Location", "/help"))
    },
  ]
}

extension MockAnswer {
  /// Whether it is the refusal of a wrong value.
  fileprivate var isInvalidParameter: Bool { json?.int(at: "/errorCode") == 1002 }
}
