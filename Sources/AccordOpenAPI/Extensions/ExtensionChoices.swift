import AccordSchema

/// The cases of which a value is one: a word alone, or an object whose one member names the case.
struct ExtensionChoices<Whole> {
  /// One case.
  struct Choice {
    let name: String
    /// Whether the name stands alone.
    let isWord: Bool
    /// Writes what the case holds; `nil` where the value is another case.
    let write: (Whole, SuiteExporter) throws(SchemaError) -> JSON?
    let read: (DescriptionNode, ExtensionReader) throws(ExtensionFault) -> Whole
  }

  private(set) var list: [Choice] = []

  /// A case that holds nothing.
  mutating func word(_ name: String, _ value: Whole) where Whole: Equatable {
    list.append(
      Choice(name: name, isWord: true) { whole, _ in
        whole == value ? .string(name) : nil
      } read: { _, _ in
        value
      }
    )
  }

  /// A case that holds something.
  mutating func holding<Part>(
    _ name: String,
    _ coding: ExtensionCoding<Part>,
    _ make: @escaping (Part) -> Whole,
    of part: @escaping (Whole) -> Part?
  ) {
    list.append(
      Choice(name: name, isWord: false) { whole, exporter throws(SchemaError) in
        guard let part = part(whole), let value = try coding.write(part, exporter) else {
          return nil
        }
        return .object([JSONMember(name, value)])
      } read: { node, reader throws(ExtensionFault) in
        make(try coding.read(node, reader))
      }
    )
  }
}

extension ExtensionCoding {
  /// One of several cases.
  static func choice(_ table: @escaping (inout ExtensionChoices<Value>) -> Void) -> Self {
    func choices() -> [ExtensionChoices<Value>.Choice] {
      var choices = ExtensionChoices<Value>()
      table(&choices)
      return choices.list
    }
    return ExtensionCoding { value, exporter throws(SchemaError) in
      for choice in choices() {
        if let written = try choice.write(value, exporter) { return written }
      }
      return nil
    } read: { node, reader throws(ExtensionFault) in
      let choices = choices()
      let names = choices.map(\.name)
      if let text = node.text {
        guard let known = choices.first(where: { $0.isWord && $0.name == text }) else {
          throw node.fault(.noWord(of: names, found: text))
        }
        return try known.read(node, reader)
      }
      guard let member = node.members.first, node.members.count == 1 else {
        throw node.fault(.noWord(of: names, found: nil))
      }
      guard let known = choices.first(where: { !$0.isWord && $0.name == member.name }) else {
        throw node.fault(.noWord(of: names, found: member.name))
      }
      return try known.read(member.node, reader)
    }
  }
}
