public import AccordSchema

/// Where a version travels in a request, which versions a route serves, and what happens with the
/// others.
public struct VersionRule: Sendable, Hashable {
  /// Where the version travels.
  public enum Carrier: Sendable, Hashable {
    /// A query parameter.
    case query(String)
    /// A variable of the path.
    case path(String)
    /// A member of the body.
    case body(JSONPointer)
    /// A request header.
    case header(String)
    /// A parameter of the Accept media type.
    case mediaTypeParameter(String)
  }

  /// Where the version travels.
  public var carrier: Carrier

  /// The versions that the route serves, in ascending order.
  public var served: [Int]

  /// The version that an absent one means; `nil` if it may not be absent.
  public var whenAbsent: Int?

  /// What a version that does not exist gets, with the versions to try.
  public var unsupported: Refusal?

  /// What an absent version gets, where it may not be absent.
  public var missing: Refusal?

  /// What a version that is not a number gets.
  public var notANumber: Refusal?

  /// That the versions are served here.
  public var clause: Clause

  /// That an absent version means `whenAbsent`.
  public var absentClause: Clause?

  /// A version that travels in `carrier`.
  public static func version(
    in carrier: Carrier,
    serves served: [Int],
    whenAbsent: Int? = nil,
    absentBasis: Basis = .stated,
    unsupported: Refusal? = nil,
    missing: Refusal? = nil,
    notANumber: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> VersionRule {
    let source = SourceLine(fileID: fileID, line: line)
    let list = served.map(String.init).joined(separator: " and ")
    let id = "version/\(served.map(String.init).joined(separator: "+"))"
    return VersionRule(
      carrier: carrier,
      served: served,
      whenAbsent: whenAbsent,
      unsupported: unsupported?.belonging(
        to: "\(id)/unsupported",
        when: "A version other than \(list)"
      ),
      missing: missing?.belonging(to: "\(id)/missing", when: "A request without a version"),
      notANumber: notANumber?.belonging(
        to: "\(id)/not-a-number",
        when: "A version that is not a number"
      ),
      clause: Clause(
        id,
        "\(served.count == 1 ? "Version \(list) is" : "Versions \(list) are") requested by "
          + "\(carrier.sentence).",
        basis: basis,
        source: source
      ),
      absentClause: whenAbsent.map { version in
        Clause(
          "\(id)/absent",
          "A request without a version means version \(version).",
          basis: absentBasis,
          source: source
        )
      }
    )
  }

  var clauses: [Clause] {
    [clause] + [absentClause].compactMap(\.self)
      + [unsupported, missing, notANumber].compactMap(\.self).flatMap(\.clauses)
  }
}

extension VersionRule.Carrier {
  /// The place in words, such as `the query parameter version`.
  public var sentence: String {
    switch self {
    case .query(let name): "the query parameter \(name)"
    case .path(let name): "the path segment of \(name)"
    case .body(let pointer): "the body member \(pointer)"
    case .header(let name): "the header \(name)"
    case .mediaTypeParameter(let name): "the media type parameter \(name)"
    }
  }
}
