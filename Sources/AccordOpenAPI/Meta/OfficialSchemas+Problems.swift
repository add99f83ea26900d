import AccordSchema

extension OfficialSchemas {
  /// What of the official schema is broken in a value.
  func problems(of part: DescriptionPart?, in node: DescriptionNode) -> [DescriptionProblem] {
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
        if cause.keyword == "not", found["example"] != nil, found["examples"] != nil {
          problems.append(found.problem(.error, .exampleBesideExamples))
          continue
        }
        problems.append(
          DescriptionProblem(
            cause.keyword == "format" ? .warning : .error,
            file: found.file,
            position: cause.isOfName ? found.keyPosition : found.position,
            pointer: pointer,
            .violation(expected: cause.expected, actual: cause.actual)
          )
        )
      }
    }
    return problems
  }
}

extension SchemaViolation {
  /// What to tell of a violation: what is wrong in the alternative that came closest, where one did.
  var tellingCauses: [SchemaViolation] {
    causes.isEmpty ? [self] : causes.flatMap(\.tellingCauses)
  }

  /// Whether the name of a member is what is wrong.
  fileprivate var isOfName: Bool {
    switch evidence {
    case .undeclaredMember: true
    default: keyword == "propertyNames" || keyword == "unevaluatedProperties"
    }
  }
}
