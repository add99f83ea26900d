import AccordSchema
import Synchronization

/// One file of a description: its values in the order written, and where each of them stands.
///
/// A file in YAML is kept as the JSON of the same values, with the places of the YAML beside it.
final class DescriptionDocument: Sendable {
  /// The name of the file as it was given.
  let file: String
  /// The URI from which the file was taken.
  let uri: String
  let json: JSONDocument
  /// The places of the entries of the tape, in YAML.
  private let places: [YAMLPlace]?
  private let checkpoints: SourceCheckpoints?
  /// What can be referred to by name, and what refers.
  let references: DocumentReferences
  private let whole = Mutex<JSON?>(nil)

  init(file: String, uri: String, json: JSONDocument, places: [YAMLPlace]?) {
    self.file = file
    self.uri = uri
    self.json = json
    self.places = places
    checkpoints = places == nil ? SourceCheckpoints(json.bytes) : nil
    references = DocumentReferences(json.tape, at: uri)
  }

  var tape: JSONTape { json.tape }

  /// The document as a value.
  var value: JSON {
    whole.withLock { whole in
      if let whole { return whole }
      let value = tape.value(at: 0)
      whole = value
      return value
    }
  }

  /// Where an entry of the tape stands in the file as it was written.
  func position(of index: Int) -> SourcePosition {
    if let places { return places[index].position }
    return checkpoints?.position(ofByte: Int(tape.entries[index].start)) ?? SourcePosition()
  }

  /// The entry that a pointer leads to; nil if it leads nowhere.
  func entry(at pointer: JSONPointer, from start: Int = 0) -> Int? {
    var index = start
    for token in pointer.tokens {
      guard let child = child(token, of: index) else { return nil }
      index = child
    }
    return index
  }

  /// The entry of a member or an item.
  func child(_ token: String, of index: Int) -> Int? {
    let entries = tape.entries
    let end = Int(entries[index].next)
    var child = index + 1
    switch entries[index].kind {
    case .object:
      while child < end {
        if tape.string(entries[child], equals: token) { return child + 1 }
        child = Int(entries[child + 1].next)
      }
    case .array:
      guard var rest = JSONPointer.arrayIndex(token) else { return nil }
      while child < end {
        if rest == 0 { return child }
        rest -= 1
        child = Int(entries[child].next)
      }
    default: break
    }
    return nil
  }

  /// The text of a member that is a string.
  func text(_ member: String, of index: Int) -> String? {
    guard let child = child(member, of: index), tape.entries[child].kind == .string else {
      return nil
    }
    return tape.string(tape.entries[child])
  }

  /// The entry of the key or value that begins at a place.
  func entry(beginningAt position: SourcePosition) -> Int? {
    guard let places else {
      return tape.entries.firstIndex { Int($0.start) == position.byte }
    }
    return places.firstIndex { $0.position == position }
  }

  /// The way to an entry.
  func pointer(to index: Int) -> JSONPointer { tape.path(to: index).pointer ?? .root }
}
