public import AccordModel
public import AccordSchema

/// What a right request gets: one of the contract's responses with its value.
public struct MockReply: Sendable, Hashable {
  /// The name of the response, such as `success`; `nil` for the usual one of the call's version.
  public var response: String?

  /// The value of its content; `nil` for a sample of its schema.
  public var value: JSON?

  /// The bytes of its content, where that is no value; `nil` for those of the value.
  public var bytes: [UInt8]?

  /// Header fields of the answer, each in the place of one of the same name that the contract alone would
  /// make up.
  public var fields: [Field]

  /// Whether the contract decides.
  package private(set) var isOfContract = false

  /// A reply with a value, as the usual response or as the one of this name.
  public init(_ value: JSON? = nil, as response: String? = nil, fields: [Field] = []) {
    self.value = value
    self.response = response
    self.fields = fields
  }

  /// A reply with bytes, such as a file, as the usual response or as the one of this name.
  public init(bytes: [UInt8], as response: String? = nil, fields: [Field] = []) {
    self.bytes = bytes
    self.response = response
    self.fields = fields
  }

  /// What the contract says: the outcome of the example that the request repeats, else a sample of
  /// the usual response.
  public static let contract: MockReply = {
    var reply = MockReply()
    reply.isOfContract = true
    return reply
  }()
}
