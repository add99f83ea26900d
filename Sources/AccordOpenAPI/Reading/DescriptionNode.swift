package import AccordSchema

/// One value of a description, with the file and the place where it stands.
package struct DescriptionNode: Sendable {
  /// The way to it from the root of its file.
  package let pointer: JSONPointer

  let library: DescriptionLibrary
  let place: DescriptionLibrary.Place

  init(
    _ library: DescriptionLibrary,
    _ place: DescriptionLibrary.Place,
    at pointer: JSONPointer
  ) {
    self.library = library
    self.place = place
    self.pointer = pointer
  }

  var document: DescriptionDocument { library.documents[place.document] }

  private var entry: JSONTapeEntry { document.tape.entries[place.entry] }

  /// The value in the text that was read as JSON, or made of YAML.
  var json: JSONNode { JSONNode(document: document.json, index: place.entry) }

  /// The file, as it was given.
  package var file: String { document.file }

  /// The URI of the file, by which schemas that refer to one another name it.
  package var uri: String { document.uri }

  /// The line and column in the file as it was written.
  package var position: SourcePosition { document.position(of: place.entry) }

  /// The line and column of the name of the member whose value this is; of an item, its own.
  package var keyPosition: SourcePosition {
    guard place.entry > 0, document.tape.entries[place.entry - 1].isKey else { return position }
    return document.position(of: place.entry - 1)
  }

  /// The whole value.
  package var value: JSON {
    place.entry == 0 ? document.value : document.tape.value(at: place.entry)
  }

  /// The kind of the value.
  package var kind: JSONKind { json.kind }

  /// The text of a string; nil for every other kind.
  package var text: String? { json.string }

  /// The value of a number; nil for every other kind.
  package var number: JSONNumber? { json.number }

  /// The value of a boolean; nil for every other kind.
  package var boolean: Bool? { json.boolean }

  /// Whether two nodes are the same value of the same file.
  package func isSame(as other: DescriptionNode) -> Bool {
    place == other.place && library === other.library
  }

  /// The member of an object; nil if there is none.
  package subscript(_ member: String) -> DescriptionNode? {
    guard entry.kind == .object, let child = document.child(member, of: place.entry) else {
      return nil
    }
    return node(child, pointer.appending(member))
  }

  /// The value to which a pointer leads from here; nil if it leads nowhere.
  package subscript(_ rest: JSONPointer) -> DescriptionNode? {
    document.entry(at: rest, from: place.entry).map { node($0, pointer.appending(rest)) }
  }

  /// The members of an object, in the order written; none for every other kind.
  package var members: [(name: String, node: DescriptionNode)] {
    guard entry.kind == .object else { return [] }
    let tape = document.tape
    var members: [(name: String, node: DescriptionNode)] = []
    members.reserveCapacity(entry.count ?? 0)
    var key = place.entry + 1
    while key < Int(entry.next) {
      let name = tape.string(tape.entries[key])
      members.append((name, node(key + 1, pointer.appending(name))))
      key = Int(tape.entries[key + 1].next)
    }
    return members
  }

  /// The items of an array; none for every other kind.
  package var items: [DescriptionNode] {
    guard entry.kind == .array else { return [] }
    var items: [DescriptionNode] = []
    var child = place.entry + 1
    while child < Int(entry.next) {
      items.append(node(child, pointer.appending(items.count)))
      child = Int(document.tape.entries[child].next)
    }
    return items
  }

  private func node(_ entry: Int, _ pointer: JSONPointer) -> DescriptionNode {
    DescriptionNode(
      library,
      DescriptionLibrary.Place(document: place.document, entry: entry),
      at: pointer
    )
  }
}
