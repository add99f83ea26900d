import AccordModel
import AccordSchema
import Synchronization

/// The Platform API: a contact's connections, listed, cancelled, removed.
final class PlatformBehaviour: Behaviour {
  private let store = Mutex(PlatformStore())

  init(_ suite: ContractSuite) {}

  func accepts(_ token: String) -> Bool { token == Mock.token }

  func perform(_ call: Call) throws(Denial) -> Reply {
    switch call.contract.id {
    case "contacts.connections": list(call)
    case "connections.status-update": try update(call)
    default: Reply()
    }
  }

  func answer(undeclared request: MockRequest, _ target: RequestTarget) -> MockAnswer? { nil }

  func reset() { store.withLock { $0 = PlatformStore() } }

  func givens() -> [(name: String, values: [JSON])] {
    store.withLock { store in
      func values(where isSuitable: (PlatformStore.Connection) -> Bool) -> [JSON] {
        store.connections.filter(isSuitable).compactMap { connection in
          connection.id.map { ["ConnectionId": .string($0), "RoleId": .string(connection.roleID)] }
        }
      }
      return [
        ("contact", [.string(PlatformStore.contactID)]),
        ("contactType", [.string(PlatformStore.contactTypeID)]),
        ("requestor", [.string(PlatformStore.requestorID)]),
        ("cancellableConnection", values(where: \.allowsCancel)),
        ("removableConnection", values(where: \.allowsRemove)),
      ]
    }
  }
}

extension PlatformBehaviour {
  private func list(_ call: Call) -> Reply {
    var found: [PlatformStore.Connection] = []
    // A contact that nobody knows has no connections.
    if call.value(of: "ContactId") == .string(PlatformStore.contactID) {
      found = store.withLock { $0.connections }
    }
    if call.value(of: "IncludeRemoved") != true { found.removeAll { $0.status == .removed } }
    let index = call.integer("SortIndex") ?? 0
    // Equal ones stay in the order in which they were made.
    found = found.enumerated()
      .map { (key: $0.element.sortKey(index), offset: $0.offset, connection: $0.element) }
      .sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }
      .map(\.connection)
    if call.value(of: "SortOrder") == "Descending" { found.reverse() }
    let total = found.count
    if call.value(of: "IsPagedMode") == true {
      found = page(of: found, call.integer("PageNumber") ?? 0, size: call.integer("PageSize") ?? 0)
    }
    return Reply(
      value: [
        "Connections": .array(found.map(\.json)),
        "TotalConnections": .number(JSONNumber(total)),
        "ResponseStatus": nil,
      ]
    )
  }

  /// Pages are counted from 1; 0 is the first page too.
  private func page(
    of list: [PlatformStore.Connection],
    _ number: Int,
    size: Int
  ) -> [PlatformStore.Connection] {
    let size = max(0, size)
    let (start, overflows) = (max(1, number) - 1).multipliedReportingOverflow(by: size)
    guard !overflows, start < list.count else { return [] }
    return Array(list[start...].prefix(size))
  }

  private func update(_ call: Call) throws(Denial) -> Reply {
    let id = call.value(of: "ConnectionId")?.string ?? ""
    // The verb in the path picks the action.
    let isRemoval = call.route.path.description.lowercased().hasSuffix("/remove")
    let isKnown = store.withLock { store in
      guard let index = store.connections.firstIndex(where: { $0.id == id }) else { return false }
      store.connections[index].status = isRemoval ? .removed : .cancelled
      return true
    }
    guard isKnown else {
      throw Denial(named: "NotFound", status: 404, "No connection has the id \(id).")
    }
    return Reply(value: ["ResponseStatus": nil])
  }
}

extension Call {
  /// The value of a parameter as a whole number.
  fileprivate func integer(_ name: String) -> Int? { value(of: name)?.number?.int }
}
