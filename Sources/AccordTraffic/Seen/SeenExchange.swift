public import AccordModel

/// An exchange that a client and a server had, and that somebody saw.
public struct SeenExchange: Sendable {
  /// What came back.
  public enum Answer: Sendable {
    /// A response; its content is that beside it, and its `body` is not looked at.
    case response(Exchange.Response, SeenContent)
    /// A response that broke off or cannot be read.
    case broken(ExchangeFailure, partial: Exchange.Response?)
    /// None that was recorded, with the reason as a sentence.
    case none(reason: String)
  }

  /// Its number among those that were seen, counted from one.
  public var number: Int

  /// Where it was seen, such as `traffic.har, line 12, column 5`.
  public var place: String

  /// The server that was called, such as `https://api.example:8443`.
  public var origin: String

  /// The method.
  public var method: String

  /// The request target in origin form: path and query, percent-encoded.
  public var target: String

  /// The fields of the request, in order.
  public var fields: [Field]

  /// The content of the request.
  public var content: SeenContent

  /// What came back.
  public var answer: Answer

  /// How long it took.
  public var timing: Exchange.Timing

  /// Whether it went through a browser or a tool before it was written down: credentials may have been taken
  /// out of it, and codings off its content.
  public var isFiltered: Bool

  /// Creates an exchange.
  public init(
    number: Int,
    place: String,
    origin: String,
    method: String,
    target: String,
    fields: [Field] = [],
    content: SeenContent = .whole([]),
    answer: Answer,
    timing: Exchange.Timing = Exchange.Timing(),
    isFiltered: Bool = false
  ) {
    self.number = number
    self.place = place
    self.origin = origin
    self.method = method
    self.target = target
    self.fields = fields
    self.content = content
    self.answer = answer
    self.timing = timing
    self.isFiltered = isFiltered
  }

  /// Method and address without the query, which may hold what nobody is to read.
  var name: String { "\(method) \(origin)\(target.prefix { $0 != "?" })" }
}
