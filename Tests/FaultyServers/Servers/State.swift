import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let effects = [
    "platform/connections.status-update/*/relation/*",
    "platform/connections.status-update/*/example/*",
    "platform/connections.status-update/life-cycle/*/in/*",
  ]

  /// Servers that forget what they did, or do what they were not asked to.
  static let state: [FaultyServer] = [
    FaultyServer(
      "removal-is-forgotten",
      "Document 003: remove removes the connection.",
      of: "platform",
      effects,
      breaks: "list-omits",
      at: "response body /Connections/",
      playing: { request, mock in request.isTo("/remove") ? done : mock(request) }
    ),
    FaultyServer(
      "removed-ones-are-always-listed",
      "Document 002: IncludeRemoved is the option to return removed connections.",
      of: "platform",
      effects,
      breaks: "list-omits",
      at: "response body /Connections/"
    ) { $0.isTo("/connections?") ? $0.asking("IncludeRemoved", "true") : $0 },
    FaultyServer(
      "removed-ones-are-never-listed",
      "Document 002: IncludeRemoved is the option to return removed connections.",
      of: "platform",
      effects,
      breaks: "list-contains",
      at: "response body /Connections"
    ) { $0.isTo("/connections?") ? $0.asking("IncludeRemoved", "false") : $0 },
    FaultyServer(
      "another-one-is-removed",
      "Document 003: ConnectionId names the connection to be removed.",
      of: "platform",
      effects,
      breaks: "list-omits",
      at: "response body /Connections/"
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
      effects.filter { !$0.contains("/example/") },
      breaks: "change-is-visible",
      at: "response body /Connections/",
      playing: { request, mock in request.isTo("/cancel") ? done : mock(request) }
    ),
    FaultyServer(
      "cancelling-removes",
      "Document 003: cancel and remove are two actions.",
      of: "platform",
      effects,
      breaks: "acts-differ",
      at: "response body /Connections"
    ) { $0.replacing("/cancel", with: "/remove") },
    FaultyServer(
      "cancelling-one-cancels-another",
      "Document 003: cancel updates the status of the specified connection.",
      of: "platform",
      ["platform/connections.status-update/cancel/relation/cancel-leaves-the-others"],
      breaks: "others-stay",
      at: "response body /Connections/",
      playing: doingToAnother
    ),
    FaultyServer(
      "removing-one-removes-another",
      "Document 003: remove updates the status of the specified connection.",
      of: "platform",
      ["platform/connections.status-update/remove/relation/remove-leaves-the-others"],
      breaks: "others-stay",
      at: "response body /Connections",
      playing: doingToAnother
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
      "id-that-is-a-number-is-taken",
      "Document 000: entityId is represented and passed as a string.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { answer, request in
      guard request.isTo("/requestConnection"), request.json?["entityId"]?.number != nil,
        request.token == Mock.token
      else { return }
      answer.become(200, "application/json", connected)
    },
    FaultyServer(
      "id-of-letters-is-taken",
      "Document 000: the entityId of a company is a number.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { answer, request in
      guard request.isTo("/requestConnection"), request.json?["entityId"] == "interact" else {
        return
      }
      answer.become(200, "application/json", connected)
    },
    FaultyServer(
      "word-is-taken-for-an-invitation",
      "Document 001: a connectionId is a number, as findConnectionsForUser prints it.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status",
      as: .assumption
    ) { $0.replacing("/connections/two/", with: "/connections/1240/") },
    FaultyServer(
      "connected-company-connects-again",
      "Document 000 lists WSConnectionAlreadyExistsException.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { answer, request in
      let body = try? JSONDocument(parsing: request.body).root.value
      guard body?["entityId"]?.string?.hasPrefix("30") == true, answer.status == 400,
        request.isTo("/requestConnection"), body?.int(at: "/version") == 1,
        body?["entityType"] == "company", request.token == Mock.token
      else { return }
      answer.become(
        200,
        "application/json",
        connected
      )
    },
    FaultyServer(
      "inactive-company-is-joined",
      "Document 001 lists WSCompanyNotActiveException.",
      of: "interact",
      breaks: "wrong-request-is-refused",
      at: "response status"
    ) { request in
      // Invitations 3001 to 3005 are from companies that are no longer active.
      (3_001...3_005).reduce(request) { $0.replacing("/\($1)/", with: "/1240/") }
    },
    FaultyServer(
      "pre-registration-is-another-error",
      "Document 000: a pre-registered company is WSPreRegistrationAlreadyExistsException.",
      of: "interact",
      breaks: "error-is-listed",
      at: "response body /errorCode"
    ) { answer, request in
      let body = try? JSONDocument(parsing: request.body).root.value
      guard body?["entityId"]?.string?.hasPrefix("50") == true, answer.status == 400 else { return }
      answer.setText(#"{"errorCode":1010,"errorMsg":"Email address already exists."}"#)
    },
  ]

  private static let connected =
    #"{"connectionStatus":1,"connectionMessage":"Connection successful."}"#

  /// Does what was asked to a connection that no case uses up too.
  private static let doingToAnother: Mock.Distortion = { request, mock in
    guard request.isTo("/api/connections/") else { return mock(request) }
    let action = request.isTo("/remove") ? "remove" : "cancel"
    var other = request
    other.target =
      "/api/connections/\(locked)/\(action)?" + request.target.drop { $0 != "?" }.dropFirst()
    _ = mock(other)
    return mock(request)
  }

  /// A connection that can be neither cancelled nor removed by a case.
  private static let locked = "a0000000-0000-4000-8000-00000000005c"

  /// What cancel and remove answer, without having done anything.
  private static let done = MockAnswer(
    200,
    fields: [
      Field("Content-Type", "application/json; charset=utf-8"), Field("Vary", "Accept"),
    ],
    body: Array(#"{"ResponseStatus":null}"#.utf8)
  )
}
