package import AccordSchema

extension Format.Syntax {
  /// The bytes of a value; XML, CSV and JSV take names and order from the schema.
  ///
  /// JSON Lines have the value as their only row.
  package func bytes(
    of value: JSON,
    as schema: Schema
  ) throws(BodyWritingError) -> [UInt8] {
    switch self {
    case .json: BodyWriter.json(value)
    case .jsonLines: BodyWriter.jsonLines([value])
    case .xml: try BodyWriter.xml(value, as: schema)
    case .csv: Array(CSVWriter.text(value, as: schema).utf8)
    case .jsv: Array(JSVWriter.text(value, as: schema).utf8)
    }
  }
}
