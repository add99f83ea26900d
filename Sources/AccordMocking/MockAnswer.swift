package import AccordModel

/// What the mock answers.
package struct MockAnswer: Sendable, Hashable {
  /// The status.
  package var status: Int

  /// The reason phrase.
  package var reason: String

  /// The fields, Content-Length included.
  package var fields: [Field]

  /// The content.
  package var body: [UInt8]

  /// What goes wrong on the wire while the answer is sent, in the order in which it was asked for.
  package var faults: [Fault] = []

  /// An answer of these bytes, with their Content-Length.
  init(_ status: Int, fields: [Field] = [], body: [UInt8] = []) {
    self.status = status
    reason = ReasonPhrase.of(status)
    self.fields = fields
    self.body = body
    if status != 204 { self.fields.append(Field("Content-Length", String(body.count))) }
  }

  /// An answer of plain text, for what no contract covers.
  static func text(_ status: Int, _ text: String, fields: [Field] = []) -> MockAnswer {
    MockAnswer(
      status,
      fields: fields + [Field("Content-Type", "text/plain; charset=utf-8")],
      body: Array(text.utf8)
    )
  }

  /// Changes the content and its length.
  mutating func setBody(_ bytes: [UInt8]) {
    body = bytes
    setField("Content-Length", String(bytes.count))
  }

  /// Replaces the first field of this name, or adds it.
  mutating func setField(_ name: String, _ value: String) {
    let index = fields.firstIndex { $0.name.lowercased() == name.lowercased() }
    guard let index else { return fields.append(Field(name, value)) }
    fields[index].value = value
  }
}
