import AccordModel
import AccordSchema

/// Where a value breaks a schema, and where that could not be told.
struct SchemaCheck: Sendable {
  /// Where it breaks the schema for certain.
  var broken: [SchemaViolation] = []

  /// Where a limit was reached first.
  var undecided: [SchemaViolation] = []

  /// Whether the search ended before everything was found.
  var isOpen = false

  /// Divides what a validator found.
  init(_ found: [SchemaViolation] = [], within limits: ValidationLimits = .default) {
    isOpen = found.count >= limits.violations
    for violation in found {
      if violation.leavesOpen { undecided.append(violation) } else { broken.append(violation) }
    }
  }

  /// How many places there are.
  var count: Int { broken.count + undecided.count }

  /// Why it is not known whether the rest conforms, if it is not; the first place stands for all.
  func hindrances(at place: Violation.Place) -> [Hindrance] {
    undecided.prefix(1).map { found in
      Hindrance(.undecided(found), of: place.inside(found.path).description)
    }
  }
}

extension Observation {
  /// Compiles a schema; one that means nothing is a hindrance.
  func validator(
    of schema: Schema,
    for owner: @autoclosure () -> String
  ) throws(Hindrance) -> SchemaValidator {
    do throws(SchemaError) {
      return try SchemaValidator(schema, limits: limits)
    } catch {
      throw Hindrance(.schema(error), of: owner())
    }
  }
}

extension Violation.Place {
  /// A place in the value that stands here; a header field's value has none.
  func inside(_ path: InstancePath) -> Violation.Place {
    guard case .body(let row, let outer) = self else { return self }
    return .body(row: row, path: outer.appending(path))
  }
}

extension SchemaViolation {
  /// Whether it is not known that the schema is broken: a limit was reached here, or in the
  /// alternative that came closest.
  var leavesOpen: Bool {
    isUndecided || causes.contains(where: \.leavesOpen)
  }
}
