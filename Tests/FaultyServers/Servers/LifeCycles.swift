import Accord
@testable import AccordMocking
import Synchronization

extension FaultyServer {
  private static let invitations = ["interact/connections.accept-reject/life-cycle/*/in/*"]
  private static let companies = ["interact/recommended.request-connection/life-cycle/company/*"]
  private static let updates = ["platform/connections.status-update/life-cycle/*/in/*"]

  /// Servers that do another thing than they were asked to, or show another thing than they did.
  static let lifeCycles: [FaultyServer] = [
    FaultyServer(
      "answering-one-answers-another",
      "Document 001: connectionId names the invitation that is answered.",
      of: "interact",
      invitations,
      breaks: "list-contains",
      "list-omits",
      "state-is-shown",
      at: "response body",
      because: "The one that was named is still listed as pending, and not as accepted."
    ) { request in
      guard request.method == "PUT" else { return request }
      return (1_001...1_020).reduce(request) { $0.replacing("/\($1)/", with: "/1239/") }
    },
    FaultyServer(
      "answering-one-answers-another-too",
      "Document 001: connectionId names the invitation that is answered.",
      of: "interact",
      ["interact/connections.accept-reject/life-cycle/invitation/*/apart"],
      breaks: "others-stay-as-they-were",
      at: "response body",
      playing: { request, mock in
        guard request.method == "PUT", let id = request.invitation else { return mock(request) }
        _ = mock(request.replacing("/\(id)/", with: "/\(id - 1)/"))
        return mock(request)
      }
    ),
    FaultyServer(
      "a-repeated-answer-cancels",
      "RFC 9110 section 9.2.2: PUT is idempotent.",
      of: "interact",
      ["interact/connections.accept-reject/life-cycle/invitation/accept*/repeated-in/*"],
      breaks: "repeated-changes-nothing",
      at: "response body",
      playing: cancelledByRepetition()
    ),
    FaultyServer(
      "cancelling-one-cancels-another-too",
      "Document 003: ConnectionId names the connection that is cancelled.",
      of: "platform",
      ["platform/connections.status-update/life-cycle/cancellation/cancel/apart"],
      breaks: "others-stay-as-they-were",
      at: "response body /Connections",
      playing: { request, mock in
        let ids = (1...50).map { GUID.text(family: 0xA, $0) }
        guard request.isTo("/cancel"),
          let place = ids.firstIndex(where: { request.isTo($0) }), place > 0
        else { return mock(request) }
        _ = mock(request.replacing(ids[place], with: ids[place - 1]))
        return mock(request)
      }
    ),
    FaultyServer(
      "accepting-rejects",
      "Document 001: Accepted accepts the invitation.",
      of: "interact",
      invitations,
      breaks: "list-contains",
      at: "response body"
    ) { $0.replacing("/Accepted", with: "/Rejected") },
    FaultyServer(
      "rejecting-accepts",
      "Document 001: Rejected rejects the invitation.",
      of: "interact",
      invitations,
      breaks: "list-omits",
      at: "response body"
    ) { $0.replacing("/Rejected", with: "/Accepted") },
    FaultyServer(
      "cancelling-an-invitation-accepts-it",
      "Document 001: Cancelled cancels the invitation.",
      of: "interact",
      invitations,
      breaks: "list-omits",
      at: "response body"
    ) { $0.replacing("/Cancelled", with: "/Accepted") },
    FaultyServer(
      "rejection-is-forgotten",
      "Document 001: Rejected rejects the invitation.",
      of: "interact",
      invitations,
      breaks: "list-omits",
      at: "response body",
      playing: { request, mock in request.isTo("/Rejected") ? updated : mock(request) }
    ),
    FaultyServer(
      "acceptance-with-a-form-is-forgotten",
      "Document 001: version 2 accepts the invitation too.",
      of: "interact",
      invitations,
      breaks: "list-contains",
      "list-omits",
      "state-is-shown",
      at: "response body",
      because: "The invitation is still listed as pending, and not as accepted.",
      playing: { request, mock in request.isTo("/Accepted/v2") ? updated : mock(request) }
    ),
    FaultyServer(
      "accepted-ones-stay-pending",
      "findConnectionsForUser: P lists those that are pending.",
      of: "interact",
      invitations,
      breaks: "list-omits",
      at: "response body"
    ) { $0.replacing("?inviteStatusCode=P", with: "") },
    FaultyServer(
      "pending-ones-are-accepted",
      "findConnectionsForUser: A lists those that were accepted.",
      of: "interact",
      ["interact/connections.accept-reject/life-cycle/invitation/given"],
      breaks: "list-omits",
      at: "response body"
    ) { $0.replacing("?inviteStatusCode=A", with: "") },
    FaultyServer(
      "pending-ones-are-not-listed",
      "findConnectionsForUser lists both where no code is told.",
      of: "interact",
      ["interact/connections.accept-reject/life-cycle/invitation/given"],
      breaks: "list-contains",
      at: "response body",
      playing: { request, mock in
        guard request.target == "/rest/user/company/connections" else { return mock(request) }
        return mock(request.asking("inviteStatusCode", "A"))
      }
    ),
    FaultyServer(
      "accepted-ones-are-named-pending",
      "findConnectionsForUser prints the name of the status.",
      of: "interact",
      invitations,
      breaks: "state-is-shown",
      at: "response body",
      changing: { answer, request in
        guard request.isTo("/connections?inviteStatusCode=A") else { return }
        answer.setText(answer.text.replacing("\"Accepted\"", with: "\"Pending\""))
      }
    ),
    FaultyServer(
      "invitations-are-listed-twice",
      "findConnectionsForUser lists each connection once.",
      of: "interact",
      ["interact/connections.accept-reject/life-cycle/invitation/given"],
      breaks: "list-contains",
      at: "response body",
      changing: { answer, request in
        guard request.isTo("/connections?inviteStatusCode=P") else { return }
        answer.editJSON { list in .array((list.elements ?? []) + (list.elements ?? [])) }
      }
    ),
    FaultyServer(
      "a-look-undoes-an-acceptance",
      "findConnectionsForUser changes nothing.",
      of: "interact",
      invitations,
      breaks: "list-contains",
      at: "response body",
      playing: undoneByLook()
    ),
    FaultyServer(
      "every-company-is-connected",
      "findConnectionForUser returns null where there is no connection.",
      of: "interact",
      companies,
      breaks: "state-is-shown",
      at: "response body",
      playing: { request, mock in
        mock(request.replacing(#/company/200\d\d/connection/#, with: "company/30001/connection"))
      }
    ),
    FaultyServer(
      "a-refusal-shows-a-connection",
      "A refused request changes nothing.",
      of: "interact",
      [
        "interact/recommended.request-connection/life-cycle/company/request/wrong/*header-missing/*"
      ],
      breaks: "refused-changes-nothing",
      at: "response body",
      playing: connectedByRefusal()
    ),
    FaultyServer(
      "a-removal-shows-in-one-view-alone",
      "Document 002: IncludeRemoved is the option to return removed connections.",
      of: "platform",
      updates,
      breaks: "list-contains",
      at: "response body /Connections",
      changing: { answer, request in
        guard request.isTo("IncludeRemoved=true") else { return }
        answer.editJSON { $0.withoutConnections { $0["ConnectionStatusName"] == "Removed" } }
      }
    ),
    FaultyServer(
      "removed-ones-are-listed-twice",
      "Document 002: the list has each connection once.",
      of: "platform",
      updates,
      breaks: "list-contains",
      at: "response body /Connections",
      changing: { answer, request in
        guard request.isTo("IncludeRemoved=true") else { return }
        answer.editJSON { value in
          let list = value["Connections"]?.elements ?? []
          let removed = list.filter { $0["ConnectionStatusName"] == "Removed" }
          return value.with(.array(list + removed), at: "/Connections")
        }
      }
    ),
    FaultyServer(
      "a-cancellation-shows-nowhere",
      "Document 003: cancel updates the status of the connection.",
      of: "platform",
      updates,
      breaks: "change-is-visible",
      at: "response body /Connections",
      changing: { answer, _ in
        answer.editConnections { item in
          guard item["ConnectionStatusName"] == "Cancelled" else { return nil }
          return item.with("Pending", at: "/ConnectionStatusName")?
            .with(.string(GUID.text(family: 0xF, 1)), at: "/ConnectionStatusId")?
            .with(true, at: "/AllowCancel")
        }
      }
    ),
    FaultyServer(
      "removal-only-cancels",
      "Document 003: remove and cancel are two actions.",
      of: "platform",
      updates,
      breaks: "list-omits",
      at: "response body /Connections"
    ) { $0.replacing("/remove", with: "/cancel") },
  ]

  /// What an answer to an invitation gets, without having done anything.
  private static let updated = MockAnswer(
    200,
    fields: [Field("Content-Type", "application/json")],
    body: Array(#"{"errorCode":0,"errorMsg":"Connection updated."}"#.utf8)
  )

  /// Takes the accepted ones out of every list but the first that has them.
  private static func undoneByLook() -> Mock.Distortion {
    let shown = Mutex<Set<String>>([])
    return { request, mock in
      var answer = mock(request)
      guard request.isTo("/company/connections"), request.method == "GET",
        !request.isTo("inviteStatusCode=P")
      else { return answer }
      answer.editJSON { list in
        let kept = (list.elements ?? []).filter { item in
          guard item["inviteStatusCode"] == "A", let id = item["connectionId"]?.scalarText else {
            return true
          }
          return shown.withLock { $0.insert(id).inserted }
        }
        return .array(kept)
      }
      return answer
    }
  }

  /// Takes an answer that comes again for its contrary.
  private static func cancelledByRepetition() -> Mock.Distortion {
    let answered = Mutex<Set<String>>([])
    return { request, mock in
      guard request.method == "PUT", !answered.withLock({ $0.insert(request.path).inserted }) else {
        return mock(request)
      }
      return mock(request.replacing("/Accepted", with: "/Cancelled"))
    }
  }

  /// Shows a connection of every company once a request was refused.
  private static func connectedByRefusal() -> Mock.Distortion {
    let isRefused = Mutex(false)
    return { request, mock in
      let isLook = request.isTo("/connection") && request.method == "GET"
      if isLook, isRefused.withLock({ $0 }) {
        isRefused.withLock { $0 = false }
        return mock(
          request.replacing(#/company/200\d\d/connection/#, with: "company/30001/connection")
        )
      }
      let answer = mock(request)
      if !answer.isSuccess { isRefused.withLock { $0 = true } }
      return answer
    }
  }
}

extension JSON {
  /// The list of connections without some.
  fileprivate func withoutConnections(_ isLeftOut: (JSON) -> Bool) -> JSON? {
    let list = self["Connections"]?.elements ?? []
    return with(.array(list.filter { !isLeftOut($0) }), at: "/Connections")
  }
}

extension MockRequest {
  /// The number of the invitation that it answers.
  fileprivate var invitation: Int? {
    path.split(separator: "/").lazy.compactMap { Int($0) }.first
  }

  /// The request with another part of the target.
  fileprivate func replacing(_ pattern: some RegexComponent, with text: String) -> MockRequest {
    var request = self
    request.target = target.replacing(pattern, with: text)
    return request
  }
}
