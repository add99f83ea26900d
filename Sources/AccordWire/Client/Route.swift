/// The way to a server, which is also what connections are pooled by.
enum Route: Sendable, Hashable {
  case direct(Endpoint)
  /// Plain http by a proxy, which is asked in absolute form (RFC 9112, section 3.2.2).
  case forward(Proxy)
  /// TLS through a tunnel that CONNECT opens (RFC 9110, section 9.3.6).
  case tunnel(Proxy, to: Endpoint)

  init(to endpoint: Endpoint, with settings: ProxySettings) {
    switch (settings.proxy(for: endpoint), endpoint.scheme) {
    case (nil, _): self = .direct(endpoint)
    case (let proxy?, .http): self = .forward(proxy)
    case (let proxy?, .https): self = .tunnel(proxy, to: endpoint)
    }
  }

  /// The end that the socket is connected to.
  var socketEndpoint: Endpoint {
    switch self {
    case .direct(let endpoint): endpoint
    case .forward(let proxy), .tunnel(let proxy, _): proxy.endpoint
    }
  }

  /// The server whose certificate is checked, when there is TLS at all.
  var tlsEndpoint: Endpoint? {
    switch self {
    case .direct(let endpoint): endpoint.scheme == .https ? endpoint : nil
    case .forward: nil
    case .tunnel(_, let endpoint): endpoint
    }
  }
}

extension WireRequest {
  /// The request as a proxy must see it: the target in absolute form, and who asks.
  ///
  /// A target that is absolute already stays as it is; `*` becomes the empty path (RFC 9112,
  /// section 3.2.4).
  package func throughProxy(_ proxy: Proxy, to endpoint: Endpoint) -> WireRequest {
    var request = self
    let prefix = Array("\(endpoint.scheme.rawValue)://\(endpoint.authority)".utf8)
    if target == [0x2A] {
      request.target = prefix
    } else if target.first == 0x2F || target.isEmpty {
      request.target = prefix + target
    }
    if let authorization = proxy.authorization,
      !fields.contains(where: { $0.isNamed("Proxy-Authorization") })
    {
      request.fields.append(WireField("Proxy-Authorization", authorization))
    }
    return request
  }

  /// The request that opens a tunnel.
  static func tunnel(to endpoint: Endpoint, by proxy: Proxy) -> WireRequest {
    var fields = [WireField("Host", endpoint.authorityWithPort)]
    if let authorization = proxy.authorization {
      fields.append(WireField("Proxy-Authorization", authorization))
    }
    return WireRequest("CONNECT", endpoint.authorityWithPort, fields: fields)
  }

  /// The transfer codings besides chunked that the TE field asks for (RFC 9112, section 7.4).
  var askedTransferCodings: Set<String> {
    let codings = fields.tokens(of: "TE").map { token in
      WireText.decode(ASCII.trimmed(Array(token.utf8.prefix { $0 != ASCII.semicolon })[...]))
    }
    return Set(codings.filter { $0 != "trailers" })
  }

  /// Whether a server that reads it right finds one whole message that keeps the connection.
  ///
  /// A request that is wrong on purpose may leave bytes behind, or leave the server waiting, and
  /// the next exchange must not suffer from it.
  static func keepsConnection(_ bytes: [UInt8]) -> Bool {
    var reader = MessageReader(
      .request,
      limits: ReadLimits(maxHeadBytes: .max, maxBodyBytes: .max, maxChunkLineBytes: .max)
    )
    reader.feed(bytes)
    return reader.allowsReuse && reader.surplus.isEmpty
  }
}
