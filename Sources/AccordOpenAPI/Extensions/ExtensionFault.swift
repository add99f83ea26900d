import AccordSchema

/// Why the members of a document that begin with `x-accord-` are not used.
struct ExtensionFault: Error {
  /// Where it stands.
  let node: DescriptionNode

  /// What is wrong.
  let evidence: Evidence

  /// What can be wrong.
  enum Evidence: Hashable {
    /// A value of another type.
    case kind(JSONKind, found: JSONKind)
    /// A member that has to be there.
    case missing(String)
    /// A member that nothing is known of.
    case unknown(String, known: [String])
    /// A value that is none of those that are possible; `nil` where it is no text.
    case noWord(of: [String], found: String?)
    /// A number that is too small or too large, or no integer.
    case number(from: Int, to: Int)
    /// A value that cannot be read, in words what was expected.
    case noValue(String)
    /// A variable of the environment that belongs to something else.
    case foreignVariable(String, prefix: String)
    /// An operation of which the members say something else than the operation itself.
    case disagrees(String)
    /// An operation of which the members say nothing.
    case notNamed(String)
    /// An operation that the members have, and the document has not.
    case gone(String)
    /// What is wrong with the suite that the members make, in words.
    case unsound(String)
  }

  init(_ evidence: Evidence, at node: DescriptionNode) {
    self.evidence = evidence
    self.node = node
  }
}

extension ExtensionFault.Evidence {
  /// What was expected, found, and what to do, as sentences.
  var message: String {
    switch self {
    case .kind(let expected, let found):
      "Expected a value of the type \(expected.rawValue), found one of the type \(found.rawValue)."
    case .missing(let name): "Expected a member \"\(name)\", found none."
    case .unknown(let name, let known):
      "Expected one of the members \(Self.list(known)), found \(Self.quoted(name))."
    case .noWord(let words, let found):
      "Expected \(Self.list(words)), found \(found.map(Self.quoted) ?? "another value")."
    case .number(let least, let most): "Expected an integer from \(least) to \(most)."
    case .noValue(let words): "Expected \(words)."
    case .foreignVariable(let name, let prefix):
      "Expected a variable that begins with \(prefix), as those of the suite do, found \(Self.quoted(name)): "
        + "a document does not choose which other secrets are sent."
    case .disagrees(let words):
      "The operation says something else in \(words) than x-accord-contracts does: export the suite again, or "
        + "take the members that begin with x-accord- away."
    case .notNamed(let words):
      "x-accord-contracts says nothing of \(words): export the suite again, or take the members that begin "
        + "with x-accord- away."
    case .gone(let words):
      "The document has no operation \(words), which x-accord-contracts has: export the suite again, or take "
        + "the members that begin with x-accord- away."
    case .unsound(let words): words
    }
  }

  private static func list(_ words: [String]) -> String {
    let quoted = words.map { "\"\($0)\"" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  /// A text that a stranger wrote, of which no more is shown than tells it from others.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(60).map { scalar in
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(scalar)
    }
    return "\"\(scalars.joined())\(text.unicodeScalars.count > 60 ? "…" : "")\""
  }
}
