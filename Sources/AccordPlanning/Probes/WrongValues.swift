import AccordModel
import AccordSchema

/// Values that a schema does not admit, each proven by the schema itself.
///
/// A schema that cannot be compiled proves nothing and has none; the lint reports it, and no case of
/// its contract conforms.
struct WrongValues: Sendable {
  let schema: Schema

  /// The longest text that is sent in a path, a query or a header to be too long.
  ///
  /// A longer one would be refused for the length of the request, not for the value.
  private static let longestText = 2_000

  /// Wrong values as text, which no server could read as a right one.
  func asText(in form: LexicalForm) -> [Probe] {
    guard let validator = try? SchemaValidator(schema) else { return [] }
    return candidates.filter { probe in
      guard case .object = probe.value else {
        let text = probe.value.wireText
        guard !text.isEmpty, text.unicodeScalars.count <= Self.longestText else { return false }
        return !validator.validate(text: text, lexical: form).isEmpty
      }
      return false
    }
  }

  /// Wrong values as JSON.
  func asJSON() -> [Probe] {
    guard let validator = try? SchemaValidator(schema) else { return [] }
    return candidates.filter { !validator.admits($0.value) }
  }

  /// Whether the schema admits a value.
  func admits(_ value: JSON) -> Bool {
    guard let validator = try? SchemaValidator(schema) else { return true }
    return validator.admits(value)
  }

  /// Whether the schema admits a text.
  func admits(text: String, in form: LexicalForm) -> Bool {
    guard let validator = try? SchemaValidator(schema) else { return true }
    return validator.validate(text: text, lexical: form).isEmpty
  }

  /// Values that are likely to be wrong.
  private var candidates: [Probe] {
    schema.wrongValues.map { Probe($0.name, $0.value, why: $0.why) }
  }
}
