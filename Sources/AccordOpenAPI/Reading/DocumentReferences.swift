import AccordSchema

/// What in a document has a name of its own, and what refers elsewhere.
struct DocumentReferences: Sendable {
  /// The entries that `$id` gives a URI, and those that `$self` gives to the document.
  private(set) var resources: [String: Int] = [:]
  /// The entries of the texts of references, in the order written.
  private(set) var texts: [Int] = []
  /// The entries that `$anchor` and `$dynamicAnchor` name, by the URI of their resource.
  private var anchors: [String: [String: Int]] = [:]
  /// Where another base begins to hold, in the order written; the first holds from the start.
  private var changes: [Change] = []

  /// An entry from which on references are resolved against a URI.
  private struct Change: Sendable {
    var entry: Int
    var base: String
  }

  init(_ tape: JSONTape, at uri: String) {
    resources[uri] = 0
    var base = uri
    if let text = Self.texts(of: ["$self"], tape, object: 0).first?.entry {
      base = Self.resolved(tape.string(tape.entries[text]), uri)
      resources[base] = 0
    }
    changes = [Change(entry: 0, base: base)]
    var open: [(end: Int, base: String)] = [(.max, base)]
    for (index, entry) in tape.entries.enumerated() where entry.kind == .object {
      while open.count > 1, index >= open[open.count - 1].end {
        let end = open.removeLast().end
        changes.append(Change(entry: end, base: open[open.count - 1].base))
      }
      var base = open[open.count - 1].base
      let names = Self.texts(of: ["$id", "$anchor", "$dynamicAnchor", "$ref"], tape, object: index)
      if let identifier = names.first(where: { $0.name == "$id" }) {
        base = Self.resolved(tape.string(tape.entries[identifier.entry]), base)
        open.append((Int(entry.next), base))
        changes.append(Change(entry: index, base: base))
        if resources[base] == nil { resources[base] = index }
      }
      for (name, entry) in names where name != "$id" {
        guard name != "$ref" else {
          texts.append(entry)
          continue
        }
        let text = tape.string(tape.entries[entry])
        if anchors[base]?[text] == nil { anchors[base, default: [:]][text] = index }
      }
    }
  }

  /// The URI against which references are resolved that stand at an entry.
  func base(of entry: Int) -> String {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].entry <= entry { low = middle + 1 } else { high = middle }
    }
    return changes[max(low - 1, 0)].base
  }

  /// The entry that a fragment names in a resource.
  func anchor(_ name: String, of uri: String) -> Int? { anchors[uri]?[name] }

  /// A reference seen from a base, without its fragment.
  static func resolved(_ reference: String, _ base: String) -> String {
    var uri = URIReference(reference).resolved(against: URIReference(base))
    uri.fragment = nil
    return uri.text
  }

  /// The members of an object that have one of some names and a text.
  private static func texts(
    of names: [String],
    _ tape: JSONTape,
    object: Int
  ) -> [(name: String, entry: Int)] {
    let entries = tape.entries
    guard entries[object].kind == .object else { return [] }
    var found: [(name: String, entry: Int)] = []
    var key = object + 1
    while key < Int(entries[object].next) {
      defer { key = Int(entries[key + 1].next) }
      guard let first = entries[key].content.first, tape.bytes[first] == UInt8(ascii: "$"),
        entries[key + 1].kind == .string
      else { continue }
      if let name = names.first(where: { tape.string(entries[key], equals: $0) }) {
        found.append((name, key + 1))
      }
    }
    return found
  }
}
