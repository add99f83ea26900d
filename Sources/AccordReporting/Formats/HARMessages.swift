import AccordModel
import AccordSchema

/// Requests and responses as HTTP Archive 1.2 has them.
enum HARMessages {
  static func request(_ request: RunRecord.Request) -> JSON {
    let query = request.url.prefix { $0 != "#" }.drop { $0 != "?" }.dropFirst()
    var members = [
      JSONMember("method", .string(request.method)),
      JSONMember("url", .string(request.url)),
      JSONMember("httpVersion", "HTTP/1.1"),
      JSONMember("cookies", cookies(in: request.fields.values(of: "Cookie"))),
      JSONMember("headers", headers(request.fields)),
      JSONMember("queryString", pairs(query, separator: "&")),
    ]
    if request.body.length > 0 {
      let type = request.fields.values(of: "Content-Type").first ?? ""
      var data = [JSONMember("mimeType", .string(type))]
      data += text(of: request.body, encoding: "_encoding")
      members.append(JSONMember("postData", .object(data)))
    }
    members += [
      JSONMember("headersSize", -1), JSONMember("bodySize", .count(request.body.length)),
    ]
    return .object(members)
  }

  static func response(_ exchange: RunRecord.Exchange) -> JSON {
    guard let response = exchange.response else {
      return [
        "status": 0, "statusText": "", "httpVersion": "", "cookies": [], "headers": [],
        "content": ["size": 0, "mimeType": ""], "redirectURL": "", "headersSize": -1,
        "bodySize": -1,
      ]
    }
    let decoded = decoded(response)
    var content = [
      JSONMember("size", .count(decoded.length)),
      JSONMember("mimeType", .string(response.fields.values(of: "Content-Type").first ?? "")),
    ]
    if decoded.length > 0 { content += text(of: decoded, encoding: "encoding") }
    return .object([
      JSONMember("status", .count(response.status)),
      JSONMember("statusText", .string(response.reason)),
      JSONMember("httpVersion", .string(response.version)),
      JSONMember("cookies", cookies(in: response.fields.values(of: "Set-Cookie"), first: true)),
      JSONMember("headers", headers(response.fields)),
      JSONMember("content", .object(content)),
      JSONMember("redirectURL", .string(response.fields.values(of: "Location").first ?? "")),
      JSONMember("headersSize", -1),
      JSONMember("bodySize", .count(response.body.length)),
    ])
  }

  /// The content without its codings, as far as they can be taken off.
  private static func decoded(_ response: RunRecord.Response) -> RunRecord.Content {
    let codings = ContentCoding.names(in: response.fields)
    guard !codings.isEmpty, !response.body.isTruncated,
      let bytes = try? ContentCoding.decoded(response.body.bytes, codings)
    else { return response.body }
    return RunRecord.Content(bytes)
  }

  /// The text of content, or its bytes in Base64; of content that is cut, with how much there was.
  private static func text(of body: RunRecord.Content, encoding: String) -> [JSONMember] {
    var members: [JSONMember]
    if let text = String(validating: body.bytes, as: UTF8.self) {
      members = [JSONMember("text", .string(text))]
    } else {
      members = [
        JSONMember("text", .string(Base64Text.encode(body.bytes))),
        JSONMember(encoding, "base64"),
      ]
    }
    if body.isTruncated {
      let comment = "The first \(body.bytes.count) of \(body.length) bytes."
      members.append(JSONMember("comment", .string(comment)))
    }
    return members
  }

  private static func headers(_ fields: [Field]) -> JSON {
    .array(fields.map { ["name": .string($0.name), "value": .string($0.value)] })
  }

  /// The cookies of field lines; of Set-Cookie the first pair of each is the cookie.
  private static func cookies(in values: [String], first: Bool = false) -> JSON {
    .array(
      values.flatMap { value -> [JSON] in
        let parts = value.split(separator: ";")
        return (first ? parts.prefix(1) : parts[...]).map { pair(of: $0.drop { $0 == " " }) }
      }
    )
  }

  private static func pairs(_ text: Substring, separator: Character) -> JSON {
    .array(
      text.split(separator: separator).map { part in
        let parts = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return [
          "name": .string(decoded(parts[0])),
          "value": .string(parts.count > 1 ? decoded(parts[1]) : ""),
        ]
      }
    )
  }

  private static func pair(of text: Substring) -> JSON {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return [
      "name": .string(String(parts.first ?? "")),
      "value": .string(parts.count > 1 ? String(parts[1]) : ""),
    ]
  }

  private static func decoded(_ text: Substring) -> String {
    PercentEncoding.decode(String(text.replacing("+", with: " ")))
  }
}
