import AccordModel
import AccordSchema

extension Observation {
  /// The content as a value, with a list that is written as rows in its place; `nil` where it
  /// cannot be read.
  func value(as schema: Schema) -> JSON? {
    switch body {
    case .json: return memory.jsonValue
    case .xml(let document): return memory.value(of: document, as: schema)
    case .jsonLines, .lexical:
      switch answerValue() {
      case .whole(let value)?: return value
      case .rows(let items, let list)?:
        return list.tokens.reversed().reduce(JSON.array(items)) { value, name in
          .object([JSONMember(name, value)])
        }
      case nil: return nil
      }
    case .empty, .unchecked, .malformed: return nil
    }
  }
}

extension Observation {
  /// The promises of the members of a payload that the content has; none where it cannot be read.
  func promisesPresent(of schema: Schema, _ clause: Clause) -> [Promise.ID] {
    guard let value = value(as: schema) else { return [] }
    return memory.promises(members(of: schema, clause, in: schema)) {
      contractIndex.payload(schema, of: clause).present(in: value)
    }
  }

  /// Whether the content, read as a schema, shows something of what a closer reading says.
  func shows(_ reading: ContentReading, of schema: Schema) -> Bool {
    guard let value = value(as: schema) else { return false }
    return memory.isShown(members(of: reading.schema, reading.clause, in: schema)) {
      contractIndex.payload(reading.schema, of: reading.clause).members.isShown(in: value)
    }
  }

  private func members(
    of schema: Schema,
    _ clause: Clause,
    in whole: Schema
  ) -> AnswerContent.Members {
    AnswerContent.Members(
      schema: schema.identity,
      clause: clause.id,
      readAs: whole.identity,
      reading: reading()
    )
  }
}

/// Finds the members of the answer's payload that violations are about.
struct BrokenMembers {
  private let members: PayloadMembers
  private let clause: Clause
  /// The way to the value that was held to the schema.
  private let start: JSONPointer
  private let isXML: Bool

  /// The members of what a clause promises; `nil` if it is not the one about the payload.
  ///
  /// A row is an item of the list that is written as rows.
  init?(_ observation: Observation, _ clause: Clause, isRow: Bool) {
    guard let rule = observation.answeredResponse, let schema = rule.schema,
      rule.contentClause.id == clause.id
    else { return nil }
    self.clause = clause
    members = observation.contractIndex.payload(schema, of: clause).members
    if isRow, case .rows(_, let list) = rule.content {
      start = list.appending(0)
    } else {
      start = .root
    }
    if case .xml = observation.body { isXML = true } else { isXML = false }
  }

  /// The promises of the members that a violation is about: of what is missing, or of what stands
  /// at its place.
  func promises(_ violation: SchemaViolation) -> [Promise.ID] {
    var path: String?
    if isXML {
      // The path begins with the root element, of which the payload says nothing.
      var names = Array(violation.path.names.dropFirst())
      switch violation.evidence {
      case .missingElement(let name), .missingAttribute(let name): names.append(name.local)
      default: break
      }
      path = members.path(toElements: names)
    } else if let place = violation.path.pointer {
      var pointer = start.appending(place)
      if case .missingMember(let name) = violation.evidence { pointer = pointer.appending(name) }
      path = members.path(to: pointer)
    }
    return path.map { [PayloadMembers.promise($0, of: clause)] } ?? []
  }
}
