import AccordSchema

/// The address at which a host is reached on a port, whatever its name resolves to, as `--resolve` of
/// curl has it.
///
/// Requests, certificates and TLS still name the host.
///
/// ```swift
/// settings.connection.resolutions = [try HostResolution("api.example:443:127.0.0.1")]
/// ```
public struct HostResolution: Sendable, Hashable {
  /// The host, in lower case; `*` is any.
  public let host: String

  /// The port.
  public let port: Int

  /// The IPv4 or IPv6 address, without brackets.
  public let address: String

  /// Why a text is no resolution.
  public struct Invalid: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text.
    let text: String

    /// What was expected, what was found and what to do.
    public var description: String {
      """
      expected HOST:PORT:ADDRESS with an IP address, such as api.example:443:127.0.0.1 or \
      api.example:443:[::1], found \(JSON.string(text).text())
      """
    }
  }

  /// Reads `HOST:PORT:ADDRESS`; an IPv6 address may stand in brackets, and `*` means any host.
  public init(_ text: String) throws(Invalid) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let port = Int(parts[1]), (1...65_535).contains(port),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw Invalid(text: text) }
    var address = parts[2]
    if address.hasPrefix("["), address.hasSuffix("]") { address = address.dropFirst().dropLast() }
    guard let host = parts[0] == "*" ? "*" : HostName.ascii(String(parts[0])),
      Self.isAddress(String(address))
    else { throw Invalid(text: text) }
    self.host = host.lowercased()
    self.port = port
    self.address = String(address)
  }

  private static func isAddress(_ text: String) -> Bool {
    if HostName.isIPv6(text) { return true }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(part).map { $0 < 256 } == true
          && (part == "0" || !part.hasPrefix("0"))
      }
  }
}
