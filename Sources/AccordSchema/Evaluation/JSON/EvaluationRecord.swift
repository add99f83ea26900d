/// What an evaluation applies, noted while it does.
///
/// With one, everything is applied that the schemas say, where without one the first thing that decides is
/// enough.
final class EvaluationRecord {
  /// How many schemas may be applied inside one another: what is noted is gone through by recursion.
  let depthLimit: Int

  /// What the first schema came to, once its evaluation has ended.
  private(set) var root: AppliedSchema?

  private var open: [AppliedSchema] = []
  private var reference: String?
  private var trials = 0

  init(depthLimit: Int) { self.depthLimit = depthLimit }

  /// Whether what is applied only answers yes or no.
  var isTrying: Bool { trials > 0 }

  /// Notes that a schema is about to be applied.
  func begin(_ index: Program.Index, at place: Int) {
    open.append(AppliedSchema(index: index, place: place, reference: reference))
    reference = nil
  }

  /// Notes what came of the schema that was begun last.
  func end(_ isValid: Bool, _ findings: [Finding]) {
    guard var last = open.popLast() else { return }
    last.isValid = isValid
    last.findings = findings
    if open.isEmpty { root = last } else { open[open.count - 1].inner.append(last) }
  }

  /// Notes that a reference leads to the schema that is begun next.
  func follow(_ keyword: String) { reference = keyword }

  /// Notes that what some work applies only answers yes or no.
  func trying(_ work: () -> Bool) -> Bool {
    trials += 1
    defer { trials -= 1 }
    return work()
  }
}

/// A schema as it was applied to a value.
struct AppliedSchema {
  let index: Program.Index
  /// The index of the value in the tape of its document; of a name, that of the name.
  let place: Int
  /// The keyword that led to it from another place of the schemas.
  let reference: String?
  /// Whether the value conforms to it.
  var isValid = false
  /// What its own keywords found.
  var findings: [Finding] = []
  /// The schemas that its keywords applied, in their order.
  var inner: [AppliedSchema] = []
}
