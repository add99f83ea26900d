import AccordSchema

/// Many schemas of a description, compiled as one: a large description has thousands of values to hold to
/// them, and many schemas lead to the same ones.
struct JointSchemas {
  private let validator: SchemaValidator
  private var numbers: [DescriptionLibrary.Place: Int] = [:]

  /// The schemas at some nodes; nil where one of them means nothing.
  init?(_ nodes: [DescriptionNode], of schemas: DescriptionSchemas) {
    var distinct: [DescriptionNode] = []
    for node in nodes where numbers[node.place] == nil {
      numbers[node.place] = distinct.count
      distinct.append(node)
    }
    guard let schema = try? schemas.schema(ofLists: distinct, formats: .assertion),
      let validator = try? SchemaValidator(schema)
    else { return nil }
    self.validator = validator
  }

  /// A violation in one of several values.
  struct Found {
    /// Which value it is.
    var number: Int
    /// Where in the value.
    var pointer: JSONPointer
    var violation: SchemaViolation
  }

  /// The violations in values that are held to the schemas at nodes, each node one of these, in the order of
  /// nodes and values.
  func violations(in values: [(value: JSON, schema: DescriptionNode)]) -> [Found] {
    var lists: [Int: [Int]] = [:]
    for (number, held) in values.enumerated() {
      if let list = numbers[held.schema.place] { lists[list, default: []].append(number) }
    }
    let members = lists.sorted { $0.key < $1.key }.map { list, held in
      JSONMember(String(list), .array(held.map { values[$0].value }))
    }
    return validator.validate(.object(members)).flatMap(\.tellingCauses).compactMap { violation in
      guard let tokens = violation.path.pointer?.tokens, tokens.count > 1,
        let list = Int(tokens[0]), let place = Int(tokens[1]), let held = lists[list],
        held.indices.contains(place)
      else { return nil }
      return Found(
        number: held[place],
        pointer: JSONPointer(tokens: Array(tokens.dropFirst(2))),
        violation: violation
      )
    }
  }
}
