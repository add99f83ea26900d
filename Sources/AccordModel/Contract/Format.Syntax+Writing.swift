package import AccordSchema

extension Format.Syntax {
  /// The bytes of a value; XML, CSV and JSV take names and order from the schema.
  ///
  /// JSON Lines have the value as their only row. Bytes are what a string stands for: those of its
  /// Base64 where the schema says so, else its own.
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
    case .form: Array(try FormDocument.text(of: value).utf8)
    case .multipart: try MultipartWriter(schema).bytes(of: value)
    case .parts: try MultipartWriter(schema).bytes(ofList: value)
    case .text: try BodyWriter.text(value)
    case .bytes: BodyWriter.octets(value, as: schema)
    case .own(let own): try BodyWriter.own(value, as: schema, in: own.syntax)
    }
  }
}
