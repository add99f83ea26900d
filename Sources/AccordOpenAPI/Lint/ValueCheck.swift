import AccordSchema

/// Holds values of a description to its schemas.
///
/// All values are held as one, to one schema that is compiled once.
struct ValueCheck {
  /// What a value stands for.
  enum Role {
    case example, defaultValue
  }

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

  /// The schemas to which values are held.
  var nodes: [DescriptionNode] { held.map(\.schema) }

  /// What of the values their schemas do not admit, all of which are among the joint ones; where a schema
  /// that means nothing spoils the whole, the first values are held by themselves.
  func problems(_ joint: JointSchemas?, _ most: Int) -> [DescriptionProblem] {
    if let joint { return problems(of: held, joint) }
    // A schema that means nothing is told elsewhere.
    return held.prefix(most).flatMap { single in
      JointSchemas([single.schema], of: schemas).map { problems(of: [single], $0) } ?? []
    }
  }

  private func problems(of held: [Held], _ joint: JointSchemas) -> [DescriptionProblem] {
    var problems: [DescriptionProblem] = []
    for found in joint.violations(in: held.map { ($0.value.value, $0.schema) })
    where !found.violation.isUndecided {
      let (number, violation) = (found.number, found.violation)
      guard let node = held[number].value[found.pointer] else { continue }
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
      // What must be right is the type; what else is wrong may be filled in (OpenAPI 3.0, section 4.7.24.1).
      let isOfType = violation.keyword == "type" && found.pointer.isRoot
      problems.append(node.problem(isOfType ? held[number].severity : .warning, evidence))
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
