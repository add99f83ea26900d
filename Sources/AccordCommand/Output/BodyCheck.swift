import Accord
import AccordReporting

/// Checks the bytes of a file against a schema, with the line and a caret under each place.
struct BodyCheck {
  private let bytes: [UInt8]
  private let name: String
  private let format: BodyFormat

  init(_ bytes: [UInt8], named name: String, _ format: BodyFormat) {
    self.bytes = bytes
    self.name = name
    self.format = format
  }

  /// What is wrong, in the order of the file.
  func findings(against schema: Schema) throws -> [String] {
    let validator = try Validator(schema)
    do {
      return try violations(validator).map(finding)
    } catch let error as JSONSyntaxError {
      return [notWellFormed(error.position, "\(error)")]
    } catch let error as XMLSyntaxError {
      guard !error.isUnsupported else {
        return [place(error.position, "not supported: \(error.message)")]
      }
      return [notWellFormed(error.position, "\(error)")]
    } catch let error as CSVSyntaxError {
      return [notWellFormed(error.position, "\(error)")]
    } catch let error as JSVSyntaxError {
      return [notWellFormed(error.position, "\(error)")]
    }
  }

  private func violations(_ validator: Validator) throws -> [SchemaViolation] {
    switch format {
    case .json: validator.validate(try JSONDocument(parsing: bytes))
    case .jsonLines: validator.validate(try JSONLines(parsing: bytes))
    case .xml: validator.validate(try XMLDocument(parsing: bytes))
    case .csv: validator.validate(try CSVDocument(parsing: bytes))
    case .jsv: validator.validate(try JSVDocument(parsing: bytes))
    case .form: validator.validate(FormDocument(parsing: bytes))
    }
  }

  /// The reader's message, which begins with the place that stands at the head already.
  private func notWellFormed(_ position: SourcePosition, _ message: String) -> String {
    let head = "\(position): "
    let reason = message.hasPrefix(head) ? message.dropFirst(head.count) : message[...]
    return place(position, "not well-formed: \(reason)")
  }

  private func finding(_ violation: SchemaViolation) -> String {
    let pointer = violation.instanceLocation.isEmpty ? "the root" : violation.instanceLocation
    let message = "\(pointer): expected \(violation.expected), found \(violation.actual)"
    return place(violation.position, "\(violation.keyword): \(message)")
  }

  /// The message at its line and column, with the line's text and a caret.
  private func place(_ position: SourcePosition?, _ message: String) -> String {
    let message = VisibleText.line(message)
    guard let position else { return "\(name): \(message)" }
    let head = "\(name):\(position.line):\(position.column): \(message)"
    let offset = min(position.byte, bytes.count)
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    // A window of the line around the place: lines may be megabytes long.
    let from = max(start, offset - 60)
    let before = String(decoding: bytes[from..<offset], as: UTF8.self)
    let after = String(decoding: bytes[offset..<min(end, offset + 40)], as: UTF8.self)
    let text = VisibleText.line(before), rest = VisibleText.line(after)
    return "\(head)\n  \(text)\(rest)\n  \(String(repeating: " ", count: text.count))^"
  }
}
