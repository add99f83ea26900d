/// A version of TLS, as a connection agreed on it.
public enum TLSVersion: String, Sendable, Hashable, CaseIterable {
  /// TLS 1.0 (RFC 2246).
  case version1 = "TLS 1.0"
  /// TLS 1.1 (RFC 4346).
  case version1_1 = "TLS 1.1"
  /// TLS 1.2 (RFC 5246).
  case version1_2 = "TLS 1.2"
  /// TLS 1.3 (RFC 8446).
  case version1_3 = "TLS 1.3"

  /// Whether it must not be used any more (RFC 8996).
  public var isDeprecated: Bool { self == .version1 || self == .version1_1 }
}
