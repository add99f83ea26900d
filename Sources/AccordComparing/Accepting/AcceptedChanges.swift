package import AccordSchema

/// The changes that are known and put up with, each for a reason.
package struct AcceptedChanges: Sendable {
  /// One change.
  package struct Entry: Sendable, Hashable {
    /// The kind of the change.
    package var id: String
    /// What tells it from others.
    package var fingerprint: String
    /// What changed, for those who read the file.
    package var sentence: String
    /// Why it is put up with.
    package var reason: String
  }

  /// Why a file is none.
  package struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The place in the file.
    package var pointer: JSONPointer
    /// What was expected there.
    package var expected: String

    /// What was expected, where, and what to do.
    package var description: String {
      let place = pointer.isRoot ? "the root" : "\"\(pointer)\""
      return "Not a file of accepted changes: expected \(expected) at \(place). "
        + "`accord compare --write-baseline FILE` writes one."
    }
  }

  /// The version of the file.
  static let schemaVersion = 1
  /// The reason of what was just written, which a person replaces.
  package static let unstated = "accepted as it was found"

  /// The entries.
  package var entries: [Entry]

  /// The changes of a comparison that break something, or may.
  package init(_ comparison: ContractComparison, reason: String) {
    entries = comparison.changes.filter { $0.level > .harmless }.map {
      Entry(
        id: $0.id,
        fingerprint: $0.fingerprint,
        sentence: $0.sentence,
        reason: $0.acceptance ?? reason
      )
    }
  }

  /// Reads a file.
  ///
  /// - Throws: `JSONSyntaxError` or ``Failure``.
  package init(parsing bytes: [UInt8]) throws {
    let document = try JSONDocument(parsing: bytes).root.value
    func fail(_ pointer: JSONPointer, _ expected: String) -> Failure {
      Failure(pointer: pointer, expected: expected)
    }
    guard let members = document.members else { throw fail(.root, "an object") }
    func member(_ name: String) -> JSON? { members.first { $0.key == name }?.value }
    guard member("schemaVersion")?.number == JSONNumber(Self.schemaVersion) else {
      throw fail(.root.appending("schemaVersion"), "the version \(Self.schemaVersion)")
    }
    let list = JSONPointer.root.appending("changes")
    guard let elements = member("changes")?.elements else { throw fail(list, "a list") }
    entries = []
    for (index, element) in elements.enumerated() {
      let place = list.appending(index)
      func text(_ name: String) throws -> String {
        guard let text = element.members?.first(where: { $0.key == name })?.value.string,
          text.contains(where: { !$0.isWhitespace })
        else { throw fail(place.appending(name), "a text") }
        return text
      }
      entries.append(
        Entry(
          id: try text("id"),
          fingerprint: try text("fingerprint"),
          sentence: try text("sentence"),
          reason: try text("reason")
        )
      )
    }
  }

  /// The file, in a stable order.
  package var text: String {
    let sorted = entries.sorted {
      ($0.id, $0.fingerprint) < ($1.id, $1.fingerprint)
    }
    let document: JSON = [
      "schemaVersion": .number(JSONNumber(Self.schemaVersion)),
      "changes": .array(
        sorted.map { entry in
          [
            "id": .string(entry.id), "fingerprint": .string(entry.fingerprint),
            "sentence": .string(entry.sentence), "reason": .string(entry.reason),
          ]
        }
      ),
    ]
    return document.text(indented: true) + "\n"
  }
}

extension ContractComparison {
  /// Marks the changes that are accepted, and keeps what is listed and did not occur.
  package func accepting(_ accepted: AcceptedChanges) -> ContractComparison {
    var comparison = self
    var left = accepted.entries
    for index in comparison.changes.indices {
      let print = comparison.changes[index].fingerprint
      let id = comparison.changes[index].id
      guard let entry = accepted.entries.first(where: { $0.fingerprint == print && $0.id == id })
      else { continue }
      comparison.changes[index].acceptance = entry.reason
      left.removeAll { $0.fingerprint == print && $0.id == id }
    }
    comparison.outdated = left
    return comparison
  }
}
