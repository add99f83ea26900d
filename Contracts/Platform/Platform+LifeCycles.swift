import AccordModel
import AccordSchema

/// What becomes of a connection: it is cancelled or removed, which are two things.
///
/// What a connection gets that was cancelled or removed before is not documented and not asserted.
extension Platform {
  /// A connection that can be removed.
  static let removal = LifeCycle.lifeCycle(
    "removal",
    of: "connection",
    states: ["listed", "removed"],
    from: .given("removableConnection"),
    transitions: [
      .transition(statusUpdate("remove"), from: "listed", to: "removed", basis: .statedBy(listPage))
    ],
    views: [
      connections("list", example: "all", omits: ["removed"]),
      connections("list-with-removed", example: "removed-included"),
    ]
  )

  /// A connection that can be cancelled.
  static let cancellation = LifeCycle.lifeCycle(
    "cancellation",
    of: "connection",
    states: ["listed", "cancelled"],
    from: .given("cancellableConnection"),
    transitions: [.transition(statusUpdate("cancel"), from: "listed", to: "cancelled")],
    views: [connections("list", example: "all", changes: ["cancelled"])]
  )

  /// An update of the connection's status, by the route that has the name of the action.
  private static func statusUpdate(_ action: String) -> Workflow.Step {
    .step(
      action,
      "connections.status-update",
      route: action,
      example: action,
      arguments: [
        "ConnectionId": .identity("ConnectionId"), "RoleId": .identity("RoleId"),
      ]
    )
  }

  /// The list of the contact's connections, as an example asks for it.
  private static func connections(
    _ name: String,
    example: String,
    omits: [LifeCycle.State] = [],
    changes: [LifeCycle.State] = []
  ) -> LifeCycle.View {
    .list(
      .step(name, "contacts.connections", example: example),
      items: "/Connections",
      identity: "/ConnectionId",
      named: "ConnectionId",
      omits: omits,
      changes: changes,
      basis: .statedBy(listPage)
    )
  }
}
