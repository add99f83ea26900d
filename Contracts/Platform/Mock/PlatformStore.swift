import AccordMocking
import AccordSchema

/// What the Platform mock knows: the connections of one contact.
package struct PlatformStore: Sendable {
  /// A connection, or the request for one.
  struct Connection: Sendable {
    /// The states of a connection.
    enum Status: String, Sendable, CaseIterable {
      /// It is agreed on and waits for its beginning: it can be cancelled.
      case pending = "Pending"
      /// It is in force, and can be removed.
      case connected = "Connected"
      /// It is in force, and cannot be removed.
      case locked = "Locked"
      /// It is a request that came in.
      case requested = "Requested"
      case cancelled = "Cancelled"
      case removed = "Removed"
    }

    let number: Int
    var status: Status { didSet { json = written } }

    /// The connection as it is listed: written when it changes, because whole lists are asked for
    /// again and again.
    private(set) var json: JSON = nil

    init(number: Int, status: Status) {
      self.number = number
      self.status = status
      json = written
    }
  }

  var connections: [Connection]

  /// The contact whose connections they are.
  static let contactID = GUID.text(family: 0xC, 1)

  /// The type of that contact: a real person.
  static let contactTypeID = GUID.text(family: 0xD, 1)

  /// Who asks.
  static let requestorID = GUID.text(family: 0xC, 2)

  /// How many connections begin in each state.
  ///
  /// The whole shipped plan uses up about 35 pending and 25 connected ones; many more would only
  /// make every list longer.
  private static let counts: [(status: Connection.Status, count: Int)] = [
    (.pending, 50), (.connected, 40), (.locked, 10), (.requested, 10), (.removed, 5),
  ]

  /// The start state.
  init() {
    connections = []
    for (status, count) in Self.counts {
      for _ in 0..<count {
        connections.append(Connection(number: connections.count + 1, status: status))
      }
    }
  }
}
