package import AccordModel
package import AccordSchema

extension Observation {
  /// The most violations of one body that are reported.
  static let reportedViolations = 100

  /// Where a body breaks a schema, in document order, each as a violation of a clause.
  package func violations(
    _ rule: any Rule,
    _ clause: Clause,
    of broken: [SchemaViolation],
    row: Int? = nil
  ) -> [Violation] {
    let body = row.map { "response body row \($0)" } ?? "response body"
    return broken.prefix(Self.reportedViolations).enumerated().map { number, found in
      let isLast = number == Self.reportedViolations - 1
      return violation(
        rule,
        clause,
        at: found.instanceLocation.isEmpty ? body : "\(body) \(found.instanceLocation)",
        expected: Excerpt.text(found.expected),
        actual: Excerpt.text(found.actual),
        hint: isLast && broken.count > Self.reportedViolations
          ? "More violations of this body are not shown."
          : found.causes.first.map { "The closest alternative: \(Excerpt.text($0.message))" },
        position: found.position
      )
    }
  }
}

extension Schema {
  /// The schema of the items of the list at a pointer; `nil` if the schema says nothing of it.
  package func items(at pointer: JSONPointer) -> Schema? {
    var schema = self
    for token in pointer.tokens {
      guard let member = schema.declaredMembers.first(where: { $0.name == token }) else {
        return nil
      }
      schema = member.schema
    }
    return schema.branches.lazy.compactMap(\.content.items).first
  }

  /// The members that the schema or one of its alternatives declares.
  package var declaredMembers: [Member] { branches.flatMap(\.content.members) }

  /// The schema itself and its alternatives: a schema may be made nullable by them.
  private var branches: [Schema] { [self] + content.anyOf + content.oneOf + content.allOf }
}
