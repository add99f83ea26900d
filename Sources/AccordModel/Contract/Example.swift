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

  /// The name, unique in its contract.
  public var name: String

  /// The routes it holds for, by their names; empty means all.
  public var routes: [String]

  /// The versions it holds for; empty means all that the route serves.
  public var versions: [Int]

  /// The role that calls, by its name in the suite; `nil` is the contract's own.
  public var role: String?

  /// Path variables.
  public var path: Arguments

  /// Query parameters.
  public var query: Arguments

  /// Header fields, beside those that the contract requires, or in place of them; parameters that
  /// are header fields among them.
  public var headers: Arguments

  /// Cookies.
  public var cookies: Arguments

  /// The body, before `bodyValues` are put in.
  public var body: JSON?

  /// The format of its content and of its answer, by its identifier in the suite; `nil` is the
  /// usual one.
  public var format: Format.ID?

  /// Values of the body that are only known when a case runs.
  public var bodyValues: [BodyValue]

  /// The givens whose value a successful exchange uses up.
  public var consumes: [String]

  /// Whether a successful exchange changes what other cases see.
  public var changesState: Bool

  /// What it gets.
  public var outcome: Outcome

  /// The names of other answers of the contract that are right too, of ``Contract/responses`` and of
  /// ``Contract/otherwise``: the status of an answer says which of them it is.
  ///
  /// So a request may be described that is right, and for which a server may not have what it asks for.
  public var otherResponses: [String] = []

  /// That the example holds.
  public var clause: Clause

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
    return Example(
      name: name,
      routes: routes,
      versions: versions,
      role: role,
      path: path,
      query: query,
      headers: headers,
      cookies: cookies,
      body: body,
      format: format,
      bodyValues: bodyValues,
      consumes: consumes,
      changesState: changesState || !consumes.isEmpty,
      outcome: outcome,
      otherResponses: otherResponses,
      clause: Clause(
        id,
        "The example \(name) is answered as documented.",
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
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
