/// Whom a certificate must be for (RFC 9110 section 4.3.4).
///
/// The TLS library also takes a certificate for the address of the connection's other end, whatever
/// name was asked for; behind a proxy that is the proxy's.
enum CertificateSubject: Sendable, Hashable {
  /// An address, as a certificate shows it in text.
  case address(String)
  /// A host's name.
  case host(String)

  /// Whether a certificate with these names is for it: all of them as text, and those of hosts.
  ///
  /// One without any alternative name was checked by its common name, by the library.
  func isNamed(by names: [String], hosts: [String]) -> Bool {
    switch self {
    case .address(let address): names.contains(address)
    case .host(let host): names.isEmpty || hosts.contains { Self.matches(host, $0) }
    }
  }

  /// Whether a name of a certificate, which may begin with a whole label of `*`, is for a host
  /// (RFC 6125 section 6.4).
  static func matches(_ host: String, _ name: String) -> Bool {
    let host = labels(host), name = labels(name)
    guard host.count == name.count, !host.contains("") else { return false }
    if name[0] == "*" { return host.count > 2 && host.dropFirst() == name.dropFirst() }
    return host == name
  }

  private static func labels(_ text: String) -> [String] {
    let text = text.hasSuffix(".") ? String(text.dropLast()) : text
    return text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
