import AccordSchema

/// Holds values of a description to its schemas.
///
/// All values are held as one, to one schema that is compiled once: a large description has thousands
/// of examples and defaults, and many of them share schemas.
struct ValueCheck {
  /// What a value stands for.
  enum Role {
    case example, defaultValue
  }

  /// How many values are held by themselves, where a schema that means nothing spoils the whole.
  private static let mostSingleValues = 1000

  private let schemas: DescriptionSchemas
  private var held: [Held] = []

  private struct Held {
    var value: DescriptionNode
    var schema: DescriptionNode
    var severity: DescriptionProblem.Severity
    var role: Role
  }

  init(schemas: DescriptionSchemas) { self.schemas = schemas }

  /// Notes a value that a schema should admit.
  mutating func hold(
    _ value: DescriptionNode,
    to schema: DescriptionNode,
    _ severity: DescriptionProblem.Severity = .warning,
    as role: Role = .example
  ) {
    held.append(Held(value: value, schema: schema, severity: severity, role: role))
  }

  /// What of the values their schemas do not admit.
  func problems() -> [DescriptionProblem] {
    guard !held.isEmpty else { return [] }
    if let problems = problems(of: held) { return problems }
    // A schema that means nothing is told elsewhere.
    return held.prefix(Self.mostSingleValues).flatMap { problems(of: [$0]) ?? [] }
  }

  /// The problems of some values; nil where a schema means nothing.
  private func problems(of held: [Held]) -> [DescriptionProblem]? {
    guard
      let schema = try? schemas.schema(ofMembers: held.map(\.schema), formats: .assertion),
      let validator = try? SchemaValidator(schema)
    else { return nil }
    let members = held.enumerated().map { JSONMember(String($0.offset), $0.element.value.value) }
    var problems: [DescriptionProblem] = []
    for violation in validator.validate(.object(members)).flatMap(\.tellingCauses)
    where !violation.isUndecided {
      guard let tokens = violation.path.pointer?.tokens, let first = tokens.first,
        let number = Int(first), held.indices.contains(number),
        let node = held[number].value[JSONPointer(tokens: Array(tokens.dropFirst()))]
      else { continue }
      if case .missingMember(let name) = violation.evidence,
        isOneWay(name, violation.schemaLocation, in: node.library)
      {
        continue
      }
      let evidence: DescriptionProblem.Evidence =
        switch held[number].role {
        case .example: .example(expected: violation.expected, actual: violation.actual)
        case .defaultValue: .defaultValue(expected: violation.expected, actual: violation.actual)
        }
      problems.append(node.problem(held[number].severity, evidence))
    }
    return problems
  }

  /// Whether a member travels one way only, so that an example of the other way lacks it.
  private func isOneWay(
    _ name: String,
    _ location: String,
    in library: DescriptionLibrary
  ) -> Bool {
    guard let mark = location.firstIndex(of: "#"),
      let number = library.documents.firstIndex(where: { $0.uri == location[..<mark] }),
      let schema = JSONPointer(parsing: String(location[location.index(after: mark)...]))?.parent,
      let entry = library.documents[number].entry(
        at: schema.appending("properties").appending(name)
      )
    else { return false }
    let place = DescriptionLibrary.Place(document: number, entry: entry)
    let member = DescriptionNode(library, place, at: schema)
    let declared = (try? member.resolved()) ?? member
    return [member, declared].contains {
      $0["readOnly"]?.boolean == true || $0["writeOnly"]?.boolean == true
    }
  }
}
