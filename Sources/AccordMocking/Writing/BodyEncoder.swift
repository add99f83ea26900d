import AccordModel
import AccordSchema

/// Writes values in the formats of a suite.
///
/// Dates that the schema says are .NET's are written as .NET hosts write them in each format: in
/// milliseconds in JSON, raw and as short as possible in JSV and CSV, as `xs:dateTime` in XML.
enum BodyEncoder {
  /// The bytes of a value; XML takes names and order from the schema.
  static func bytes(_ value: JSON, as schema: Schema, in format: Format) throws -> [UInt8] {
    switch format.syntax {
    // One object is one line, which nothing ends.
    case .json, .jsonLines: DotNetJSONWriter.bytes(value, as: schema)
    // A contract that names no element leaves the name to the server.
    case .xml: try BodyWriter.xml(value, as: schema, makingUpNames: true)
    case .csv, .jsv, .form, .multipart, .text, .bytes, .own:
      try format.syntax.bytes(of: value, as: schema)
    }
  }

  /// The Content-Type of a format.
  static func contentType(_ format: Format) -> Field {
    var value = format.charset.map { "\(format.mediaType); charset=\($0)" } ?? format.mediaType
    if format.syntax == .multipart { value += "; boundary=\(MultipartWriter.boundary)" }
    return Field("Content-Type", value)
  }
}
