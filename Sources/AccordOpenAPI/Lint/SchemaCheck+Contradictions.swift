import AccordSchema

extension SchemaCheck {
  /// Schemas whose keywords contradict each other, so that no value is right.
  ///
  /// A document that has some follows its specification: they are warnings.
  func contradictions(_ schemas: [DescriptionNode]) -> [DescriptionProblem] {
    var problems: [DescriptionProblem] = []
    for schema in schemas where schema.kind == .object {
      guard schema["$ref"] == nil || !isBefore31 else { continue }
      let facts = SchemaFacts(of: schema, isBefore31: isBefore31)
      if let (kind, why) = facts.contradiction {
        // What a part of it says is told of the part.
        let parts = (schema["allOf"]?.items ?? []) + references(of: schema)
        let isOfPart = parts.contains { part in
          SchemaFacts(of: part, isBefore31: isBefore31).contradiction != nil
        }
        if !isOfPart { problems.append(schema.problem(.warning, .noValue(of: kind, why: why))) }
      } else if let why = missingMember(schema) {
        let isObject = schema["type"]?.text == "object"
        problems.append(
          schema.problem(.warning, .noValue(of: isObject ? nil : "object", why: why))
        )
      }
    }
    return problems
  }

  private func references(of schema: DescriptionNode) -> [DescriptionNode] {
    guard let reference = schema["$ref"], let text = reference.text,
      let target = try? reference.following(text)
    else { return [] }
    return [target]
  }

  /// Why no object has all the members that are required.
  private func missingMember(_ schema: DescriptionNode) -> String? {
    let required = schema["required"]?.items.compactMap(\.text) ?? []
    guard !required.isEmpty else { return nil }
    if let most = schema["maxProperties"]?.number?.int, Set(required).count > most {
      return "\(Set(required).count) members are required, and at most \(most) may be there."
    }
    let isClosed =
      schema["additionalProperties"]?.boolean == false && schema["patternProperties"] == nil
    for name in required {
      guard let member = schema["properties"]?[name] else {
        guard isClosed else { continue }
        return
          "the member \(JSON.string(name).description) is required, and is none of those that "
          + "\"additionalProperties\" leaves."
      }
      if member.boolean == false {
        return "the member \(JSON.string(name).description) is required, and its schema is false."
      }
    }
    return nil
  }

  // MARK: - Values that are not found

  /// Schemas of values that are sent and answered for which no value is found.
  ///
  /// Where another problem tells why, nothing is said.
  func valueless(
    _ outermost: [DescriptionNode],
    in joint: JointSchemas?,
    beside known: [DescriptionProblem],
    _ most: Int
  ) -> [DescriptionProblem] {
    let valueless = doubtful(outermost, in: joint).prefix(most).filter { _, schema in
      (try? SchemaValidator(schema)) != nil && schema.sample() == nil
    }.map(\.node)
    let insides = valueless.map { SchemaWalk(of: [$0], refersAlone: isBefore31).schemas }
    return valueless.indices.compactMap { number in
      let node = valueless[number]
      let isTold = known.contains { problem in
        insides[number].contains { $0.file == problem.file && $0.pointer == problem.pointer }
      }
      // Of one that stands inside of another, the inner one is the cause.
      let isCaused = valueless.indices.contains { other in
        other != number && insides[number].contains { $0.isSame(as: valueless[other]) }
          && !insides[other].contains { $0.isSame(as: node) }
      }
      return isTold || isCaused ? nil : node.problem(.warning, .noValueFound)
    }
  }

  /// The schemas whose plainest value is wrong.
  ///
  /// None where a schema means nothing, which is told elsewhere.
  private func doubtful(
    _ outermost: [DescriptionNode],
    in joint: JointSchemas?
  ) -> [(node: DescriptionNode, schema: Schema)] {
    var seen: Set<DescriptionLibrary.Place> = []
    let nodes = outermost.filter {
      $0.kind == .object && $0["$ref"] == nil && !$0.isMeantForNothing
        && seen.insert($0.place).inserted
    }
    guard let joint else { return [] }
    let all = zip(nodes, schemas.schemas(at: nodes)).map { (node: $0, schema: $1) }
    let values = all.map(\.schema.plainestValue)
    let found = values.indices.filter { values[$0] != nil }
    let held = found.map { (values[$0] ?? .null, all[$0].node) }
    let wrong = Set(joint.violations(in: held).map { found[$0.number] })
    return all.indices.filter { values[$0] == nil || wrong.contains($0) }.map { all[$0] }
  }
}

extension DescriptionNode {
  /// Whether it is a schema that says by nothing but `not` that no value is right.
  fileprivate var isMeantForNothing: Bool { members.count == 1 && self["not"] != nil }
}
