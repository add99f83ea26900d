extension Exchange {
  /// A response as it came.
  public struct Response: Sendable, Hashable {
    /// An interim response (RFC 9110 section 15.2).
    public struct Interim: Sendable, Hashable {
      /// The status, 100 to 199.
      public var status: Int
      /// The fields.
      public var fields: [Field]

      /// Creates an interim response.
      public init(status: Int, fields: [Field]) {
        self.status = status
        self.fields = fields
      }
    }

    /// Something that the message does against RFC 9110 or RFC 9112, each kind once.
    public struct Deviation: Sendable, Hashable {
      /// The identifier, such as `RFC9112-2.2-bare-lf`.
      public var id: String
      /// The section of the specification, such as `RFC 9112 section 2.2`.
      public var section: String
      /// What the specification says.
      public var sentence: String
      /// Whether the specification only recommends it.
      public var isRecommendation: Bool
      /// Where it is first, in bytes from the beginning of the message or its interim responses.
      public var offset: Int
      /// The bytes that show it there, at most 64; empty where nothing is what shows it.
      public var evidence: [UInt8]
      /// How often it occurs in the message, at least once.
      public var count: Int

      /// Creates a deviation.
      public init(
        id: String,
        section: String = "RFC 9112",
        sentence: String,
        isRecommendation: Bool = false,
        offset: Int = 0,
        evidence: [UInt8] = [],
        count: Int = 1
      ) {
        self.id = id
        self.section = section
        self.sentence = sentence
        self.isRecommendation = isRecommendation
        self.offset = offset
        self.evidence = evidence
        self.count = count
      }
    }

    /// The protocol version, such as `HTTP/1.1`.
    public var version: String

    /// The status.
    public var status: Int

    /// The reason phrase, which may be empty.
    public var reason: String

    /// The fields.
    public var fields: [Field]

    /// The content, without its framing.
    public var body: [UInt8]

    /// The trailer fields.
    public var trailers: [Field]

    /// The interim responses before it.
    public var interim: [Interim]

    /// Bytes after the end of the message.
    public var surplus: [UInt8]

    /// What it does against RFC 9110 and RFC 9112.
    public var deviations: [Deviation]

    /// Creates a response.
    public init(
      version: String = "HTTP/1.1",
      status: Int,
      reason: String = "",
      fields: [Field] = [],
      body: [UInt8] = [],
      trailers: [Field] = [],
      interim: [Interim] = [],
      surplus: [UInt8] = [],
      deviations: [Deviation] = []
    ) {
      self.version = version
      self.status = status
      self.reason = reason
      self.fields = fields
      self.body = body
      self.trailers = trailers
      self.interim = interim
      self.surplus = surplus
      self.deviations = deviations
    }

    /// The value of the Content-Type field, when there is exactly one.
    public var contentType: String? {
      let values = fields.values(of: "Content-Type")
      return values.count == 1 ? values[0] : nil
    }
  }
}
