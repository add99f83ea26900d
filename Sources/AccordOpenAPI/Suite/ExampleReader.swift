import AccordSchema

/// Reads the values of examples.
struct ExampleReader {
  let context: ImportContext

  /// A value with its name; empty where it has none.
  typealias Named = (name: String, value: JSON, node: DescriptionNode)

  /// The values of `example` and `examples` of a parameter, a header or a media type.
  ///
  /// `isText` says that a value is text as it is sent, in a format that is no JSON: of these only values
  /// that are no text are read.
  func values(of node: DescriptionNode, isText: Bool) -> [Named] {
    var found: [Named] = []
    if let example = node["example"] { found.append(("", example.value, example)) }
    for (name, entry) in node["examples"]?.declared ?? [] {
      guard let example = context.followed(entry) else { continue }
      if let value = example["dataValue"] ?? example["value"] {
        found.append((name, value.value, value))
      } else if let text = example["serializedValue"]?.text, !isText,
        let document = try? JSONDocument(parsing: text)
      {
        found.append((name, document.root.value, example))
      } else {
        context.leave(example, .exampleNotRead)
      }
    }
    guard isText else { return found }
    return found.filter { entry in
      guard entry.value.string != nil else { return true }
      context.leave(entry.node, .exampleNotRead)
      return false
    }
  }
}
