import AccordSchema

/// A promise that a header field of an answer names a digest of its content.
///
/// The Docker-Content-Digest of a registry:
///
/// ```swift
/// .status(.ok, .bytes(), digests: [.required("Docker-Content-Digest", .algorithmAndHex)])
/// ```
public struct DigestRule: Sendable, Hashable {
  /// How a field writes a digest.
  public enum Form: Sendable, Hashable {
    /// The algorithm, a colon and hexadecimal digits in lower case: `sha256:e3b0c442…`, of the content
    /// after content codings are taken off (OCI image specification, section Digests).
    case algorithmAndHex
    /// Hexadecimal digits of SHA-256 alone, in either case, of the content after content codings are
    /// taken off.
    case hex
    /// A dictionary of algorithms, such as `sha-256=:47DEQpj8…=:` (RFC 9530), of the content as it was
    /// sent, content codings included.
    case dictionary
  }

  /// The name of the field.
  public var name: String

  /// How it writes the digest.
  public var form: Form

  /// Whether the field must be there; one that is there must be right.
  public var isRequired: Bool

  /// The promise.
  public var clause: Clause

  /// A field that must be there.
  public static func required(
    _ name: String,
    _ form: Form,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> DigestRule {
    DigestRule(name, form, isRequired: true, basis, SourceLine(fileID: fileID, line: line))
  }

  /// A field that is right where it is there.
  public static func optional(
    _ name: String,
    _ form: Form,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> DigestRule {
    DigestRule(name, form, isRequired: false, basis, SourceLine(fileID: fileID, line: line))
  }

  private init(_ name: String, _ form: Form, isRequired: Bool, _ basis: Basis, _ line: SourceLine) {
    self.name = name
    self.form = form
    self.isRequired = isRequired
    clause = Clause(
      "digest/\(name.lowercased())",
      "The header \(name) names the digest of the content.",
      basis: basis,
      source: line
    )
  }

  /// The rule as a part of the answer whose clause has this identifier.
  func belonging(to id: String) -> DigestRule {
    var rule = self
    rule.clause.id = "\(id)/\(clause.id)"
    return rule
  }
}

extension DigestRule {
  /// The value of the field for some content.
  package func value(of content: [UInt8]) -> String {
    switch form {
    case .algorithmAndHex: "sha256:\(SHA256.hexadecimal(of: content))"
    case .hex: SHA256.hexadecimal(of: content)
    case .dictionary: "sha-256=:\(StringFormat.text(inBase64: SHA256.digest(of: content))):"
    }
  }
}
