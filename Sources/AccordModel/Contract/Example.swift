public import AccordSchema

/// A documented request with what it gets.
public struct Example: Sendable, Hashable {
  /// What an example expects.
  public enum Outcome: Sendable, Hashable {
    /// The response of this name; `success` is the name of the first.
    case response(String = "success")
    /// A refusal.
    case refusal(Refusal)
  }

  /// What few examples say, in one place: a contract may have very many.
  private struct Details: Sendable, Hashable {
    var routes: [String] = []
    var versions: [Int] = []
    var role: String?
    var query: Arguments = [:]
    var headers: Arguments = [:]
    var cookies: Arguments = [:]
    var body: JSON?
    var format: Format.ID?
    var bodyValues: [BodyValue] = []
    var consumes: [String] = []
    var changesState = false
    var outcome = Outcome.response()
    var otherResponses: [String] = []
    /// The clause, where it is not the one that its name gives.
    var clause: Clause?

    static let none = Details()
  }

  private final class Box: Sendable {
    let details: Details

    init(_ details: Details) { self.details = details }
  }

  private var ownName: String

  /// Path variables.
  public var path: Arguments

  private var basis: Basis
  private var source: SourceLine
  private var box: Box?

  private var details: Details {
    get { box?.details ?? .none }
    set { box = newValue == .none ? nil : Box(newValue) }
  }

  /// The name, unique in its contract.
  public var name: String {
    get { ownName }
    set {
      // The promise keeps its name.
      if newValue != ownName { details.clause = clause }
      ownName = newValue
    }
  }

  /// The routes it holds for, by their names; empty means all.
  public var routes: [String] {
    get { box?.details.routes ?? [] }
    set { details.routes = newValue }
  }

  /// The versions it holds for; empty means all that the route serves.
  public var versions: [Int] {
    get { box?.details.versions ?? [] }
    set { details.versions = newValue }
  }

  /// The role that calls, by its name in the suite; `nil` is the contract's own.
  public var role: String? {
    get { box?.details.role }
    set { details.role = newValue }
  }

  /// Query parameters.
  public var query: Arguments {
    get { box?.details.query ?? [:] }
    set { details.query = newValue }
  }

  /// Header fields, beside those that the contract requires, or in place of them; parameters that
  /// are header fields among them.
  public var headers: Arguments {
    get { box?.details.headers ?? [:] }
    set { details.headers = newValue }
  }

  /// Cookies.
  public var cookies: Arguments {
    get { box?.details.cookies ?? [:] }
    set { details.cookies = newValue }
  }

  /// The body, before `bodyValues` are put in.
  public var body: JSON? {
    get { box?.details.body }
    set { details.body = newValue }
  }

  /// The format of its content and of its answer, by its identifier in the suite; `nil` is the
  /// usual one.
  public var format: Format.ID? {
    get { box?.details.format }
    set { details.format = newValue }
  }

  /// Values of the body that are only known when a case runs.
  public var bodyValues: [BodyValue] {
    get { box?.details.bodyValues ?? [] }
    set { details.bodyValues = newValue }
  }

  /// The givens whose value a successful exchange uses up.
  public var consumes: [String] {
    get { box?.details.consumes ?? [] }
    set { details.consumes = newValue }
  }

  /// Whether a successful exchange changes what other cases see.
  public var changesState: Bool {
    get { box?.details.changesState ?? false }
    set { details.changesState = newValue }
  }

  /// What it gets.
  public var outcome: Outcome {
    get { box?.details.outcome ?? .response() }
    set { details.outcome = newValue }
  }

  /// The names of other answers of the contract that are right too, of ``Contract/responses`` and of
  /// ``Contract/otherwise``: the status of an answer says which of them it is.
  ///
  /// So a request may be described that is right, and for which a server may not have what it asks for.
  public var otherResponses: [String] {
    get { box?.details.otherResponses ?? [] }
    set { details.otherResponses = newValue }
  }

  /// That the example holds.
  public var clause: Clause {
    get { box?.details.clause ?? Self.clause(of: ownName, basis, source) }
    set {
      (basis, source) = (newValue.basis, newValue.source)
      details.clause = newValue == Self.clause(of: ownName, basis, source) ? nil : newValue
    }
  }

  private static func clause(of name: String, _ basis: Basis, _ source: SourceLine) -> Clause {
    Clause(
      "example/\(name)",
      "The example \(name) is answered as documented.",
      basis: basis,
      source: source
    )
  }

  /// Whether two examples say the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.ownName == right.ownName && left.path == right.path && left.basis == right.basis
      && left.source == right.source
      && (left.box === right.box || left.details == right.details)
  }

  /// Hashes what it says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ownName)
    hasher.combine(path)
    hasher.combine(basis)
    hasher.combine(source)
    hasher.combine(details)
  }

  /// A value at a place of the body.
  public struct BodyValue: Sendable, Hashable {
    /// The place.
    public var pointer: JSONPointer
    /// The value.
    public var value: Operand

    /// The value at a place.
    public static func at(_ pointer: JSONPointer, _ value: Operand) -> BodyValue {
      BodyValue(pointer: pointer, value: value)
    }
  }

  /// An example.
  ///
  /// Parameters that it does not mention are sent with the parameter's own example if they are
  /// required. The version is put in by the route.
  public static func example(
    _ name: String,
    in format: Format.ID? = nil,
    routes: [String] = [],
    versions: [Int] = [],
    as role: String? = nil,
    path: Arguments = [:],
    query: Arguments = [:],
    headers: Arguments = [:],
    cookies: Arguments = [:],
    body: JSON? = nil,
    bodyValues: [BodyValue] = [],
    consumes: [String] = [],
    changesState: Bool = false,
    expect outcome: Outcome = .response(),
    or otherResponses: [String] = [],
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Example {
    var outcome = outcome
    let id = "example/\(name)"
    if case .refusal(let refusal) = outcome {
      outcome = .refusal(refusal.belonging(to: id, when: "The example \(name)"))
    }
    var details = Details()
    details.routes = routes
    details.versions = versions
    details.role = role
    details.query = query
    details.headers = headers
    details.cookies = cookies
    details.body = body
    details.format = format
    details.bodyValues = bodyValues
    details.consumes = consumes
    details.changesState = changesState || !consumes.isEmpty
    details.outcome = outcome
    details.otherResponses = otherResponses
    return Example(name, path, details, basis, SourceLine(fileID: fileID, line: line))
  }

  private init(
    _ name: String,
    _ path: Arguments,
    _ details: Details,
    _ basis: Basis,
    _ source: SourceLine
  ) {
    ownName = name
    self.path = path
    self.basis = basis
    self.source = source
    self.details = details
  }

  /// The value that it has for a parameter outside the body; a parameter of a form is written in
  /// `query` as one of the query is.
  package func value(of parameter: Parameter) -> Operand? {
    if let value = path[parameter.name] ?? query[parameter.name] { return value }
    if parameter.places.contains(.header), let value = headers[parameter.name] { return value }
    return parameter.places.contains(.cookie) ? cookies[parameter.name] : nil
  }

  var clauses: [Clause] {
    guard case .refusal(let refusal) = outcome else { return [clause] }
    return [clause] + refusal.clauses
  }
}
