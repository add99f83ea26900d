import AccordModel
import AccordSchema

/// What an error of the catalogue looks like: a status line, the fields and the body that show it.
struct ErrorSample {
  private let entry: ErrorCatalogue.Entry
  private let suite: ContractSuite

  /// The sample of an error of a suite.
  init(_ entry: ErrorCatalogue.Entry, in suite: ContractSuite) {
    self.entry = entry
    self.suite = suite
  }

  /// The code that stands for one that is not known; it belongs to no other error.
  var inventedCode: Int? {
    guard entry.code == nil else { return nil }
    for case .code(_, let success) in suite.errors.places {
      let index = suite.errors.entries.firstIndex { $0.name == entry.name } ?? 0
      var code = 9000 + index
      while code == success || suite.errors.entry(code: code) != nil {
        code += suite.errors.entries.count
      }
      return code
    }
    return nil
  }

  /// The answer as it travels, in the first format that can hold it.
  var text: String {
    var lines = ["HTTP/1.1 \(entry.statuses.first)"]
    var fields: [String] = []
    for case .header(let name) in suite.errors.places { fields.append("\(name): \(entry.name)") }
    guard let format, let body, let written = PayloadSamples.text(body, schema, format, rows: nil)
    else { return (lines + fields).joined(separator: "\n") }
    lines.append("Content-Type: \(format.mediaType)")
    return (lines + fields + ["", written]).joined(separator: "\n")
  }

  private var schema: Schema { suite.errors.schemas.first ?? .any }

  private var format: Format? {
    let usual = suite.errors.formats.first ?? suite.formats.first
    guard let usual, !usual.syntax.writesValues else { return usual }
    return suite.formats.first(where: \.syntax.writesValues)
  }

  /// The body: what shows the error, what is said to people, and what has to stand beside them.
  private var body: JSON? {
    guard suite.errors.promisesBodies else { return nil }
    var body: JSON = suite.errors.schemas.isEmpty ? .object([]) : schema.sample() ?? .object([])
    var shown: [JSONPointer] = []
    func show(_ value: JSON, at pointer: JSONPointer) {
      shown.append(pointer)
      body = body.showing(value, at: pointer)
    }
    for place in suite.errors.places {
      switch place {
      case .name(let pointer): show(.string(entry.name), at: pointer)
      case .code(let pointer, _):
        show(.number(JSONNumber(entry.code ?? inventedCode ?? 0)), at: pointer)
      case .type(let pointer, let base): show(.string(base + entry.name), at: pointer)
      case .listedName(let list, let member):
        show(.array([.object([JSONMember(member, .string(entry.name))])]), at: list)
      case .header, .element, .ownPlace: break
      }
    }
    if let pointer = suite.errors.message { show(.string(words), at: pointer) }
    guard !shown.isEmpty else { return body }
    let validator = try? SchemaValidator(schema)
    return body.keeping(shown, at: .root) { validator?.admits($0) ?? true }
  }

  private var words: String {
    if let message = entry.message { return message }
    var words = FieldName(entry.name).words
    if words.count > 1, words.last == "exception" { words.removeLast() }
    let sentence = words.joined(separator: " ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
  }
}

extension JSON {
  /// The value with another at a place whose parents are created where they are missing.
  fileprivate func showing(_ value: JSON, at pointer: JSONPointer) -> JSON {
    if let result = replacing(value, at: pointer) { return result }
    guard let parent = pointer.parent, let last = pointer.tokens.last else { return value }
    return showing(.object([JSONMember(last, value)]), at: parent)
  }

  /// The value without the members that lead to none of the places, as far as it may be without them.
  fileprivate func keeping(
    _ places: [JSONPointer],
    at pointer: JSONPointer,
    _ admits: (JSON) -> Bool
  ) -> JSON {
    var whole = self
    for member in self[pointer]?.members ?? [] {
      let place = pointer.appending(member.key)
      if places.contains(place) { continue }
      if places.contains(where: { $0.tokens.starts(with: place.tokens) }) {
        whole = whole.keeping(places, at: place, admits)
      } else if let without = whole.removing(at: place), admits(without) {
        whole = without
      }
    }
    return whole
  }
}
