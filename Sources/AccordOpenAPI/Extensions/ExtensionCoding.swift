import AccordSchema

/// How a value stands among the members of a document that begin with `x-accord-`: written and read by one
/// description, so that neither of both knows what the other does not.
struct ExtensionCoding<Value> {
  /// Writes a value; `nil` where no document can hold it.
  let write: (Value, SuiteExporter) throws(SchemaError) -> JSON?

  /// Reads a value, which a stranger may have written.
  let read: (DescriptionNode, ExtensionReader) throws(ExtensionFault) -> Value
}

/// What is needed to read extensions.
struct ExtensionReader {
  /// The schemas of the document.
  let schemas: ImportedSchemas

  /// What the variables of the environment begin with that hold the suite's credentials.
  let variables: String
}

extension DescriptionNode {
  /// That something else was expected here.
  func fault(_ evidence: ExtensionFault.Evidence) -> ExtensionFault {
    ExtensionFault(evidence, at: self)
  }
}

extension ExtensionCoding {
  /// A value that is read in another form.
  static func mapped<Raw>(
    _ raw: ExtensionCoding<Raw>,
    to value: @escaping (Raw) -> Value?,
    from write: @escaping (Value) -> Raw,
    expected words: String
  ) -> Self {
    ExtensionCoding { own, exporter throws(SchemaError) in
      try raw.write(write(own), exporter)
    } read: { node, reader throws(ExtensionFault) in
      guard let read = value(try raw.read(node, reader)) else {
        throw node.fault(.noValue(words))
      }
      return read
    }
  }

  /// A list, without what no document can hold.
  static func list<Element>(
    _ element: ExtensionCoding<Element>
  ) -> ExtensionCoding<[Element]> where Value == [Element] {
    ExtensionCoding { list, exporter throws(SchemaError) in
      var items: [JSON] = []
      for value in list {
        if let item = try element.write(value, exporter) { items.append(item) }
      }
      return .array(items)
    } read: { node, reader throws(ExtensionFault) in
      guard node.kind == .array else { throw node.fault(.kind(.array, found: node.kind)) }
      var list: [Element] = []
      for item in node.items { list.append(try element.read(item, reader)) }
      return list
    }
  }

  /// One of a few words.
  static func word(_ words: [(word: String, value: Value)]) -> Self where Value: Equatable {
    ExtensionCoding { own, _ in
      words.first { $0.value == own }.map { .string($0.word) }
    } read: { node, _ throws(ExtensionFault) in
      let names = words.map(\.word)
      guard let text = node.text else { throw node.fault(.noWord(of: names, found: nil)) }
      guard let known = words.first(where: { $0.word == text }) else {
        throw node.fault(.noWord(of: names, found: text))
      }
      return known.value
    }
  }
}
