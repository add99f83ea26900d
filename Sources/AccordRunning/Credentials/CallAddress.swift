import AccordModel

/// Where a call beside the cases goes: below the server's address, or to another server.
struct CallAddress: Sendable, Hashable {
  let origin: String
  let authority: String
  let target: String

  /// Reads a path, which is taken below `base`, or a whole address; `nil` if it is neither.
  init?(_ text: String, below base: ServerAddress) {
    if text.hasPrefix("/") {
      origin = base.origin
      authority = base.authority
      target = base.path + text
    } else {
      guard let scheme = text.firstRange(of: "://") else { return nil }
      let rest = text[scheme.upperBound...]
      let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
      guard let server = try? ServerAddress(String(text[..<end])) else { return nil }
      origin = server.origin
      authority = server.authority
      let path = rest[end...].prefix { $0 != "#" }
      target = path.hasPrefix("/") ? String(path) : "/" + path
    }
    guard target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
  }

  /// Whether what is sent there is encrypted.
  var isSecure: Bool { origin.hasPrefix("https:") }

  /// A request.
  func request(
    _ method: String,
    _ fields: [Field],
    _ body: [UInt8] = [],
    adding query: String = ""
  ) -> Exchange.Request {
    var all = [Field("Host", authority)] + fields
    if method == "POST" { all.append(Field("Content-Length", String(body.count))) }
    let mark = query.isEmpty ? "" : target.contains("?") ? "&" : "?"
    return Exchange.Request(
      origin: origin,
      method: method,
      target: target + mark + query,
      fields: all,
      body: body
    )
  }
}
