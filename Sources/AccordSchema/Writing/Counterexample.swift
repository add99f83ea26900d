/// A value that breaks a schema in one place, and why.
package struct Counterexample: Sendable, Hashable {
  /// What is done to a value that conforms.
  package enum Change: Sendable, Hashable {
    case replaced(JSON)
    case removed
    case added(JSON)
  }

  /// Where in the value.
  package let pointer: JSONPointer
  package let change: Change
  /// The keyword that is broken.
  package let keyword: String
  /// The change as a sentence.
  package let sentence: String

  /// The conforming value with this change made to it.
  package func applied(to value: JSON) -> JSON? {
    switch change {
    case .replaced(let replacement): value.replacing(replacement, at: pointer)
    case .removed: value.removing(at: pointer)
    case .added(let member): Self.adding(member, at: pointer, to: value)
    }
  }

  private static func adding(_ value: JSON, at pointer: JSONPointer, to whole: JSON) -> JSON? {
    guard let parent = pointer.parent, let name = pointer.tokens.last else { return nil }
    switch whole[parent] {
    case .object(let members):
      return whole.replacing(.object(members + [JSONMember(name, value)]), at: parent)
    case .array(let items):
      return whole.replacing(.array(items + [value]), at: parent)
    default: return nil
    }
  }
}

extension Schema {
  /// Changes to a conforming value that each break one thing, in the order of the value's members.
  ///
  /// Each was held to the schema: it breaks the keyword that it names, in that place and in no
  /// other. Members that the value lacks are not changed, so that the value should be complete;
  /// without one a sample is taken.
  package func counterexamples(of value: JSON? = nil) -> [Counterexample] {
    guard let value = value ?? sample(), let validator = try? SchemaValidator(self),
      validator.admits(value)
    else { return [] }
    var breaker = Breaker()
    breaker.visit(self, value, at: .root)
    var seen: Set<Counterexample> = []
    return breaker.candidates.filter { candidate in
      candidate.isProven(by: validator, on: value) && seen.insert(candidate).inserted
    }
  }
}

extension Counterexample {
  fileprivate func isProven(by validator: SchemaValidator, on value: JSON) -> Bool {
    guard let broken = applied(to: value) else { return false }
    let violations = validator.validate(broken)
    let place = change == .removed ? pointer.parent ?? .root : pointer
    return !violations.isEmpty
      && violations.allSatisfy { $0.instanceLocation == place.description }
      && violations.contains {
        // What a schema that admits nothing refuses is told at that schema.
        $0.keyword == keyword || $0.causes.contains { $0.keyword == keyword }
          || $0.schemaLocation.hasSuffix("/" + keyword)
      }
  }
}
