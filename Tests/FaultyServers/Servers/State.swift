import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let effects = [
    "platform/connections.status-update/*/relation/*",
    "platform/connections.status-update/*/example/*",
  ]

  /// Servers that forget what they did, or do what they were not asked to.
  static let state: [FaultyServer] = [
    FaultyServer(
      "removal-is-forgotten",
      "Document 003: remove removes the connection.",
      of: "platform",
      effects,
      breaks: "removed-is-not-listed",
      at: "response body /Connections/",
      as: .assumption,
      playing: { request, mock in request.isTo("/remove") ? done : mock(request) }
    ),
    FaultyServer(
      "removed-ones-are-always-listed",
      "Document 002: IncludeRemoved is the option to return removed connections.",
      of: "platform",
      effects,
      breaks: "removed-is-not-listed",
      at: "response body /Connections/",
      as: .assumption
    ) { $0.isTo("/connections?") ? $0.asking("IncludeRemoved", "true") : $0 },
    FaultyServer(
      "removed-ones-are-never-listed",
      "Document 002: IncludeRemoved is the option to return removed connections.",
      of: "platform",
      effects,
      breaks: "removed-is-listed-on-demand",
      at: "response body /Connections",
      as: .assumption
    ) { $0.isTo("/connections?") ? $0.asking("IncludeRemoved", "false") : $0 },
    FaultyServer(
      "another-one-is-removed",
      "Document 003: ConnectionId names the connection to be removed.",
      of: "platform",
      effects,
      breaks: "removed-is-not-listed",
      at: "response body /Connections/",
      as: .assumption
    ) { request in
      guard request.isTo("/remove") else { return request }
      // Connections 91 to 100 can be neither cancelled nor removed by a case.
      var other = request
      other.target =
        "/api/connections/a0000000-0000-4000-8000-00000000005c/remove?"
        + request.target.drop { $0 != "?" }.dropFirst()
      return other
    },
    FaultyServer(
      "cancelling-does-nothing",
      "Document 003: cancel updates the status of the connection.",
      of: "platform",
      effects,
      breaks: "change-is-visible",
      at: "response body /Connections/",
      as: .assumption,
      playing: { request, mock in request.isTo("/cancel") ? done : mock(request) }
    ),
    FaultyServer(
      "unknown-invitation-is-accepted",
      "Document 001: an unknown connectionId is WSInvitationToConnectionNotFoundException.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, request in
      guard request.isTo("/2147483647/") else { return }
      answer.become(
        200,
        "application/json",
        #"{"errorCode":0,"errorMsg":"Connection updated."}"#
      )
    },
    FaultyServer(
      "connected-company-connects-again",
      "Document 000 lists WSConnectionAlreadyExistsException.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { answer, request in
      let body = try? JSONDocument(parsing: request.body).root.value
      guard body?["entityId"]?.string?.hasPrefix("30") == true, answer.status == 400,
        request.isTo("/requestConnection"), body?.int(at: "/version") == 1,
        body?["entityType"] == "company", request.token == Mock.token
      else { return }
      answer.become(
        200,
        "application/json",
        #"{"connectionStatus":1,"connectionMessage":"Connection successful."}"#
      )
    },
    FaultyServer(
      "inactive-company-is-joined",
      "Document 001 lists WSCompanyNotActiveException.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { request in
      // Invitations 3001 to 3005 are from companies that are no longer active.
      (3_001...3_005).reduce(request) { $0.replacing("/\($1)/", with: "/1240/") }
    },
    FaultyServer(
      "pre-registration-is-another-error",
      "Document 000: a pre-registered company is WSPreRegistrationAlreadyExistsException.",
      of: "interact",
      breaks: "error-name",
      at: "response body /errorCode",
      as: .assumption
    ) { answer, request in
      let body = try? JSONDocument(parsing: request.body).root.value
      guard body?["entityId"]?.string?.hasPrefix("50") == true, answer.status == 400 else { return }
      answer.setText(#"{"errorCode":1010,"errorMsg":"Email address already exists."}"#)
    },
  ]

  /// What cancel and remove answer, without having done anything.
  private static let done = MockAnswer(
    200,
    fields: [
      Field("Content-Type", "application/json; charset=utf-8"), Field("Vary", "Accept"),
    ],
    body: Array(#"{"ResponseStatus":null}"#.utf8)
  )
}
