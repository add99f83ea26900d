import AccordModel
import AccordSchema

extension HARReader {
  /// The fields of a message, without the pseudo-header fields of HTTP/2 and HTTP/3 (RFC 9113 section 8.3).
  func fields(of message: JSONNode) throws(HARProblem) -> [Field] {
    guard let list = message["headers"], !list.isNull else { return [] }
    guard list.kind == .array else { throw wrong(list, "a list of header fields") }
    var fields: [Field] = []
    var authority: String?
    for node in list.elements {
      let name = try string(node, "name")
      let value = try string(node, "value")
      guard name.hasPrefix(":") else {
        // Some write the lines of a repeated field as one value.
        for line in value.split(separator: "\n", omittingEmptySubsequences: false) {
          fields.append(Field(name, String(line)))
        }
        continue
      }
      if name == ":authority" { authority = value }
    }
    if let authority, fields.values(of: "Host").isEmpty {
      fields.insert(Field("Host", authority), at: 0)
    }
    return fields
  }

  // MARK: Requests

  /// The content of a request.
  func content(ofRequest request: JSONNode, _ fields: [Field]) throws(HARProblem) -> SeenContent {
    let size = request["bodySize"]?.whole
    guard let data = request["postData"], !data.isNull else {
      let length = fields.values(of: "Content-Length").first.flatMap { Int($0) }
      guard (size ?? 0) > 0 || (length ?? 0) > 0 else { return .whole([]) }
      return .absent(reason: "The content of the request was not recorded.")
    }
    guard data.kind == .object else { throw wrong(data, "an object") }
    let type = fields.values(of: "Content-Type").first ?? data["mimeType"]?.string
    if let text = data["text"], !text.isNull, text.string != "" || data["params"] == nil {
      let content = try bytes(of: text, in: data, type)
      guard let size, size > 0, case .whole(let bytes) = content, bytes.count < size else {
        return content
      }
      return .absent(
        reason: "Of the content of the request \(bytes.count) of \(size) bytes were recorded."
      )
    }
    guard let list = data["params"], list.kind == .array else {
      return .absent(reason: "The content of the request was not recorded.")
    }
    guard type.flatMap({ MediaType(parsing: $0) })?.isForm == true else {
      return .absent(reason: "The files of the request's form were not recorded as they were sent.")
    }
    var pairs: [String] = []
    for node in list.elements {
      let name = try string(node, "name")
      pairs.append("\(name)=\(node["value"]?.string ?? "")")
    }
    return .whole(Array(pairs.joined(separator: "&").utf8))
  }

  // MARK: Answers

  /// What came back.
  func answer(of entry: JSONNode, toHEAD isHEAD: Bool) throws(HARProblem) -> SeenExchange.Answer {
    guard let response = entry["response"], !response.isNull else {
      return .none(reason: "No answer was recorded.")
    }
    guard response.kind == .object else { throw wrong(response, "an object") }
    let status = try number(response, "status")
    guard status != 0 else {
      let words = [response["_error"], entry["_error"], response["statusText"]]
      let error = words.compactMap { $0?.string }.first { !$0.isEmpty }
      return .none(reason: "No answer was recorded\(error.map { ": \($0)" } ?? "").")
    }
    guard (100...999).contains(status) else {
      throw problem(
        try required(response, "status"),
        .wrongType(expected: "a status from 100 to 999, or 0", found: "\(status)")
      )
    }
    if let cache = entry["_fromCache"]?.string {
      return .none(reason: "It was answered from the \(cache) cache, and not by the server.")
    }
    guard status != 101 else {
      return .none(reason: "The connection changed to another protocol.")
    }
    let fields = try self.fields(of: response)
    let content = try content(ofResponse: response, fields, status, isHEAD)
    // The text is what was left when all codings had been taken off.
    let kept = fields.filter { field in
      !["content-encoding", "transfer-encoding"].contains(field.name.lowercased())
    }
    return .response(
      Exchange.Response(
        version: Self.version(response["httpVersion"]?.string),
        status: status,
        reason: response["statusText"]?.string ?? "",
        fields: kept
      ),
      content
    )
  }

  private static func version(_ text: String?) -> String {
    switch text?.lowercased() {
    case "h2", "http/2", "http/2.0": "HTTP/2"
    case "h3", "http/3", "http/3.0": "HTTP/3"
    case "http/1.0": "HTTP/1.0"
    default: "HTTP/1.1"
    }
  }

  private func content(
    ofResponse response: JSONNode,
    _ fields: [Field],
    _ status: Int,
    _ isHEAD: Bool
  ) throws(HARProblem) -> SeenContent {
    guard !isHEAD, status != 204, status != 304 else { return .whole([]) }
    let absent = SeenContent.absent(reason: "The content of the answer was not recorded.")
    guard let content = response["content"], !content.isNull else {
      return response["bodySize"]?.whole == 0 ? .whole([]) : absent
    }
    guard content.kind == .object else { throw wrong(content, "an object") }
    let size = content["size"]?.whole
    let length = fields.values(of: "Content-Length").first.flatMap { Int($0) }
    guard let text = content["text"], !text.isNull else {
      // Where nothing is said of the size, an answer that has no length may have had content.
      let isEmpty = length == 0 || (size == 0 && (length ?? 0) == 0)
      return isEmpty ? .whole([]) : absent
    }
    let type = fields.values(of: "Content-Type").first ?? content["mimeType"]?.string
    let whole = try bytes(of: text, in: content, type)
    // Three bytes are those of a mark that was taken off the text.
    guard let size, case .whole(let bytes) = whole, bytes.count + 3 < size else { return whole }
    return .absent(reason: "Of the answer's content \(bytes.count) of \(size) bytes were recorded.")
  }

  // MARK: Texts

  /// The bytes that a text stands for: Base64 where its holder says so, else those of its charset.
  private func bytes(
    of node: JSONNode,
    in holder: JSONNode,
    _ type: String?
  ) throws(HARProblem) -> SeenContent {
    guard let text = node.string else { throw wrong(node, "a string") }
    let encoding = holder["encoding"]?.string ?? holder["_encoding"]?.string ?? ""
    if encoding.lowercased() == "base64" {
      guard let bytes = Base64Content.decode(text) else { throw problem(node, .notBase64) }
      return .whole(bytes)
    }
    guard encoding.isEmpty else {
      return .absent(reason: "The content is encoded in a way that HAR 1.2 does not have.")
    }
    let charset = type.flatMap { MediaType(parsing: $0) }?["charset"]?.lowercased() ?? "utf-8"
    switch charset {
    case "utf-8", "utf8", "us-ascii", "ascii": return .whole(Array(text.utf8))
    case "iso-8859-1", "latin1":
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let byte = UInt8(exactly: scalar.value) else {
          throw problem(node, .charset(charset))
        }
        bytes.append(byte)
      }
      return .whole(bytes)
    default:
      return .absent(reason: "The content is text in a charset that is not written again.")
    }
  }
}
