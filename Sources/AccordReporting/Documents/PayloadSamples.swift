import AccordModel
import AccordSchema

/// One conforming value in every format that it travels in, each written by what writes bodies.
struct PayloadSamples {
  private let samples: [(format: Format, text: String)]
  private let noun: String

  /// Samples of an answer, which is no error.
  init(
    _ response: ResponseRule,
    _ schema: Schema,
    in suite: ContractSuite,
    _ formats: [Format],
    _ documented: DocumentedValues
  ) {
    var rows: JSONPointer?
    if case .rows(_, let pointer) = response.content { rows = pointer }
    let value = response.sample(showingNone: suite.errors).map { sample in
      let validator = try? SchemaValidator(schema)
      let readings = response.readings.map { reading in
        (
          reading.condition.flatMap { try? SchemaValidator($0) },
          try? SchemaValidator(reading.schema)
        )
      }
      return SampleFiller.fill(sample, as: schema, documented) { value in
        validator?.admits(value) ?? true
          && readings.allSatisfy { condition, reading in
            condition?.admits(value) == false || reading?.admits(value) ?? true
          }
      }
    }
    self.init(value, schema, in: formats, of: "answer", rows: rows)
  }

  /// Samples of what is sent.
  init(
    _ schema: Schema,
    in formats: [Format],
    of noun: String,
    _ documented: DocumentedValues
  ) {
    let value = schema.sample().map { sample in
      let validator = try? SchemaValidator(schema)
      return SampleFiller.fill(sample, as: schema, documented) { validator?.admits($0) ?? true }
    }
    self.init(value, schema, in: formats, of: noun, rows: nil)
  }

  /// A value of a payload; a format that writes rows has the items at `rows` as its rows.
  private init(
    _ value: JSON?,
    _ schema: Schema,
    in formats: [Format],
    of noun: String,
    rows: JSONPointer?
  ) {
    self.noun = noun
    guard let value else {
      samples = []
      return
    }
    samples = formats.compactMap { format in
      Self.text(value, schema, format, rows: rows).map { (format, $0) }
    }
  }

  /// The samples as Markdown.
  var markdown: String {
    samples.map { format, text in
      "\nFor example, the \(noun) in \(MarkdownText.inline(format.id)):\n\n"
        + MarkdownText.block(text, language: Self.language(format))
    }.joined()
  }

  /// A value as a format writes it; nil where the format cannot.
  static func text(
    _ value: JSON,
    _ schema: Schema,
    _ format: Format,
    rows: JSONPointer?
  ) -> String? {
    switch format.syntax {
    case .form, .multipart, .parts, .text, .own:
      (try? format.syntax.bytes(of: value, as: schema)).map { String(decoding: $0, as: UTF8.self) }
    case .bytes: nil
    case .json: value.text(indented: true)
    case .xml:
      (try? BodyWriter.xml(value, as: schema)).map { bytes in
        XMLIndentation.indented(String(decoding: bytes, as: UTF8.self))
      }
    case .jsonLines:
      String(
        decoding: BodyWriter.jsonLines((rows.flatMap { value[$0]?.elements }) ?? [value]),
        as: UTF8.self
      )
    case .csv:
      CSVWriter.text(
        rows.flatMap { value[$0] } ?? value,
        as: (rows?.tokens ?? []).reduce(schema) { $0.schema(ofMember: $1) }
      )
    case .jsv: JSVWriter.text(value, as: schema)
    }
  }

  private static func language(_ format: Format) -> String {
    switch format.syntax {
    case .json, .jsonLines: "json"
    case .xml: "xml"
    case .csv: "csv"
    case .jsv, .form, .multipart, .parts, .text, .bytes, .own: ""
    }
  }
}
