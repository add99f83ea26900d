/// A media type with its parameters (RFC 9110 section 8.3.1).
package struct MediaType: Sendable, Hashable {
  /// A parameter.
  package struct Parameter: Sendable, Hashable {
    /// The name, in lower case.
    package var name: String
    /// The value, unquoted.
    package var value: String
  }

  /// Type and subtype in lower case, such as `application/json`.
  package var essence: String

  /// The parameters, in order.
  package var parameters: [Parameter]

  /// Fields of an urlencoded form (URL standard, section 5).
  package static let form = "application/x-www-form-urlencoded"

  /// Fields and files of a form (RFC 7578).
  package static let formData = "multipart/form-data"

  /// The value of the first parameter of this name.
  package subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// Reads the value of a Content-Type field; `nil` if it is not a media type.
  package init?(parsing text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    reader.skipBlanks()
    guard let type = reader.token(), reader.take("/"), let subtype = reader.token() else {
      return nil
    }
    essence = "\(type)/\(subtype)".lowercased()
    parameters = []
    reader.skipBlanks()
    while reader.take(";") {
      reader.skipBlanks()
      // An empty parameter is allowed: a semicolon too many is harmless.
      guard let name = reader.token() else { continue }
      guard reader.take("="), let value = reader.quotedString() ?? reader.token() else {
        return nil
      }
      parameters.append(Parameter(name: name.lowercased(), value: value))
      reader.skipBlanks()
    }
    guard reader.isAtEnd else { return nil }
  }
}

extension MediaType {
  /// The syntax that the type stands for, by its common names.
  package var syntax: Format.Syntax? {
    switch essence {
    case "application/json", "text/json": .json
    case "application/xml", "text/xml": .xml
    case "text/jsonl", "application/jsonl", "application/x-ndjson": .jsonLines
    case "text/csv", "application/csv": .csv
    case "application/jsv", "text/jsv": .jsv
    case Self.form: .form
    case Self.formData: .multipart
    case _ where essence.hasSuffix("+json"): .json
    case _ where essence.hasSuffix("+xml"): .xml
    default: nil
    }
  }

  /// Whether it is that of an urlencoded form.
  package var isForm: Bool { essence == Self.form }
}

extension MediaType {
  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func skipBlanks() {
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    }

    mutating func take(_ character: Character) -> Bool {
      guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
      index += 1
      return true
    }

    /// A token (RFC 9110 section 5.6.2).
    mutating func token() -> String? {
      let start = index
      while index < bytes.count, Self.isTokenByte(bytes[index]) { index += 1 }
      guard index > start else { return nil }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// A quoted string (RFC 9110 section 5.6.4).
    mutating func quotedString() -> String? {
      let start = index
      guard take("\"") else { return nil }
      var value: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x22: return String(decoding: value, as: UTF8.self)
        case 0x5C where index < bytes.count:
          value.append(bytes[index])
          index += 1
        default: value.append(byte)
        }
      }
      index = start
      return nil
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
    }
  }
}
