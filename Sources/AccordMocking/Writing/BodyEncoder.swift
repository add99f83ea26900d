package import AccordModel
package import AccordSchema

/// Writes values in the formats of a suite.
///
/// Dates that the schema says are .NET's are written as .NET hosts write them in each format: in
/// milliseconds in JSON, raw and as short as possible in JSV and CSV, as `xs:dateTime` in XML.
package enum BodyEncoder {
  /// The bytes of a value; XML takes names and order from the schema.
  package static func bytes(_ value: JSON, as schema: Schema, in format: Format) throws -> [UInt8] {
    switch format.syntax {
    // One object is one line, which nothing ends.
    case .json, .jsonLines: DotNetJSONWriter.bytes(value, as: schema)
    case .text: try text(value, in: format.charset)
    // A contract that names no element leaves the name to the server.
    case .xml: try BodyWriter.xml(value, as: schema, makingUpNames: true)
    case .csv, .jsv, .form, .multipart, .parts, .bytes, .own:
      try format.syntax.bytes(of: value, as: schema)
    }
  }

  /// A text in a charset: UTF-8, or Latin-1 where all of its characters are in it.
  private static func text(_ value: JSON, in charset: String?) throws -> [UInt8] {
    let bytes = try Format.Syntax.text.bytes(of: value, as: .string)
    switch charset?.lowercased() {
    case nil, "utf-8": return bytes
    case "us-ascii" where bytes.allSatisfy({ $0 < 0x80 }): return bytes
    case "iso-8859-1", "latin1":
      return try String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
        guard let byte = UInt8(exactly: scalar.value) else {
          throw Unwritable(charset: "\(charset ?? "")")
        }
        return byte
      }
    default: throw Unwritable(charset: charset ?? "")
    }
  }

  /// A text that is not written in a charset.
  private struct Unwritable: Error, CustomStringConvertible {
    let charset: String

    var description: String {
      "texts are written in utf-8, and in us-ascii and iso-8859-1 where these have all their characters, not in "
        + charset
    }
  }

  /// The Content-Type of a format.
  package static func contentType(_ format: Format) -> Field {
    var value = format.charset.map { "\(format.mediaType); charset=\($0)" } ?? format.mediaType
    if [.multipart, .parts].contains(format.syntax) {
      value += "; boundary=\(MultipartWriter.boundary)"
    }
    return Field("Content-Type", value)
  }
}
