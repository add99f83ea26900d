import AccordMocking
import AccordModel
import AccordSchema

extension MockAnswer {
  /// Another status, with its phrase.
  mutating func setStatus(_ code: Int) {
    let answer = MockAnswer(code)
    status = code
    reason = answer.reason
  }

  /// Takes away the fields of a name.
  mutating func removeField(_ name: String) {
    fields.removeAll { $0.name.lowercased() == name.lowercased() }
  }

  /// Whether this is a success by its status.
  var isSuccess: Bool { (200..<300).contains(status) }

  /// The value of the content, read as a schema in the format that it says it has; `nil` where it cannot
  /// be read and written again as the same.
  func value(as schema: Schema, in suite: ContractSuite) -> JSON? {
    guard !body.isEmpty, let format = AnswerView.format(of: self, in: suite) else { return nil }
    let source = ReadValues.Source(bytes: body, schema: schema.identity, format: format)
    return ReadValues.shared.value(of: source, as: schema) { read(as: schema, in: format) }
  }

  private func read(as schema: Schema, in format: Format) -> JSON? {
    switch format.syntax {
    case .json: return (try? JSONDocument(parsing: body))?.root.value
    case .jsonLines:
      let lines = body.split(separator: 0x0A)
      guard lines.count == 1 else { return nil }
      return (try? JSONDocument(parsing: Array(lines[0])))?.root.value
    case .xml:
      guard let document = try? XMLDocument(parsing: body) else { return nil }
      let value = BodyReader.value(of: document.root, as: schema)
      guard let written = try? BodyEncoder.bytes(value, as: schema, in: format),
        let again = try? XMLDocument(parsing: written)
      else { return nil }
      return BodyReader.value(of: again.root, as: schema) == value ? value : nil
    case .csv, .jsv, .text:
      guard let value = try? BodyDecoder(schema: schema).value(of: body, in: format.syntax),
        let written = try? BodyEncoder.bytes(value, as: schema, in: format), written == body
      else { return nil }
      return value
    case .form, .multipart, .parts, .bytes, .own: return nil
    }
  }

  /// Changes the value of the content, which is written again in the same format; it stays where it
  /// cannot be read or written.
  mutating func edit(
    as schema: Schema,
    in suite: ContractSuite,
    _ change: (JSON) -> JSON?
  ) {
    guard let format = AnswerView.format(of: self, in: suite),
      let value = value(as: schema, in: suite), let changed = change(value), changed != value
    else { return }
    switch format.syntax {
    case .json, .jsonLines: setBody(changed.bytes())
    default:
      guard let bytes = try? BodyEncoder.bytes(changed, as: schema, in: format) else { return }
      setBody(bytes)
    }
  }

  /// The content as text.
  var text: String { String(decoding: body, as: UTF8.self) }
}
