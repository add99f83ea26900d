/// A value in a format whose scalars are texts without types (JSV, CSV, forms, plain text), or in a
/// syntax of a team's own (``BodySyntax``), which may have types besides.
///
/// Which type a text has is up to a schema: ``json(as:)`` reads it as the schema's type, and
/// ``json`` leaves it a string.
public struct LexicalValue: Sendable {
  /// What the value is.
  public enum Content: Sendable {
    /// A text.
    case text(LexicalText)
    /// Values in order.
    case list([LexicalValue])
    /// Names and values in order.
    case map([LexicalMember])
    /// A value that has its type, whatever a schema wants.
    case value(JSON)
  }

  /// What the value is.
  public let content: Content

  /// The offset of the value's first byte in the text from which it was read.
  public let byte: Int

  /// Whether a map stands in JSV, which leaves out members that are null or have the default of
  /// their type.
  let leavesOutDefaults: Bool

  init(_ content: Content, atByte byte: Int, leavesOutDefaults: Bool = false) {
    self.content = content
    self.byte = byte
    self.leavesOutDefaults = leavesOutDefaults
  }

  /// The value of the first member of that name; nil if there is none.
  public subscript(name: String) -> LexicalValue? {
    guard case .map(let members) = structured.content else { return nil }
    return members.first { $0.name.isIdentical(to: name) }?.value
  }

  /// The value to which a JSON Pointer leads from here; nil if it leads nowhere.
  public subscript(pointer: JSONPointer) -> LexicalValue? {
    var value = self
    for token in pointer.tokens {
      guard let child = value.child(token) else { return nil }
      value = child
    }
    return value
  }

  /// The steps along which a JSON Pointer leads from here.
  package func path(along pointer: JSONPointer) -> InstancePath {
    var path = InstancePath.root
    var value: LexicalValue? = self
    for token in pointer.tokens {
      var step = InstancePath.Step.member(token)
      if case .list? = value?.structured.content, let index = JSONPointer.arrayIndex(token) {
        step = .item(index)
      }
      path = path.appending(step)
      value = value?.child(token)
    }
    return path
  }

  /// The elements of a list, or of the list that a field holds; none for every other kind.
  public var elements: [LexicalValue] {
    guard case .list(let elements) = structured.content else { return [] }
    return elements
  }

  /// The value with the types that a schema declares: a text that is not of the type wanted stays a
  /// string.
  public func json(as schema: Schema) throws(SchemaError) -> JSON {
    try LexicalReader(schema).json(self)
  }

  /// The value without its place: texts are strings, and one that stands for no value is `null`.
  public var json: JSON {
    switch content {
    case .text(let text): text.isNothing ? .null : .string(text.value)
    case .list(let elements): .array(elements.map(\.json))
    case .map(let members): .object(members.map { JSONMember($0.name, $0.value.json) })
    case .value(let value): value
    }
  }

  /// The list or map that the text of a field holds as JSV; the value itself if it holds none.
  ///
  /// Hosts that know JSV write what is not a scalar so in CSV and read it so in forms.
  var structured: LexicalValue {
    guard case .text(let text) = content, let first = text.value.utf8.first,
      first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let offsets = text.offsets(from: byte),
      let document = try? JSVDocument(parsing: Array(text.value.utf8))
    else { return self }
    return LexicalValue(document.root, offsets)
  }

  /// The offset of the innermost value on the way of a JSON Pointer.
  func byte(onTheWayTo pointer: JSONPointer) -> Int {
    var value = self
    for token in pointer.tokens {
      guard let child = value.child(token) else { break }
      value = child
    }
    return value.byte
  }

  private func child(_ token: String) -> LexicalValue? {
    let value = structured
    switch value.content {
    case .text: return nil
    case .value(let json):
      return json[JSONPointer(tokens: [token])].map { LexicalValue(.value($0), atByte: byte) }
    case .map: return value[token]
    case .list(let elements):
      guard let index = JSONPointer.arrayIndex(token), elements.indices.contains(index) else {
        return nil
      }
      return elements[index]
    }
  }
}

/// A name with its value in a JSV map, a CSV row or a form.
public struct LexicalMember: Sendable {
  /// The name.
  public let name: String

  /// The value.
  public let value: LexicalValue

  /// Creates a member.
  public init(name: String, value: LexicalValue) {
    self.name = name
    self.value = value
  }
}
