/// What importing a document does to one file of a folder.
package struct SwiftChange: Sendable, Hashable {
  /// What is done.
  package enum Kind: Sendable, Hashable {
    /// The file is new, or differs from what was written before.
    case written
    /// It says already what it is to say.
    case unchanged
    /// It was written of the document before, which has nothing more for it.
    case removed
    /// A team's own file, or one that was written of another document, has its name: it stays.
    case kept
  }

  /// The name of the file.
  package var name: String

  /// What is done.
  package var kind: Kind

  /// The text that is there; `nil` where no file is.
  package var old: String?

  /// The text that is to be there; `nil` where no file is.
  package var new: String?

  /// The changes that make a folder hold files, in the order of these, then what is removed; `existing`
  /// are the texts of the Swift files that are there, by name.
  package static func changes(
    to files: [SwiftFile],
    among existing: [(name: String, text: String)]
  ) -> [SwiftChange] {
    var changes = files.map { file in
      // Some file systems take names that differ in case for the same.
      let found = existing.first { $0.name.lowercased() == file.name.lowercased() }
      let old = found?.text
      guard let old else {
        return SwiftChange(name: file.name, kind: .written, old: nil, new: file.text)
      }
      guard file.isOfSameDocument(as: old) else {
        return SwiftChange(name: file.name, kind: .kept, old: old, new: old)
      }
      let kind: Kind = old == file.text ? .unchanged : .written
      return SwiftChange(name: file.name, kind: kind, old: old, new: file.text)
    }
    let names = Set(files.map { $0.name.lowercased() })
    for (name, text) in existing where !names.contains(name.lowercased()) {
      guard files.first?.isOfSameDocument(as: text) == true else { continue }
      changes.append(SwiftChange(name: name, kind: .removed, old: text, new: nil))
    }
    return changes
  }
}
