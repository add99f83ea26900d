/// That a call needs a credential of the suite, and what it gets without it.
///
/// ```swift
/// credential: .required(missing: .status(.unauthorized), invalid: .status(.unauthorized))
/// ```
///
/// Where the credential goes, the suite says: in a header, the query, a cookie or a signature. So the
/// planned cases without it, and with a wrong one, are the same for all of them.
public struct CredentialRule: Sendable, Hashable {
  /// The role as which cases call, by its name in ``ContractSuite/roles``; `nil` is the suite's usual
  /// credential.
  public var role: String?

  /// What a request without a credential gets.
  public var missing: Refusal?

  /// What a request with a wrong credential gets; a probe's value stands in the place of the token.
  public var invalid: Refusal?

  /// The promise itself.
  public var clause: Clause

  /// A credential that must be there; `as` names the role that the suite's cases take.
  public static func required(
    as role: String? = nil,
    missing: Refusal? = nil,
    invalid: Refusal? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> CredentialRule {
    CredentialRule(
      role: role,
      missing: missing?.belonging(to: "credential/missing", when: "A request without a credential"),
      invalid: invalid?.belonging(
        to: "credential/invalid",
        when: "A request with a wrong credential"
      ),
      clause: Clause(
        "credential",
        "A caller proves who it is\(role.map { ", as \($0)" } ?? "").",
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }

  var clauses: [Clause] { [clause] + [missing, invalid].compactMap(\.self).flatMap(\.clauses) }
}
