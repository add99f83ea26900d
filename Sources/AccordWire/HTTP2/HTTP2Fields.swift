/// A request as HTTP/2 carries it: pseudo-fields first, names in lower case (RFC 9113 section 8.3.1).
struct HTTP2Fields: Sendable {
  typealias Field = (name: String, value: String)

  /// What belongs to one connection of HTTP/1.1 and must not be sent here (RFC 9113 section 8.2.2).
  static let connectionSpecific: Set<String> = [
    "connection", "proxy-connection", "keep-alive", "transfer-encoding", "upgrade",
  ]

  var fields: [Field]
  var body: [UInt8]
  var trailers: [Field]

  /// The Host field becomes the authority; fields of the connection are left out, as is all of TE but
  /// `trailers`.
  init(_ request: WireRequest, scheme: Endpoint.Scheme) {
    fields = [(":method", request.method)]
    let host = request.fields.first { $0.isNamed("Host") }
    if request.method != "CONNECT" {
      fields.append((":scheme", scheme.rawValue))
      if let host { fields.append((":authority", host.valueText)) }
      fields.append((":path", WireText.decode(request.target)))
    } else {
      fields.append((":authority", WireText.decode(request.target)))
    }
    var isHostSeen = false
    for field in request.fields {
      let name = field.nameText.lowercased()
      if name == "host", !isHostSeen {
        isHostSeen = true
        continue
      }
      if Self.connectionSpecific.contains(name) { continue }
      if name == "te", field.valueText.lowercased() != "trailers" { continue }
      fields.append((name, field.valueText))
    }
    body = request.body
    trailers = []
    if case .chunked = request.framing {
      trailers = request.trailers.map { ($0.nameText.lowercased(), $0.valueText) }
    }
  }

  /// A field section in lines, as it is shown: what stands on the wire is compressed.
  static func shown(_ fields: [Field]) -> [UInt8] {
    Array((fields.map { "\($0.name): \($0.value)\r\n" }.joined() + "\r\n").utf8)
  }

  /// The whole request as it is shown.
  var shown: [UInt8] {
    Self.shown(fields) + body + (trailers.isEmpty ? [] : Self.shown(trailers))
  }
}
