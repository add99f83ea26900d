import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes

extension MockRequest {
  /// The value of a parameter as it was sent, in whatever place.
  func argument(_ name: String, _ occasion: Occasion) -> String? {
    query.first { $0.isNamed(name, ignoringCase: true) }?.value
      ?? occasion.variables.first { $0.name == name }?.value
      ?? form.first { $0.name == name }?.value ?? cookies.first { $0.name == name }?.value
      ?? value(of: name)
      ?? json?[JSONPointer(tokens: [name])].map { $0.string ?? $0.number?.text ?? "" }
  }

  /// The value of a parameter as it was sent in one place.
  func argument(_ name: String, in place: Parameter.Place) -> String? {
    switch place {
    case .path: nil
    case .query: query.first { $0.isNamed(name, ignoringCase: true) }?.value
    case .form: form.first { $0.name == name }?.value
    case .cookie: cookies.first { $0.name == name }?.value
    case .header: value(of: name)
    case .body: json?[JSONPointer(tokens: [name])].map { $0.string ?? $0.number?.text ?? "" }
    }
  }

  /// Whether its method gives content a meaning: that of others has none that anybody has to read (RFC 9110
  /// sections 9.3.1 and 9.3.5).
  var givesContentMeaning: Bool {
    HTTPRequest.Method(method)?.givesContentMeaning ?? false
  }

  /// The content as JSON, if it is.
  var json: JSON? { (try? JSONDocument(parsing: body))?.root.value }

  /// The cookies.
  var cookies: [NamedText] {
    (value(of: "Cookie") ?? "").split(separator: ";").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard let name = parts.first else { return nil }
      return NamedText(
        name: name.trimmed,
        value: parts.count > 1 ? parts[1].trimmed : ""
      )
    }
  }

  /// Takes away the fields of a name.
  mutating func removeField(_ name: String) {
    fields.removeAll { $0.name.lowercased() == name.lowercased() }
  }

  /// Replaces the fields of a name by one.
  mutating func setField(_ name: String, _ value: String) {
    guard let index = fields.firstIndex(where: { $0.name.lowercased() == name.lowercased() })
    else { return fields.append(Field(name, value)) }
    fields[index].value = value
  }

  /// The pairs of the query as they were sent.
  private var pairs: [Substring] {
    guard let mark = target.firstIndex(of: "?") else { return [] }
    return target[target.index(after: mark)...].split(separator: "&")
  }

  private mutating func setPairs(_ pairs: [String]) {
    let path = target.prefix { $0 != "?" }
    target = String(path) + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }

  /// The decoded name of a pair.
  private static func name(of pair: Substring) -> String {
    PercentEncoding.decode(String(pair.prefix { $0 != "=" }))
  }

  /// Takes query parameters of a name away, in whatever case it is written.
  mutating func removeQuery(_ name: String) {
    setPairs(
      pairs.filter { Self.name(of: $0).lowercased() != name.lowercased() }.map(String.init)
    )
  }

  /// The pairs of a name, as they were sent.
  func queryPairs(_ name: String) -> [String] {
    pairs.filter { Self.name(of: $0).lowercased() == name.lowercased() }.map(String.init)
  }

  /// Replaces query parameters of a name by others, at the end.
  mutating func setQuery(_ name: String, pairs new: [String]) {
    removeQuery(name)
    setPairs(pairs.map(String.init) + new)
  }

  /// Replaces the value of a variable of the path.
  mutating func setVariable(_ name: String, _ value: String, _ occasion: Occasion) {
    guard let old = occasion.variables.first(where: { $0.name == name })?.value else { return }
    let query = target.drop { $0 != "?" }
    let segments = target.prefix { $0 != "?" }.split(
      separator: "/",
      omittingEmptySubsequences: false
    )
    var isDone = false
    let changed = segments.map { segment -> String in
      guard !isDone, PercentEncoding.decode(String(segment)) == old else { return String(segment) }
      isDone = true
      return PercentEncoding.path(value)
    }
    target = changed.joined(separator: "/") + query
  }

  /// Replaces the content, with what says how it is written.
  mutating func takeBody(of other: MockRequest) {
    body = other.body
    if let type = other.value(of: "Content-Type") { setField("Content-Type", type) }
    if value(of: "Content-Length") != nil { setField("Content-Length", String(body.count)) }
  }

  /// Replaces the content by other bytes.
  mutating func setBody(_ bytes: [UInt8]) {
    body = bytes
    if value(of: "Content-Length") != nil { setField("Content-Length", String(body.count)) }
  }
}

extension Substring {
  /// Without blanks around it.
  var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
