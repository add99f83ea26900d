public import AccordSchema

/// One input of an endpoint that travels in the path, the query, a header field, a cookie, a form or
/// the body.
public struct Parameter: Sendable, Hashable {
  /// A place that a parameter is read from.
  public enum Place: String, Sendable, Hashable {
    /// A variable of the route.
    case path
    /// The query string.
    case query
    /// A header field.
    case header
    /// A cookie (RFC 6265 section 4.2).
    case cookie
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

  /// How a list or an object is written; `nil` for the usual style of the place.
  public var style: Style?

  /// Whether items and members have names of their own; `nil` for what is usual with the style.
  public var explode: Bool?

  /// Whether reserved characters stand in a query as they are.
  public var allowReserved: Bool

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
  /// The first of `places` wins where several bear a value; `usual` is where cases send it. `style`,
  /// `explode` and `allowReserved` are those of OpenAPI and say how a list or an object is written.
  public static func parameter(
    _ name: String,
    _ schema: Schema,
    in places: [Place],
    usual: Place? = nil,
    required: Bool,
    _ meaning: String = "",
    style: Style? = nil,
    explode: Bool? = nil,
    allowReserved: Bool = false,
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
      style: style,
      explode: explode,
      allowReserved: allowReserved,
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

  var clauses: [Clause] {
    [clause] + [placesClause].compactMap(\.self)
      + [missing, invalid, unknown].compactMap(\.self).flatMap(\.clauses)
  }
}
