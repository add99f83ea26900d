import Accord
import AccordModel
import AccordSchema
import Foundation

/// A server of the attic, which knows nothing of contracts.
struct AtticServer: Sendable {
  enum Variation: CaseIterable, Sendable {
    /// Answers are in gzip, whoever asks.
    case packed
    /// Links and Locations are whole addresses, made of the Host field.
    case wholeAddresses
    /// Both.
    case packedWholeAddresses
  }

  enum Fault: CaseIterable, Sendable {
    case losesBox, repeatsBox, dropsTheme, otherBox, readsAnything, longPicture, brokenPacking
  }

  var variation: Variation?
  var fault: Fault?

  /// Whether links take the place of cursors.
  var links = false

  /// Where links lead, if not to this server.
  var elsewhere: String?

  /// Says whether the caller is known; `nil` is nobody.
  var guardian: @Sendable (Exchange.Request) -> Bool?

  func answer(_ request: Exchange.Request) -> Exchange.Response {
    var whole = request
    if request.method == "HEAD" { whole.method = "GET" }
    let isKnown = guardian(request) == true
    var answer = packed(isKnown ? content(whole) : text(401, "Who are you?"))
    answer = conditional(answer, request)
    if request.method == "HEAD" { answer.body = [] }
    return answer
  }

  private func content(_ request: Exchange.Request) -> Exchange.Response {
    let path = VaultServer.path(of: request)
    switch (request.method, path) {
    case ("GET", "/boxes"): return list(request)
    case ("POST", "/boxes"): return add(request)
    case (_, "/boxes"): return text(405, "No.", [Field("Allow", "GET, POST")])
    case ("GET", _) where path.hasPrefix("/boxes/"):
      guard let id = Int(path.dropFirst(7)), id > 0 else { return text(404, "None.") }
      return json(200, #"{"id":\#(fault == .otherBox ? id + 1 : id),"name":"lamp"}"#)
    case ("GET", "/labels/left/a:b+c@d"):
      guard request.fields.values(of: "Accept").first == "image/png" else {
        return json(200, #"{"text":"left"}"#, [Field("Vary", "Accept")])
      }
      return Exchange.Response(
        status: 200,
        fields: [Field("Content-Type", "image/png"), Field("Vary", "Accept")],
        body: [0x89, 0x50, 0x4E, 0x47, 0, 1, 2]
          + [UInt8](repeating: 0, count: fault == .longPicture ? 193 : 0)
      )
    default: return text(404, "There is nothing at \(path).")
    }
  }

  static func cookies(of request: Exchange.Request) -> [String: String] {
    // More than one field is none that a server has to read (RFC 6265 section 5.4).
    guard request.fields.values(of: "Cookie").count == 1 else { return [:] }
    let pairs = request.fields.values(of: "Cookie")[0].split(separator: ";").map { pair in
      pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1).map(String.init)
    }
    return Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { first, _ in first }
  }

  private func list(_ request: Exchange.Request) -> Exchange.Response {
    let accept = request.fields.values(of: "Accept").first ?? "*/*"
    guard accept.contains("json") || accept.contains("*/*") else { return text(406, "JSON only.") }
    let theme = Self.cookies(of: request)["theme"] ?? ""
    guard ["dark", "light"].contains(theme) else { return text(400, "No theme.") }
    guard request.fields.values(of: "X-Trace").first.flatMap({ Int($0) }).map({ $0 > 0 }) == true
    else { return text(400, "No trace.") }
    var limit = 5
    var start = 0
    for (name, value) in VaultServer.query(of: request) {
      switch name {
      case "limit":
        guard let number = Int(value), (1...100).contains(number) else {
          return text(400, "No such limit.")
        }
        limit = number
      case "after": start = Int(value) ?? 0
      case "size[width]", "size[height]":
        guard let number = Int(value), number > 0 else { return text(400, "No such size.") }
      case _ where name.hasPrefix("size["): return text(400, "No such size.")
      default: break
      }
    }
    let end = min(5, start + limit)
    var numbers = start < end ? Array(start + 1...end) : []
    if fault == .losesBox { numbers.removeAll { $0 == 4 } }
    if fault == .repeatsBox, start > 0, start < end { numbers[0] = 1 }
    let boxes = numbers.map { #"{"id":\#($0),"name":"lamp"}"# }.joined(separator: ",")
    var next = ""
    var fields: [Field] = []
    if end < 5, links {
      fields.append(
        Field("Link", #"<\#(base(request))/boxes?limit=\#(limit)&after=\#(end)>; rel=next"#)
      )
    } else if end < 5 {
      next = #","next":"\#(end)""#
    }
    return json(200, #"{"boxes":[\#(boxes)],"total":5\#(next)}"#, fields)
  }

  private func base(_ request: Exchange.Request) -> String {
    if let elsewhere { return elsewhere }
    guard variation == .wholeAddresses || variation == .packedWholeAddresses else { return "" }
    return "http://\(request.fields.values(of: "Host").first ?? "")"
  }

  private func add(_ request: Exchange.Request) -> Exchange.Response {
    let type = request.fields.values(of: "Content-Type").first ?? ""
    let name: String?
    if type.hasPrefix("application/json") {
      guard let body = try? JSONDocument(parsing: request.body) else {
        return text(400, "No JSON.")
      }
      name = body.root["name"]?.string
    } else if type.hasPrefix("application/x-www-form-urlencoded") {
      name = FormDocument(parsing: request.body)["name"]
    } else if type.hasPrefix("multipart/form-data") {
      let text = String(decoding: request.body, as: UTF8.self)
      name = text.split(separator: "name=\"name\"\r\n\r\n").last?.split(separator: "\r\n").first
        .map(String.init)
    } else if fault == .readsAnything {
      name = (try? JSONDocument(parsing: request.body))?.root["name"]?.string
    } else {
      return text(415, "What is that?")
    }
    guard let name, !name.isEmpty else {
      return text(400, "No name.")
    }
    return json(
      201,
      #"{"id":9,"name":\#(JSON.string(name).text())}"#,
      [Field("Location", base(request) + "/boxes/9")]
    )
  }

  /// Conditions and ranges, of what would be sent.
  private func conditional(
    _ answer: Exchange.Response,
    _ request: Exchange.Request
  ) -> Exchange.Response {
    guard answer.status == 200, ["GET", "HEAD"].contains(request.method) else { return answer }
    var answer = answer
    let tag = "\"\(answer.body.count)-\(answer.body.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF })\""
    answer.fields.append(Field("ETag", tag))
    if request.fields.values(of: "If-None-Match").contains(where: { $0.hasSuffix(tag) }) {
      return Exchange.Response(status: 304, fields: [Field("ETag", tag)])
    }
    guard let range = request.fields.values(of: "Range").first, request.method == "GET" else {
      return answer
    }
    let size = answer.body.count
    switch range {
    case "bytes=0-0":
      answer.fields.append(Field("Content-Range", "bytes 0-0/\(size)"))
      answer.body = [answer.body[0]]
    case "bytes=-1":
      answer.fields.append(Field("Content-Range", "bytes \(size - 1)-\(size - 1)/\(size)"))
      answer.body = [answer.body[size - 1]]
    default:
      return Exchange.Response(status: 416, fields: [Field("Content-Range", "bytes */\(size)")])
    }
    answer.status = 206
    return answer
  }

  private func packed(_ answer: Exchange.Response) -> Exchange.Response {
    guard variation == .packed || variation == .packedWholeAddresses, !answer.body.isEmpty else {
      return answer
    }
    var answer = answer
    answer.body = GZIP.stored(answer.body)
    if fault == .brokenPacking { answer.body.removeLast() }
    answer.fields.append(Field("Content-Encoding", "gzip"))
    return answer
  }

  private func text(_ status: Int, _ text: String, _ fields: [Field] = []) -> Exchange.Response {
    let type = Field("Content-Type", "text/plain")
    return Exchange.Response(status: status, fields: [type] + fields, body: Array(text.utf8))
  }

  private func json(_ status: Int, _ text: String, _ fields: [Field] = []) -> Exchange.Response {
    VaultServer.json(status, text, fields)
  }
}

/// Content in gzip (RFC 1952), in blocks that are not compressed.
enum GZIP {
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      result.append(rest.isEmpty ? 1 : 0)
      result += [UInt8(block.count & 0xFF), UInt8(block.count >> 8)]
      result += [UInt8(~block.count & 0xFF), UInt8(~block.count >> 8 & 0xFF)] + block
    } while !rest.isEmpty
    let table = table
    var sum = UInt32.max
    for byte in bytes { sum = table[Int(truncatingIfNeeded: sum ^ UInt32(byte)) & 0xFF] ^ sum >> 8 }
    return result + little(~sum) + little(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// What each byte adds to the sum: the tests are not optimised, and some bodies are long.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }

  private static func little(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(number >> (8 * $0) & 0xFF) }
  }
}
