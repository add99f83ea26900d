import AccordModel
import AccordSchema

/// Writes values in the formats of a suite.
enum BodyEncoder {
  /// The bytes of a value; XML takes names and order from the schema.
  static func bytes(_ value: JSON, as schema: Schema, in format: Format) throws -> [UInt8] {
    switch format.syntax {
    case .json: BodyWriter.json(value)
    case .xml: try BodyWriter.xml(value, as: schema)
    case .jsonLines: BodyWriter.jsonLines([value])
    case .csv: Array(CSVWriter.text(value).utf8)
    case .jsv: Array(JSVWriter.text(value).utf8)
    }
  }

  /// The Content-Type of a format.
  static func contentType(_ format: Format) -> Field {
    Field(
      "Content-Type",
      format.charset.map { "\(format.mediaType); charset=\($0)" } ?? format.mediaType
    )
  }
}
