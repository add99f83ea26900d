import AccordModel
import AccordSchema

extension Interact {
  /// An invitation to connect, which its user accepts, rejects or cancels.
  ///
  /// What it gets afterwards is not documented and not asserted. To repeat the same answer is another
  /// thing: it is a PUT, which may get what it will and has no further effect.
  static let invitation = LifeCycle.lifeCycle(
    "invitation",
    of: "invitation",
    states: ["Pending", "Accepted", "Rejected", "Cancelled"],
    from: .given("pendingInvitation"),
    transitions: ["Accepted", "Rejected", "Cancelled"].flatMap { status in
      [
        answered(answer(status, "version-1"), status),
        answered(answer(status, "version-2", "-with-form"), status),
      ]
    },
    views: [
      .list(
        .step("pending", "connections.find-all", example: "pending"),
        items: "",
        identity: "/connectionId",
        named: "pendingInvitation",
        state: "/inviteStatusName",
        omits: ["Accepted", "Rejected", "Cancelled"],
        basis: .statedBy(findConnectionsPage)
      ),
      .list(
        .step("accepted", "connections.find-all", example: "accepted"),
        items: "",
        identity: "/connectionId",
        named: "pendingInvitation",
        state: "/inviteStatusName",
        omits: ["Pending", "Rejected", "Cancelled"],
        ignoring: ["/dAccepted"],
        basis: .statedBy(findConnectionsPage)
      ),
      .list(
        .step("all", "connections.find-all", example: "all"),
        items: "",
        identity: "/connectionId",
        named: "pendingInvitation",
        state: "/inviteStatusName",
        omits: [],
        leavesOpen: ["Rejected", "Cancelled"],
        ignoring: ["/dAccepted"],
        basis: .statedBy(findConnectionsPage)
      ),
    ]
  )

  /// A transition by an answer, which has no further effect when it is repeated.
  private static func answered(_ step: Workflow.Step, _ status: String) -> LifeCycle.Transition {
    var transition = LifeCycle.Transition.transition(
      step,
      from: "Pending",
      to: LifeCycle.State(status),
      repeated: .statuses(.any)
    )
    transition.repetition.basis = .statedBy(idempotence)
    return transition
  }

  /// A company that is asked for a connection: it may connect at once, later or not at all.
  static let company = LifeCycle.lifeCycle(
    "company",
    of: "company",
    states: ["not connected", "asked"],
    from: .given("discoverableCompany"),
    transitions: [
      .transition(request(1, "company"), from: "not connected", to: "asked"),
      .transition(
        request(2, "company-with-form"),
        from: "not connected",
        to: "asked",
        basis: .assumption(
          """
          The document announces a sample of version 2 and prints none; its request is read as one \
          with the Company Access Form.
          """
        )
      ),
    ],
    views: [
      .read(
        .step(
          "connection",
          "connections.find-one",
          example: "not-connected",
          arguments: ["cId": .identity("discoverableCompany")]
        ),
        state: "",
        values: [.value(nil, for: "not connected")],
        leavesOpen: ["asked"],
        basis: .statedBy(findConnectionPage)
      )
    ]
  )

  /// The answer to an invitation, by a route.
  private static func answer(
    _ status: String,
    _ route: String,
    _ suffix: String = ""
  ) -> Workflow.Step {
    let verbs = ["Accepted": "accept", "Rejected": "reject"]
    let name = (verbs[status] ?? "cancel") + suffix
    return .step(
      name,
      "connections.accept-reject",
      route: route,
      example: name,
      arguments: [
        "connectionId": .identity("pendingInvitation"),
        "inviteStatusName": .literal(.string(status)),
      ]
    )
  }

  /// A request for a connection, in a version.
  private static func request(_ version: Int, _ example: String) -> Workflow.Step {
    .step(
      version == 1 ? "request" : "request-with-form",
      "recommended.request-connection",
      version: version,
      example: example,
      bodyValues: [.at("/entityId", .identity("discoverableCompany"))]
    )
  }
}
