public import AccordSchema

/// What a right request gets: one of the contract's responses with its value.
public struct MockReply: Sendable, Hashable {
  /// The name of the response, such as `success`; `nil` for the usual one of the call's version.
  public var response: String?

  /// The value of its content; `nil` for a sample of its schema.
  public var value: JSON?

  /// The bytes of its content, where that is no value; `nil` for those of the value.
  public var bytes: [UInt8]?

  /// Whether the contract decides.
  package private(set) var isOfContract = false

  /// A reply with a value, as the usual response or as the one of this name.
  public init(_ value: JSON? = nil, as response: String? = nil) {
    self.value = value
    self.response = response
  }

  /// A reply with bytes, such as a file, as the usual response or as the one of this name.
  public init(bytes: [UInt8], as response: String? = nil) {
    self.bytes = bytes
    self.response = response
  }

  /// What the contract says: the outcome of the example that the request repeats, else a sample of
  /// the usual response.
  public static let contract: MockReply = {
    var reply = MockReply()
    reply.isOfContract = true
    return reply
  }()
}
