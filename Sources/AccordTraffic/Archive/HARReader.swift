import AccordModel
import AccordSchema

/// Reads the entries of a HAR file, from its first to its last.
final class HARReader {
  private let file: String

  /// Finds places in one walk over the text, because a file has many entries.
  private var index: SourceIndex
  private var places: JSONPlaces

  /// What credentials the requests carry, each once.
  private(set) var secrets: [Secret] = []
  private var known: Set<Secret> = []

  init(_ document: JSONDocument, file: String) {
    self.file = file
    index = document.sourceIndex()
    places = JSONPlaces(document.tape)
  }

  /// The problem of a node.
  func problem(_ node: JSONNode, _ kind: HARProblem.Kind) -> HARProblem {
    HARProblem(
      kind: kind,
      file: file,
      pointer: places.path(to: node.index).pointer?.description ?? "",
      position: position(of: node)
    )
  }

  private func position(of node: JSONNode) -> SourcePosition {
    index.position(ofByte: node.byteRange.lowerBound)
  }

  func wrong(_ node: JSONNode, _ expected: String) -> HARProblem {
    problem(node, .wrongType(expected: expected, found: "\(node.kind)"))
  }

  func required(_ node: JSONNode, _ name: String) throws(HARProblem) -> JSONNode {
    guard node.kind == .object else { throw wrong(node, "an object") }
    guard let member = node[name], !member.isNull else { throw problem(node, .missing(name)) }
    return member
  }

  func object(_ node: JSONNode, _ name: String) throws(HARProblem) -> JSONNode {
    let member = try required(node, name)
    guard member.kind == .object else { throw wrong(member, "an object") }
    return member
  }

  func string(_ node: JSONNode, _ name: String) throws(HARProblem) -> String {
    let member = try required(node, name)
    guard let text = member.string else { throw wrong(member, "a string") }
    return text
  }

  /// A whole number; some write it as a string.
  func number(_ node: JSONNode, _ name: String) throws(HARProblem) -> Int {
    let member = try required(node, name)
    guard let number = member.whole else { throw wrong(member, "a whole number") }
    return number
  }

  /// An entry.
  func entry(_ node: JSONNode, number: Int) throws(HARProblem) -> HARArchive.Entry {
    let place = "\(file), \(position(of: node))"
    let request = try object(node, "request")
    let url = try string(request, "url")
    let method = try string(request, "method")
    if let reason = Self.otherKind(of: node, url) {
      let shown = url.utf8.count > 200 ? String(url.prefix(60)) + "…" : url
      let name = "\(method) \(shown.prefix { $0 != "?" })"
      return .other(UnjudgedExchange(name: name, reason: reason, place: place, count: 1))
    }
    guard let address = HARAddress(url) else {
      throw problem(try required(request, "url"), .address(String(url.prefix(200))))
    }
    var fields = try self.fields(of: request)
    if fields.values(of: "Host").isEmpty {
      let host = address.origin.drop { $0 != "/" }.dropFirst(2)
      fields.insert(Field("Host", String(host)), at: 0)
    }
    note(fields)
    if let userinfo = address.userinfo { note(Secret(userinfo, placeholder: "[user of the URL]")) }
    return .exchange(
      SeenExchange(
        number: number,
        place: place,
        origin: address.origin,
        method: method,
        target: address.target,
        fields: fields,
        content: try content(ofRequest: request, fields),
        answer: try answer(of: node, toHEAD: method == "HEAD"),
        timing: timing(of: node),
        isFiltered: true
      )
    )
  }

  /// Why an entry is no exchange over HTTP; `nil` where it is one.
  private static func otherKind(of entry: JSONNode, _ url: String) -> String? {
    if let scheme = HARAddress.otherScheme(of: url) {
      let isSocket = scheme == "ws" || scheme == "wss"
      return isSocket
        ? "It is a WebSocket, of which no contract speaks." : "\(scheme): is no address of HTTP."
    }
    let type = entry["_resourceType"]?.string
    guard type == "websocket" || entry["_webSocketMessages"] != nil else { return nil }
    return "It is a WebSocket, of which no contract speaks."
  }

  private func note(_ fields: [Field]) {
    for field in fields where CredentialName.matches(field.name) {
      let placeholder = "[value of \(field.name)]"
      for part in Secret.parts(of: field.value, in: field.name, placeholder: placeholder) {
        note(part)
      }
    }
  }

  private func note(_ secret: Secret) {
    if known.insert(secret).inserted { secrets.append(secret) }
  }

  /// How long an exchange took: HAR counts in milliseconds, and -1 is what does not apply.
  private func timing(of entry: JSONNode) -> Exchange.Timing {
    func nanoseconds(_ node: JSONNode?) -> Int64 {
      guard let value = node?.number.flatMap({ Double($0.text) }), value > 0, value < 1e9 else {
        return 0
      }
      return Int64(value * 1e6)
    }
    let timings = entry["timings"]
    return Exchange.Timing(
      connect: nanoseconds(timings?["connect"]),
      firstByte: nanoseconds(timings?["send"]) + nanoseconds(timings?["wait"]),
      total: nanoseconds(entry["time"])
    )
  }
}

extension JSONNode {
  /// The whole number that it is, or that stands in its text; `nil` of anything else.
  var whole: Int? { number?.int ?? string.flatMap { Int($0) } }
}
