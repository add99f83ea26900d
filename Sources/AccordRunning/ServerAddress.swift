import AccordModel
import AccordSchema

/// The address of a server: scheme, host, port, and the path that goes before every route; or a Unix
/// socket.
public struct ServerAddress: Sendable, Hashable, CustomStringConvertible {
  /// Whether connections are encrypted.
  public let isSecure: Bool

  /// The host: a name in ASCII, an IPv4 address, or an IPv6 address without its brackets.
  public let host: String

  /// The port.
  public let port: Int

  /// The path before every route, percent-encoded, without a slash at its end; empty if there is
  /// none.
  public let path: String

  /// The path of the Unix socket that the server listens on; `nil` where it is reached by host and
  /// port.
  public let socketPath: String?

  /// Reads an address such as `https://staging.example/base` or `http://[::1]:8080`, or a Unix socket:
  /// `unix:/run/app.sock`, or `http+unix://%2Frun%2Fapp.sock/base` with a path before every route.
  ///
  /// Requests over a Unix socket go to the host `localhost`.
  ///
  /// What a path cannot hold is percent-encoded (RFC 3986 section 2.1), and a name beyond ASCII is
  /// written as `xn--…` (RFC 5891).
  public init(_ text: String) throws(Invalid) {
    guard !Self.holdsCredentials(text) else { throw .credentials }
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw .control(text)
    }
    if let (socket, rest) = try Self.socket(in: text) {
      (isSecure, host, port, socketPath) = (false, "localhost", 80, socket)
      path = try Self.path(rest, in: text)
      return
    }
    socketPath = nil
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) })
    else { throw .scheme(text) }
    isSecure = scheme == "https://"
    let rest = text.dropFirst(scheme.count)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    path = try Self.path(rest[slash...], in: text)
    let (name, portText) = try Self.parts(of: rest[..<slash], in: text)
    host = name
    guard let portText else {
      port = isSecure ? 443 : 80
      return
    }
    guard portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(portText),
      (1...65535).contains(number)
    else { throw .port(String(portText)) }
    port = number
  }

  /// The path before every route.
  private static func path(_ path: Substring, in text: String) throws(Invalid) -> String {
    // Bytes, because a mark after one of these characters would hide it.
    guard !text.utf8.contains(where: { $0 == 0x3F || $0 == 0x23 }) else { throw .query(text) }
    var path = path
    while path.hasSuffix("/") { path = path.dropLast() }
    if let escape = PercentEncoding.brokenEscape(in: String(path)) { throw .escape(escape) }
    return PercentEncoding.path(String(path))
  }

  /// The path of a Unix socket and what follows it, where a text names one.
  private static func socket(in text: String) throws(Invalid) -> (path: String, rest: Substring)? {
    if text.hasPrefix("unix:") {
      let path = text.dropFirst("unix:".count)
      // As `unix:///run/app.sock`, the form of a URL.
      let socket = path.hasPrefix("//") ? path.dropFirst(2) : path
      guard !socket.isEmpty else { throw .socket(text) }
      return (String(socket), "")
    }
    let scheme = "http+unix://"
    guard text.lowercased().hasPrefix(scheme) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    guard let socket = try? PercentEscapes.decoded(rest[..<slash]), !socket.isEmpty,
      !socket.utf8.contains(0)
    else { throw .socket(text) }
    return (socket, rest[slash...])
  }

  /// The address of a server that is known to listen there.
  package init(isSecure: Bool, host: String, port: Int) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    path = ""
    socketPath = nil
  }

  /// The host as it goes into requests, and the text of the port where there is one.
  private static func parts(
    of authority: Substring,
    in text: String
  ) throws(Invalid) -> (host: String, port: Substring?) {
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { throw .host(text) }
      let address = String(authority[authority.index(after: authority.startIndex)..<close])
      let after = authority[authority.index(after: close)...]
      guard after.isEmpty || after.hasPrefix(":") else { throw .host(text) }
      guard HostName.isIPv6(address) else { throw .name("[\(address)]") }
      return (address, after.isEmpty ? nil : after.dropFirst())
    }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { throw .host(text) }
    guard let host = HostName.ascii(String(name)) else { throw .name(String(name)) }
    return (host, parts.count > 1 ? parts[1] : nil)
  }

  /// Whether a user name stands before the host, in whatever else may be wrong: looked at first,
  /// because the other errors quote the text.
  private static func holdsCredentials(_ text: String) -> Bool {
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    return text[start...].utf8.prefix { ![0x2F, 0x3F, 0x23].contains($0) }.contains(0x40)
  }

  /// The scheme, the host, and the port where it is not the scheme's own; of a Unix socket
  /// `http+unix://` and its path, percent-encoded.
  public var origin: String {
    if let socketPath { return "http+unix://\(PercentEncoding.encode(socketPath))" }
    return "\(isSecure ? "https" : "http")://\(authority)"
  }

  /// The value of the Host field (RFC 9110 section 7.2).
  public var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }

  /// The address as it is shown.
  public var description: String { origin + path }
}
