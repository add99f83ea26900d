/// Why a proxy that the environment names cannot be used.
package enum ProxyFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The scheme of the proxy itself is not http.
  case scheme(variable: String, scheme: String)
  /// The value is not a proxy URL. The value is not kept, because it may hold a password.
  case unreadable(variable: String)

  package var description: String {
    switch self {
    case .scheme(let variable, let scheme):
      "\(variable) names a \(WireText.escaped(Array(scheme.utf8))) proxy. "
        + "Only http proxies can be used."
    case .unreadable(let variable):
      "\(variable) is no proxy URL. Expected http://host:port."
    }
  }
}

extension ProxySettings {
  /// Reads `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`.
  ///
  /// The lower-case name wins over the upper-case one. `HTTP_PROXY` is ignored where
  /// `REQUEST_METHOD` is set, because a CGI server fills it from a request's Proxy field.
  package static func environment(
    _ environment: [String: String]
  ) throws(ProxyFault) -> ProxySettings {
    let all = value(of: "all_proxy", in: environment)
    let http = value(of: "http_proxy", in: environment) ?? all
    let https = value(of: "https_proxy", in: environment) ?? all
    let exceptions = value(of: "no_proxy", in: environment)?.value ?? ""
    return ProxySettings(
      httpProxy: try proxy(from: http),
      httpsProxy: try proxy(from: https),
      noProxy: exceptions.split { $0 == "," || $0.isWhitespace }
        .compactMap { NoProxyRule(String($0)) }
    )
  }

  /// The variable, as it is spelt there, that names the proxy for servers of a scheme.
  package static func variable(
    for scheme: Endpoint.Scheme,
    in environment: [String: String]
  ) -> String? {
    let variable = value(of: scheme == .http ? "http_proxy" : "https_proxy", in: environment)
    return (variable ?? value(of: "all_proxy", in: environment))?.name
  }

  /// A variable that is set, and its name as it is spelt there.
  private struct Variable {
    var name: String
    var value: String
  }

  private static func value(of name: String, in environment: [String: String]) -> Variable? {
    var names = [name, name.uppercased()]
    if name == "http_proxy", environment["REQUEST_METHOD"] != nil { names.removeLast() }
    for name in names {
      if let value = environment[name] {
        // An empty lower-case variable switches the upper-case one off.
        return Variable(name: name, value: value)
      }
    }
    return nil
  }

  /// Reads `[http://][user[:password]@]host[:port][/]`.
  private static func proxy(from variable: Variable?) throws(ProxyFault) -> Proxy? {
    guard let variable, !variable.value.isEmpty else { return nil }
    var rest = Array(variable.value.utf8)[...]
    if let end = firstIndex(of: "://", in: rest) {
      let scheme = WireText.decode(rest[..<end].map(ASCII.lowercased))
      guard scheme == "http" else {
        throw .scheme(variable: variable.name, scheme: scheme)
      }
      rest = rest[(end + 3)...]
    }
    rest = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    var authorization: String?
    if let at = rest.lastIndex(of: 0x40) {
      authorization = "Basic " + Base64.encode(userInformation(rest[..<at]))
      rest = rest[(at + 1)...]
    }
    guard let (host, port) = hostAndPort(rest) else {
      throw .unreadable(variable: variable.name)
    }
    return Proxy(host: host, port: port, authorization: authorization)
  }

  /// User and password with their percent-encoding undone, a missing password as an empty one.
  private static func userInformation(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x25, index + 2 < bytes.endIndex,
        let high = ASCII.hexadecimalValue(bytes[index + 1]),
        let low = ASCII.hexadecimalValue(bytes[index + 2])
      {
        result.append(UInt8(high << 4 | low))
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return bytes.contains(ASCII.colon) ? result : result + [ASCII.colon]
  }

  private static func hostAndPort(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
    var host = bytes
    var port = 80
    let literalEnd = bytes.lastIndex(of: 0x5D) ?? bytes.startIndex
    if let colon = bytes[literalEnd...].firstIndex(of: ASCII.colon) {
      host = bytes[..<colon]
      let digits = bytes[(colon + 1)...]
      if !digits.isEmpty {
        guard let number = ASCII.decimal(digits) else { return nil }
        port = number
      }
    }
    if host.first == 0x5B {
      guard host.last == 0x5D else { return nil }
      host = host.dropFirst().dropLast()
    } else if host.contains(where: { $0 == 0x5D || $0 == 0x5B }) {
      return nil
    }
    guard (1...65_535).contains(port), !host.isEmpty, host.allSatisfy({ $0 > ASCII.space }) else {
      return nil
    }
    return (WireText.decode(host), port)
  }

  private static func firstIndex(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let pattern = Array(text.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: pattern) }
  }
}
