public import AccordSchema

/// One input of an endpoint that travels in the path, the query, a form or the body.
public struct Parameter: Sendable, Hashable {
  /// A place that a parameter is read from.
  public enum Place: String, Sendable, Hashable {
    /// A variable of the route.
    case path
    /// The query string.
    case query
    /// A field of an urlencoded body.
    case form
    /// A member of the body.
    case body
  }

  /// The name.
  public var name: String

  /// The places it is read from, the one that wins first; cases send it in `usual`.
  public var places: [Place]

  /// The place where cases send it unless they try another.
  public var usual: Place

  /// What its value must be.
  public var schema: Schema

  /// Whether a request without it is wrong.
  public var isRequired: Bool

  /// What a request without it gets.
  public var missing: Refusal?

  /// What a value outside the schema gets.
  public var invalid: Refusal?

  /// What a well-formed value that names nothing gets; its probes are such values.
  public var unknown: Refusal?

  /// The value that cases send.
  public var example: Operand?

  /// What it means.
  public var meaning: String

  /// That the parameter exists and is required or not.
  public var clause: Clause

  /// That it is read from the other places than the usual too; `nil` where there is no other.
  public var placesClause: Clause?

  /// A parameter.
  ///
  /// The first of `places` wins where several bear a value; `usual` is where cases send it.
  public static func parameter(
    _ name: String,
    _ schema: Schema,
    in places: [Place],
    usual: Place? = nil,
    required: Bool,
    _ meaning: String = "",
    example: Operand? = nil,
    missing: Refusal? = nil,
    invalid: Refusal? = nil,
    unknown: Refusal? = nil,
    basis: Basis = .stated,
    placesBasis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Parameter {
    let id = "parameter/\(name)"
    let source = SourceLine(fileID: fileID, line: line)
    let usual = usual ?? places.first ?? .query
    let others = places.filter { $0 != usual }.map(\.rawValue)
    return Parameter(
      name: name,
      places: places,
      usual: usual,
      schema: schema,
      isRequired: required,
      missing: missing?.belonging(to: "\(id)/missing", when: "A request without \(name)"),
      invalid: invalid?.belonging(to: "\(id)/invalid", when: "A wrong value of \(name)"),
      unknown: unknown?.belonging(
        to: "\(id)/unknown",
        when: "A value of \(name) that names nothing"
      ),
      example: example,
      meaning: meaning,
      clause: Clause(
        id,
        "\(name) is \(required ? "required" : "optional").",
        basis: basis,
        source: source
      ),
      placesClause: others.isEmpty
        ? nil
        : Clause(
          "\(id)/places",
          "\(name) is read from \(others.joined(separator: ", ")) too.",
          basis: placesBasis,
          source: source
        )
    )
  }

  /// A variable of the path; always required.
  public static func path(
    _ name: String,
    _ schema: Schema,
    _ meaning: String = "",
    example: Operand? = nil,
    invalid: Refusal? = nil,
    unknown: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Parameter {
    parameter(
      name,
      schema,
      in: [.path],
      required: true,
      meaning,
      example: example,
      invalid: invalid,
      unknown: unknown,
      basis: basis,
      fileID: fileID,
      line: line
    )
  }

  /// A parameter of the query; optional unless said otherwise.
  public static func query(
    _ name: String,
    _ schema: Schema,
    required: Bool = false,
    _ meaning: String = "",
    example: Operand? = nil,
    missing: Refusal? = nil,
    invalid: Refusal? = nil,
    unknown: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Parameter {
    parameter(
      name,
      schema,
      in: [.query],
      required: required,
      meaning,
      example: example,
      missing: missing,
      invalid: invalid,
      unknown: unknown,
      basis: basis,
      fileID: fileID,
      line: line
    )
  }

  var clauses: [Clause] {
    [clause] + [placesClause].compactMap(\.self)
      + [missing, invalid, unknown].compactMap(\.self).flatMap(\.clauses)
  }
}
