import AccordSchema

/// A runtime expression (Arazzo 1.1, "Runtime Expressions").
enum ArazzoExpression: Hashable {
  /// A part of a message.
  enum Source: Hashable {
    /// A header field.
    case header(String)
    /// A parameter of the query.
    case query(String)
    /// A variable of the path.
    case path(String)
    /// A place of the content.
    case body(JSONPointer)
  }

  /// The method of the request.
  case method
  /// The address that was called.
  case url
  /// The status of the answer.
  case statusCode
  /// A part of the request.
  case request(Source)
  /// A part of the answer.
  case response(Source)
  /// An input of the workflow.
  case input(String, JSONPointer)
  /// An output of a workflow that a step is.
  case output(String, JSONPointer)
  /// An output of a step.
  case step(String, output: String, JSONPointer)
  /// An output of a workflow.
  case workflow(String, output: String, JSONPointer)
  /// An operation, a workflow or a field of a source description: what stands behind its name.
  case source(String, String)
  /// A reusable object.
  case component(kind: String, name: String)

  /// The expression that a text is; `nil` where it is none.
  init?(_ text: String) {
    guard text.hasPrefix("$") else { return nil }
    switch text {
    case "$method": self = .method
    case "$url": self = .url
    case "$statusCode": self = .statusCode
    default:
      let dot = text.firstIndex(of: ".") ?? text.endIndex
      guard dot < text.endIndex else { return nil }
      let rest = String(text[text.index(after: dot)...])
      guard let expression = Self.expression(String(text[..<dot]), rest) else { return nil }
      self = expression
    }
  }

  private static func expression(_ kind: String, _ rest: String) -> Self? {
    switch kind {
    case "$request": return Source(rest).map(Self.request)
    case "$response": return Source(rest).map(Self.response)
    case "$inputs": return place(rest).map { .input($0.name, $0.pointer) }
    case "$outputs": return place(rest).map { .output($0.name, $0.pointer) }
    case "$steps":
      guard let (id, rest) = parts(rest, around: ".outputs."), let place = place(rest) else {
        return nil
      }
      return .step(id, output: place.name, place.pointer)
    case "$workflows":
      guard let (id, rest) = parts(rest, around: ".outputs."), let place = place(rest) else {
        return nil
      }
      return .workflow(id, output: place.name, place.pointer)
    case "$sourceDescriptions":
      guard let (name, rest) = parts(rest, around: ".") else { return nil }
      return .source(name, rest)
    case "$components":
      guard let (kind, name) = parts(rest, around: ".") else { return nil }
      return .component(kind: kind, name: name)
    default: return nil
    }
  }

  private static func parts(_ text: String, around middle: String) -> (String, String)? {
    guard let range = text.firstRange(of: middle), range.lowerBound > text.startIndex,
      range.upperBound < text.endIndex
    else { return nil }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }

  /// A name with a place in its value: behind a number sign, or as members and items.
  static func place(_ text: String) -> (name: String, pointer: JSONPointer)? {
    if let sign = text.firstIndex(of: "#") {
      guard let pointer = JSONPointer(parsing: String(text[text.index(after: sign)...])) else {
        return nil
      }
      let name = String(text[..<sign])
      return name.isEmpty ? nil : (name, pointer)
    }
    let name = String(text.prefix { $0 != "." && $0 != "[" })
    guard !name.isEmpty, let pointer = members(text.dropFirst(name.count)) else { return nil }
    return (name, pointer)
  }

  /// The place that members and items lead to, as in `.pets[0].id`.
  static func members(_ text: Substring) -> JSONPointer? {
    var pointer = JSONPointer.root
    var rest = text
    while let first = rest.first {
      rest = rest.dropFirst()
      if first == "." {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty else { return nil }
        pointer = pointer.appending(String(name))
        rest = rest.dropFirst(name.count)
      } else {
        guard first == "[", let end = rest.firstIndex(of: "]"), let index = Int(rest[..<end]),
          index >= 0
        else { return nil }
        pointer = pointer.appending(index)
        rest = rest[rest.index(after: end)...]
      }
    }
    return pointer
  }
}

extension ArazzoExpression.Source {
  fileprivate init?(_ text: String) {
    for (prefix, make) in [
      ("header.", Self.header), ("query.", Self.query), ("path.", Self.path),
    ] as [(String, (String) -> Self)] where text.hasPrefix(prefix) {
      let name = String(text.dropFirst(prefix.count))
      guard !name.isEmpty else { return nil }
      self = make(name)
      return
    }
    guard text.hasPrefix("body") else { return nil }
    let rest = text.dropFirst("body".count)
    guard rest.first == "#" else {
      guard let pointer = ArazzoExpression.members(rest) else { return nil }
      self = .body(pointer)
      return
    }
    guard let pointer = JSONPointer(parsing: String(rest.dropFirst())) else { return nil }
    self = .body(pointer)
  }
}
