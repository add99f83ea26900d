import AccordModel
import AccordSchema
import HTTPTypes

/// A request in parts, so that a planner can change one of them.
struct RequestDraft: Sendable {
  /// A parameter's value at the place where it is sent.
  struct Placed: Sendable, Hashable {
    var name: String
    var place: Parameter.Place
    var value: Operand
  }

  /// The content beside parameters.
  enum Content: Sendable, Hashable {
    /// A value with live values at their places, in a format.
    case value(JSON, [Example.BodyValue])
    /// Bytes that are no value of the format.
    case bytes([UInt8])
  }

  /// What the request says of its version.
  enum Version: Sendable, Hashable {
    /// A version that the route serves.
    case served(Int)
    /// Nothing.
    case absent
    /// A wrong version.
    case wrong(JSON)
  }

  /// A format asked for in a way.
  struct Selection: Sendable, Hashable {
    var rule: Negotiation.Rule
    var format: Format
  }

  let endpoint: Endpoint
  let example: Example

  /// The method; `nil` for the one that suits the request.
  var chosenMethod: HTTPRequest.Method?
  var arguments: [Placed]

  /// The whole target, where an earlier answer leads to it.
  var target: Operand?
  var content: Content?

  /// The format of the content.
  var contentFormat: Format?
  var version: Version?

  /// The ways in which the request asks for its answer's format; none leaves it to the fallback.
  var selections: [Selection]

  /// The header fields that the contract asks for.
  var fields: [RequestTemplate.Field]

  /// Header fields that are left out, whatever else would send them.
  var omittedFields: [String] = []

  /// The method that is sent.
  ///
  /// Content goes with a method that gives it a meaning; a change goes with one that is not safe,
  /// because a safe request may be sent twice.
  var method: HTTPRequest.Method {
    if let chosenMethod { return chosenMethod }
    let probed = endpoint.route.methods.probed
    if hasContent, let method = probed.first(where: \.givesContentMeaning) { return method }
    if example.changesState, let method = probed.first(where: { !$0.isSafe }) { return method }
    return probed.first ?? .get
  }

  /// Whether the request has content.
  var hasContent: Bool {
    content != nil || arguments.contains { $0.place == .form || $0.place == .body }
  }

  /// What the request gets if it is right.
  var response: ResponseRule? { endpoint.response(of: example) }

  /// The format that the answer has, as far as the request chose one.
  var answerFormat: Format? {
    let formats = endpoint.contract.formats(in: endpoint.suite)
    guard endpoint.contract.negotiates(in: endpoint.suite),
      let negotiation = endpoint.suite.negotiation
    else { return formats.first }
    return winner?.format ?? endpoint.suite.format(negotiation.fallback)
  }

  /// The promise by which the answer has that format; `nil` where requests cannot choose.
  var answerClause: Clause? {
    guard endpoint.contract.negotiates(in: endpoint.suite),
      let negotiation = endpoint.suite.negotiation
    else { return nil }
    guard let winner else { return negotiation.fallbackClause }
    return selections.count > 1
      ? negotiation.precedenceClause : winner.rule.clause(for: winner.format.id)
  }

  /// The format that the request asks for; `nil` where it leaves that to the server.
  var askedFormat: Format? {
    guard endpoint.contract.negotiates(in: endpoint.suite) else { return answerFormat }
    return winner?.format
  }

  /// The way that wins among those used.
  private var winner: Selection? {
    guard let negotiation = endpoint.suite.negotiation else { return nil }
    for rule in negotiation.ways {
      if let selection = selections.first(where: { $0.rule.way == rule.way }) { return selection }
    }
    return nil
  }
}
