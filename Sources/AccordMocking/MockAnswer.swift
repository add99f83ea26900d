public import AccordModel
public import AccordSchema

/// What the mock answers.
public struct MockAnswer: Sendable, Hashable {
  /// The status.
  public var status: Int

  /// The reason phrase.
  public var reason: String

  /// The fields, Content-Length included.
  public var fields: [Field]

  /// The content.
  public var body: [UInt8]

  /// What goes wrong on the wire while the answer is sent, in the order in which it was asked for.
  package var faults: [Fault] = []

  /// An answer of these bytes, with their Content-Length.
  public init(_ status: Int, fields: [Field] = [], body: [UInt8] = []) {
    self.status = status
    reason = ReasonPhrase.of(status)
    self.fields = fields
    self.body = body
    if status != 204 { self.fields.append(Field("Content-Length", String(body.count))) }
  }

  /// An answer that the client has already (RFC 9110 section 15.4.5).
  package init(notModified fields: [Field]) {
    self.init(304, fields: fields)
    self.fields.removeAll { $0.name == "Content-Length" }
  }

  /// An answer with a value in a format, which takes names and order from the schema where it is not
  /// JSON; it throws what a format cannot write.
  public init(
    _ status: Int,
    _ value: JSON,
    as schema: Schema = .any,
    in format: Format = .json,
    fields: [Field] = []
  ) throws {
    self.init(
      status,
      fields: [BodyEncoder.contentType(format)] + fields,
      body: try BodyEncoder.bytes(value, as: schema, in: format)
    )
  }

  /// An answer of JSON.
  public static func json(_ status: Int, _ value: JSON, fields: [Field] = []) -> MockAnswer {
    MockAnswer(
      status,
      fields: [Field("Content-Type", "application/json")] + fields,
      body: value.bytes()
    )
  }

  /// An answer of plain text, for what no contract covers.
  public static func text(_ status: Int, _ text: String, fields: [Field] = []) -> MockAnswer {
    MockAnswer(
      status,
      fields: fields + [Field("Content-Type", "text/plain; charset=utf-8")],
      body: Array(text.utf8)
    )
  }

  /// Changes the content and its length.
  public mutating func setBody(_ bytes: [UInt8]) {
    body = bytes
    setField("Content-Length", String(bytes.count))
  }

  /// Replaces the first field of this name, or adds it.
  public mutating func setField(_ name: String, _ value: String) {
    let index = fields.firstIndex { $0.name.lowercased() == name.lowercased() }
    guard let index else { return fields.append(Field(name, value)) }
    fields[index].value = value
  }
}
