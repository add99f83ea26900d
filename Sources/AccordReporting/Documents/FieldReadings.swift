import AccordModel
import AccordSchema

/// What an answer promises of single fields beyond its schema, to be said where the fields are described.
struct FieldReadings {
  private var sentences: [(path: [String], object: Schema, sentence: String)] = []

  /// The promises that are said nowhere else: those about several fields, or about none that is known.
  private(set) var others: [Clause] = []

  /// Whether nothing is promised of single fields.
  var isEmpty: Bool { sentences.isEmpty }

  /// None.
  init() {}

  /// The readings of an answer whose content follows a schema.
  init(_ readings: [ContentReading], of schema: Schema, _ wording: Wording) {
    for reading in readings {
      let paths = Self.leaves(of: reading.schema, depth: 0)
      guard paths.count == 1, let path = paths.first, let name = path.last,
        let object = Self.object(at: path.dropLast(), in: schema),
        object.content.members.contains(where: { $0.name == name })
      else {
        others.append(reading.clause)
        continue
      }
      sentences.append((path, object, wording.sentence(reading.clause)))
    }
  }

  /// What is promised of a member of an object.
  func sentences(of name: String, in object: Schema) -> [String] {
    sentences.filter { $0.path.last == name && $0.object.isAlike(object) }.map(\.sentence)
  }

  /// The members that a schema says something of and that have none themselves, by their names from the
  /// outside in; items of lists are passed.
  private static func leaves(of schema: Schema, depth: Int) -> [[String]] {
    guard depth < 16 else { return [[]] }
    let content = SchemaText(schema).schema.content
    if let items = content.items { return leaves(of: items, depth: depth + 1) }
    guard !content.members.isEmpty else { return [[]] }
    return content.members.flatMap { member in
      leaves(of: member.schema, depth: depth + 1).map { [member.name] + $0 }
    }
  }

  /// The object that a path leads to.
  private static func object(at path: ArraySlice<String>, in schema: Schema) -> Schema? {
    var schema = SchemaText(schema).schema
    func entered(_ schema: Schema) -> Schema {
      var schema = SchemaText(schema).schema
      for _ in 0..<16 {
        guard let items = schema.content.items else { break }
        schema = SchemaText(items).schema
      }
      return schema
    }
    schema = entered(schema)
    for name in path {
      guard let member = schema.content.members.first(where: { $0.name == name }) else {
        return nil
      }
      schema = entered(member.schema)
    }
    return schema
  }
}
