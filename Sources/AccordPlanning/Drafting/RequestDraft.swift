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

  /// The query parameters that are sent behind the target; of others it has its own.
  var besideTarget: Set<String> = []
  var content: Content?

  /// The format of the content.
  var contentFormat: Format?
  var version: Version?

  /// The format of the answer that the example names, where requests have no way to choose but Accept.
  var namedFormat: Format?

  /// The ways in which the request asks for its answer's format; none leaves it to the fallback.
  var selections: [Selection]

  /// The header fields that the contract asks for.
  var fields: [RequestTemplate.Field]

  /// The credential that is sent where the suite says that it goes.
  var credential: RequestTemplate.CredentialUse?

  /// Live data that are looked for in the answer.
  var sought: Arguments = [:]

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

  /// The role that calls; `nil` is the suite's usual caller.
  var role: String? { example.role ?? endpoint.contract.credential?.role }

  /// What the request gets if it is right.
  var response: ResponseRule? { endpoint.response(of: example, in: chosenFormat) }

  /// What the request may get too, if it is that of its example.
  var otherResponses: [ResponseRule] {
    example.otherResponses.compactMap { name in
      endpoint.contract.answers.first { $0.clause.id == "response/\(name)" }
    }
  }

  /// The format that the answer has, as far as the request chose one.
  var answerFormat: Format? { chosenFormat ?? writtenFormats.first }

  /// Other formats that the answer may have, because the request leaves the choice to the server.
  var otherAnswerFormats: [Format] {
    let possible = acceptedFormats ?? (chosenFormat == nil ? writtenFormats : [])
    guard !possible.isEmpty else { return [] }
    let usual = answerFormat
    return possible.filter { $0 != usual }
  }

  /// The formats of the response, the usual first, for a request that chooses none.
  private var writtenFormats: [Format] { endpoint.writtenFormats(of: example) }

  /// The format that the request chooses; `nil` where it leaves that to the server.
  private var chosenFormat: Format? {
    if let acceptedFormats {
      return AcceptField(acceptedMediaTypes ?? []).best(of: acceptedFormats)
    }
    guard endpoint.scope.negotiates,
      let negotiation = endpoint.suite.negotiation
    else { return namedFormat }
    return winner?.format ?? endpoint.suite.format(negotiation.fallback)
  }

  /// The formats that the example's own Accept admits; `nil` where it has none, or none that says which.
  private var acceptedFormats: [Format]? {
    guard let acceptedMediaTypes, isAcceptRead else { return nil }
    let formats = endpoint.scope.formats
    let admitted = AcceptField(acceptedMediaTypes).admitted(of: formats)
    return admitted.isEmpty ? nil : admitted
  }

  /// Whether Accept chooses, unless something stronger does.
  private var isAcceptRead: Bool {
    guard endpoint.scope.negotiates else { return true }
    let ways = endpoint.suite.negotiation?.ways.map(\.way) ?? []
    return ways.contains(.accept) && selections.allSatisfy { $0.rule.way == .accept }
  }

  /// The format of a refusal of the request, for a suite whose errors have none of their own: that of
  /// the answer, unless no error can be written so.
  var refusalFormat: Format? {
    let usual = endpoint.suite.formats.first { $0.syntax.writesValues }
    return answerFormat.flatMap { $0.syntax.writesValues ? $0 : nil } ?? usual
  }

  /// Other formats that a refusal may have: the suite's usual one, where the answer's is its own.
  var otherRefusalFormats: [Format] {
    guard let rule = response, !rule.formats.isEmpty else { return otherAnswerFormats }
    let usual = endpoint.suite.formats.first { $0.syntax.writesValues }
    let refusalFormat = refusalFormat
    return (otherAnswerFormats + [usual].compactMap(\.self)).filter { $0 != refusalFormat }
  }

  /// Whether the example says itself what it accepts.
  var hasOwnAccept: Bool { acceptedMediaTypes != nil }

  /// The value of the example's own Accept, where that is written down.
  private var acceptedMediaTypes: [String]? {
    guard
      case .literal(let value) = example.headers.list.first(where: {
        $0.name.lowercased() == "accept"
      })?.value
    else { return nil }
    return value.string.map { [$0] }
  }

  /// The promise by which the answer has that format; `nil` where requests cannot choose.
  var answerClause: Clause? {
    guard endpoint.scope.negotiates,
      let negotiation = endpoint.suite.negotiation
    else { return nil }
    guard let winner else { return negotiation.fallbackClause }
    return selections.count > 1
      ? negotiation.precedenceClause : winner.rule.clause(for: winner.format.id)
  }

  /// The format that the request asks for; `nil` where it leaves that to the server.
  var askedFormat: Format? {
    guard endpoint.scope.negotiates else { return answerFormat }
    return acceptedFormats == nil ? winner?.format : chosenFormat
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
