package import AccordModel
package import AccordSchema

/// What keeps a rule from looking though the answer is not to blame: the contract, or a limit of
/// ours.
package struct Hindrance: Error, Sendable, Hashable {
  /// What it is.
  package enum Reason: Sendable, Hashable {
    /// The schema means nothing.
    case schema(SchemaError)
    /// A limit was reached before it was known whether the value conforms.
    case undecided(SchemaViolation)
    /// A text is more than is read; it may be well-formed.
    case limit(message: String, position: SourcePosition?)
  }

  /// Whose schema it is, such as `the header X-Shelf`, or the place of the value.
  package var owner: String

  /// What it is.
  package var reason: Reason

  package init(_ reason: Reason, of owner: String) {
    self.reason = reason
    self.owner = owner
  }
}

extension Hindrance {
  /// What it is, where others may have it too.
  package var cause: Judgement.Cause? {
    switch reason {
    case .schema(let error): .schema(error, owner: owner)
    case .undecided, .limit: nil
    }
  }

  /// What is wrong and what to do, as sentences.
  package var message: String {
    switch reason {
    case .schema(let error):
      "The schema of \(owner) cannot be compiled. \(error.message)"
    case .undecided(let found):
      "There is no verdict on the \(owner), which is not the answer's fault: expected "
        + "\(Excerpt.text(found.expected)), found \(Excerpt.text(found.actual)). The limit was "
        + "reached at \(found.schemaPlace) of the schema\(found.advice)."
    case .limit(let message, let position):
      "The \(owner) cannot be read, which is not the answer's fault: \(Excerpt.text(message))"
        + (position.map { " (\($0))." } ?? ".")
    }
  }
}

extension SchemaViolation {
  /// What may bring a verdict, where anything does.
  fileprivate var advice: String {
    switch evidence {
    case .tooDeep, .endlessReference: ""
    default: "; a larger --effort may bring a verdict"
    }
  }

  /// Where in the schema the keyword stands.
  fileprivate var schemaPlace: String {
    schemaLocation.isEmpty ? "the root" : Excerpt.text(schemaLocation)
  }
}
