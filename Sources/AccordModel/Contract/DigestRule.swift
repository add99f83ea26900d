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
    /// The algorithm, a colon and hexadecimal digits in lower case: `sha256:e3b0c442…` or `sha512:…`, of
    /// the content after content codings are taken off (OCI image specification, section Digests).
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
  /// An algorithm whose digests are computed.
  package enum Algorithm: String, Sendable, CaseIterable {
    case sha256 = "sha-256"
    case sha512 = "sha-512"

    /// The digest of some bytes.
    fileprivate func digest(of bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .sha256: SHA256.digest(of: bytes)
      case .sha512: SHA512.digest(of: bytes)
      }
    }
  }

  /// The value of the field for some content, by SHA-256, as the behaviour of a mock says it of what it keeps.
  public func value(of content: [UInt8]) -> String { value(of: content, by: .sha256) }

  /// The value of the field for some content, by an algorithm.
  package func value(of content: [UInt8], by algorithm: Algorithm) -> String {
    let digest = algorithm.digest(of: content)
    switch form {
    case .algorithmAndHex: return "\(algorithm):\(digest.hexadecimal)"
    case .hex: return digest.hexadecimal
    case .dictionary: return "\(algorithm.rawValue)=:\(StringFormat.text(inBase64: digest)):"
    }
  }
}

extension [UInt8] {
  /// The bytes as hexadecimal digits in lower case.
  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
