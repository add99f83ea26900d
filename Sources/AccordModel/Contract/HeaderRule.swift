public import AccordSchema

/// What a contract says of one header field, on a request or on a response.
public struct HeaderRule: Sendable, Hashable {
  /// Whether the field must be there.
  public enum Presence: Sendable, Hashable {
    /// It must be there.
    case required
    /// It may be there.
    case optional
    /// It must not be there.
    case forbidden
  }

  /// The field name, compared without regard to case (RFC 9110 section 5.1).
  public var name: String

  /// Whether it must be there.
  public var presence: Presence

  /// What its value must be, read as text.
  public var value: Schema

  /// Whether a request carries the suite's credential in it.
  public var isCredential: Bool

  /// What a request without it gets.
  public var missing: Refusal?

  /// What a request with a wrong value gets, with the values to try.
  public var invalid: Refusal?

  /// What the value means.
  public var meaning: String

  /// The promise itself.
  public var clause: Clause

  /// A field that must be there.
  public static func required(
    _ name: String,
    _ value: Schema = .string,
    _ meaning: String = "",
    isCredential: Bool = false,
    missing: Refusal? = nil,
    invalid: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> HeaderRule {
    HeaderRule(
      name: name,
      presence: .required,
      value: value,
      isCredential: isCredential,
      missing: missing?.belonging(
        to: "header/\(name.lowercased())/missing",
        when: "A request without \(name)"
      ),
      invalid: invalid?.belonging(
        to: "header/\(name.lowercased())/invalid",
        when: "A request with a wrong \(name)"
      ),
      meaning: meaning,
      clause: Clause(
        "header/\(name.lowercased())",
        "The header \(name) is required.",
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }

  /// A field that may be there; where it is, its value must follow the schema.
  ///
  /// An answer is held to it where it has the field; requests send it where an example has it.
  public static func optional(
    _ name: String,
    _ value: Schema = .string,
    _ meaning: String = "",
    invalid: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> HeaderRule {
    HeaderRule(
      name: name,
      presence: .optional,
      value: value,
      isCredential: false,
      missing: nil,
      invalid: invalid?.belonging(
        to: "header/\(name.lowercased())/invalid",
        when: "A request with a wrong \(name)"
      ),
      meaning: meaning,
      clause: Clause(
        "header/\(name.lowercased())",
        "The header \(name) is optional.",
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }

  /// A field that must not be there.
  public static func forbidden(
    _ name: String,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> HeaderRule {
    HeaderRule(
      name: name,
      presence: .forbidden,
      value: .any,
      isCredential: false,
      missing: nil,
      invalid: nil,
      meaning: "",
      clause: Clause(
        "header/\(name.lowercased())",
        "The header \(name) is not sent.",
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }

  /// The field as a part of the answer whose clause has this identifier.
  func belonging(to id: String) -> HeaderRule {
    var rule = self
    rule.clause.id = "\(id)/\(clause.id)"
    return rule
  }

  var clauses: [Clause] {
    [clause] + [missing, invalid].compactMap(\.self).flatMap(\.clauses)
  }
}
