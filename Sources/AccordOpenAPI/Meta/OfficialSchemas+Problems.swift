import AccordSchema

extension OfficialSchemas {
  /// What of the official schema is broken in a value.
  ///
  /// Where the schema has a choice between an object and a reference to one, and the value is no reference,
  /// it is held to the schema of the part that it is: `table` says which.
  func problems(
    of part: DescriptionPart?,
    in node: DescriptionNode,
    _ table: DescriptionPartTable? = nil,
    depth: Int = 0
  ) -> [DescriptionProblem] {
    var problems: [DescriptionProblem] = []
    for violation in violations(of: part, in: node) {
      if part == nil, violation.path.isRoot, violation.keyword == "anyOf",
        violation.schemaLocation.hasSuffix("/anyOf")
      {
        problems.append(node.problem(.error, .nothingDescribed))
        continue
      }
      for cause in violation.tellingCauses {
        let pointer = cause.path.pointer ?? .root
        guard let entry = node.document.entry(at: pointer) else { continue }
        let place = DescriptionLibrary.Place(document: node.place.document, entry: entry)
        let found = DescriptionNode(node.library, place, at: pointer)
        if depth < Self.mostParts, cause.isOfMissingReference,
          let meant = table?.part(at: found), meant != part || !found.isSame(as: node)
        {
          let closer = self.problems(of: meant, in: found, table, depth: depth + 1)
          if !closer.isEmpty {
            problems += closer
            continue
          }
        }
        guard table?.isTold(at: found) != true else { continue }
        problems.append(problem(cause, found))
      }
    }
    return problems
  }

  /// How many parts inside one another are looked at for what was meant.
  private static let mostParts = 64

  private func problem(
    _ cause: SchemaViolation,
    _ found: DescriptionNode
  ) -> DescriptionProblem {
    if cause.keyword == "not", found["example"] != nil, found["examples"] != nil {
      return found.problem(.error, .exampleBesideExamples)
    }
    let name = found.pointer.tokens.last ?? ""
    if case .undeclaredMember = cause.evidence, found.pointer.tokens.count == 2,
      found.pointer.tokens[0] == "paths", !name.hasPrefix("/")
    {
      return DescriptionProblem(
        .error,
        file: found.file,
        position: found.keyPosition,
        pointer: found.pointer,
        .relativePath(name)
      )
    }
    return DescriptionProblem(
      cause.keyword == "format" ? .warning : .error,
      file: found.file,
      position: cause.isOfName ? found.keyPosition : found.position,
      pointer: found.pointer,
      .violation(
        expected: cause.expected,
        actual: cause.actual,
        advice: advice(cause, found, name)
      )
    )
  }

  /// What was probably meant.
  private func advice(
    _ cause: SchemaViolation,
    _ found: DescriptionNode,
    _ name: String
  ) -> String? {
    switch cause.evidence {
    case .undeclaredMember:
      let names = OfficialMembers(kind: kind).names(beside: cause.schemaLocation)
      return NearestName.question(name, among: names)
    case .enumeration(let values, _):
      guard let text = found.text else { return nil }
      return NearestName.question(text, among: values.compactMap(\.string))
    case .constant(let value, _):
      guard let text = found.text, let meant = value.string else { return nil }
      return NearestName.question(text, among: [meant])
    case .type(.string, _):
      switch found.kind {
      case .number, .boolean: return "Write it in quotes: \"\(found.value.text())\"."
      default: return nil
      }
    default: return nil
    }
  }
}

extension SchemaViolation {
  /// What to tell of a violation: what is wrong in the alternative that came closest, where one did.
  var tellingCauses: [SchemaViolation] {
    causes.isEmpty ? [self] : causes.flatMap(\.tellingCauses)
  }

  /// Whether a reference is what lacks, which an object may be instead.
  fileprivate var isOfMissingReference: Bool {
    if case .missingMember("$ref") = evidence { true } else { false }
  }

  /// Whether the name of a member is what is wrong.
  fileprivate var isOfName: Bool {
    switch evidence {
    case .undeclaredMember: true
    default: keyword == "propertyNames" || keyword == "unevaluatedProperties"
    }
  }
}
