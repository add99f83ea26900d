import Accord
import AccordReporting

/// Checks the bytes of a file against a schema, with the line and a caret under each place.
struct BodyCheck {
  private let bytes: [UInt8]
  private let name: String

  init(_ bytes: [UInt8], named name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// What is wrong, in the order of the file.
  func findings(against schema: Schema) throws -> [String] {
    let validator = try Validator(schema)
    if name.hasSuffix(".xml") {
      let document: XMLDocument
      do {
        document = try XMLDocument(parsing: bytes)
      } catch {
        return [notWellFormed(error.position, "\(error)")]
      }
      return validator.validate(document).map(finding)
    }
    if name.hasSuffix(".jsonl") {
      let lines: JSONLines
      do {
        lines = try JSONLines(parsing: bytes)
      } catch {
        return [notWellFormed(error.position, "\(error)")]
      }
      return validator.validate(lines).map(finding)
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      return [notWellFormed(error.position, "\(error)")]
    }
    return validator.validate(document).map(finding)
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
