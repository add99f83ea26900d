import NIOCore
import Synchronization

/// What an exchange on a stream needs to know of its request and its bounds.
struct HTTP2Order: Sendable {
  /// A number of its own, so that a late cancellation cannot meet another exchange.
  let id = HTTP2Order.ids.add(1, ordering: .relaxed).newValue
  var request: HTTP2Fields
  var method: String
  var limits: ReadLimits
  var headTimeout: TimeAmount
  /// The end of the whole exchange, and the limit that it comes from.
  var deadline: NIODeadline
  var totalTimeout: TimeAmount

  private static let ids = Atomic<Int>(0)
}
