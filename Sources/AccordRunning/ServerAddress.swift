/// The address of a server: scheme, host, port, and the path that goes before every route.
public struct ServerAddress: Sendable, Hashable, CustomStringConvertible {
  /// Whether connections are encrypted.
  public let isSecure: Bool

  /// The host: a name, an IPv4 address, or an IPv6 address without its brackets.
  public let host: String

  /// The port.
  public let port: Int

  /// The path before every route, without a slash at its end; empty if there is none.
  public let path: String

  /// Why a text is no server address.
  public enum Invalid: Error, Sendable, Hashable, CustomStringConvertible {
    /// It begins with neither `http://` nor `https://`.
    case scheme(String)
    /// It has no host.
    case host(String)
    /// Its port is not a number from 1 to 65535.
    case port(String)
    /// It holds a user name or a password.
    case credentials
    /// It has a query or a fragment.
    case query(String)

    /// What was expected, what was found and what to do.
    public var description: String {
      switch self {
      case .scheme(let text):
        "expected a URL that begins with http:// or https://, found \"\(text)\""
      case .host(let text): "expected a host after the scheme, found \"\(text)\""
      case .port(let text): "expected a port from 1 to 65535, found \"\(text)\""
      case .credentials:
        """
        expected a URL without a user name or a password, which would stand in every report; \
        give credentials in environment variables
        """
      case .query(let text): "expected a URL without query and fragment, found \"\(text)\""
      }
    }
  }

  /// Reads an address such as `https://staging.example/base` or `http://[::1]:8080`.
  public init(_ text: String) throws(Invalid) {
    guard !Self.holdsCredentials(text) else { throw .credentials }
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) })
    else { throw .scheme(text) }
    isSecure = scheme == "https://"
    let rest = text.dropFirst(scheme.count)
    guard !rest.contains("?"), !rest.contains("#") else { throw .query(text) }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    var path = rest[slash...]
    while path.hasSuffix("/") { path = path.dropLast() }
    self.path = String(path)

    var portText: Substring?
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { throw .host(text) }
      host = String(authority[authority.index(after: authority.startIndex)..<close])
      let after = authority[authority.index(after: close)...]
      guard after.isEmpty || after.hasPrefix(":") else { throw .host(text) }
      portText = after.isEmpty ? nil : after.dropFirst()
    } else {
      let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      host = String(parts.first ?? "")
      portText = parts.count > 1 ? parts[1] : nil
    }
    guard !host.isEmpty, !host.contains(where: { $0.isWhitespace }) else { throw .host(text) }
    guard let portText else {
      port = isSecure ? 443 : 80
      return
    }
    guard portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(portText),
      (1...65535).contains(number)
    else { throw .port(String(portText)) }
    port = number
  }

  /// Whether a user name stands before the host, in whatever else may be wrong: looked at first,
  /// because the other errors quote the text.
  private static func holdsCredentials(_ text: String) -> Bool {
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    return text[start...].prefix { !["/", "?", "#"].contains($0) }.contains("@")
  }

  /// The scheme, the host, and the port where it is not the scheme's own.
  public var origin: String {
    "\(isSecure ? "https" : "http")://\(authority)"
  }

  /// The value of the Host field (RFC 9110 section 7.2).
  public var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }

  /// The address as it is shown.
  public var description: String { origin + path }
}
