/// An exchange that passed through a relay.
package struct RelayedExchange: Sendable, Hashable {
  /// The number of its connection within the relay, from 1.
  package var connectionID: Int
  /// Its number on its connection, from 1.
  package var number: Int
  /// The request.
  package var request: WireServerRequest
  /// What came back or went wrong; what was sent is not kept in it.
  package var exchange: WireExchange
}

/// What passed through a relay and is no exchange that could be read.
package struct RelayedOther: Sendable, Hashable {
  /// The number of the connection within the relay, from 1.
  package var connectionID: Int
  /// Why, as a sentence.
  package var reason: String
}
