package import AccordMocking
package import AccordModel
package import AccordSchema

/// The mock of the Platform API: a contact's connections, listed, cancelled, removed, by a host of
/// ServiceStack.
package struct PlatformMock: MockBehaviour {
  /// Creates the behaviour.
  package init() {}

  /// The start state.
  package func start(_ setting: MockSetting) -> PlatformStore { PlatformStore() }

  /// Does what the documented endpoints do.
  package func reply(
    to call: MockCall,
    _ store: inout PlatformStore
  ) throws(MockRefusal) -> MockReply {
    switch call.contract.id {
    case "contacts.connections": list(call, store)
    case "connections.status-update": try update(call, &store)
    default: .contract
    }
  }

  /// The live data, as they are now.
  package func values(of given: Given, in store: PlatformStore) -> [JSON]? {
    func values(where isSuitable: (PlatformStore.Connection) -> Bool) -> [JSON] {
      store.connections.filter(isSuitable).compactMap { connection in
        connection.id.map { ["ConnectionId": .string($0), "RoleId": .string(connection.roleID)] }
      }
    }
    switch given.id {
    case "contact": return [.string(PlatformStore.contactID)]
    case "contactType": return [.string(PlatformStore.contactTypeID)]
    case "requestor": return [.string(PlatformStore.requestorID)]
    case "cancellableConnection": return values(where: \.allowsCancel)
    case "removableConnection": return values(where: \.allowsRemove)
    default: return nil
    }
  }

  /// ServiceStack's ways.
  package func convention(
    _ setting: MockSetting,
    accepts: @escaping @Sendable (String) -> Bool
  ) -> any MockConvention { ServiceStackConvention(setting, accepts: accepts) }
}

extension MockBehaviour where Self == PlatformMock {
  /// The mock of the Platform API.
  package static var platform: PlatformMock { PlatformMock() }
}

extension PlatformMock {
  private func list(_ call: MockCall, _ store: PlatformStore) -> MockReply {
    var found: [PlatformStore.Connection] = []
    // A contact that nobody knows has no connections.
    if call.value(of: "ContactId") == .string(PlatformStore.contactID) {
      found = store.connections
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
    return MockReply([
      "Connections": .array(found.map(\.json)),
      "TotalConnections": .number(JSONNumber(total)),
      "ResponseStatus": nil,
    ])
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

  private func update(
    _ call: MockCall,
    _ store: inout PlatformStore
  ) throws(MockRefusal) -> MockReply {
    let id = call.value(of: "ConnectionId")?.string ?? ""
    guard let index = store.connections.firstIndex(where: { $0.id == id }) else {
      throw .error("NotFound", "No connection has the id \(id).", status: 404)
    }
    // The verb in the path picks the action.
    let isRemoval = call.route.path.description.lowercased().hasSuffix("/remove")
    store.connections[index].status = isRemoval ? .removed : .cancelled
    return MockReply(["ResponseStatus": nil])
  }
}

extension MockCall {
  /// The value of a parameter as a whole number.
  fileprivate func integer(_ name: String) -> Int? { value(of: name)?.number?.int }
}
