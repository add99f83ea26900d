package import AccordSchema

extension ResponseRule {
  /// A value that follows the content's schema and its closer readings, and shows no error; `nil`
  /// if there is no schema, or no value was found.
  ///
  /// A schema may admit what an error looks like: an answer of success may have a member in which
  /// only an error has a value.
  package func sample(seed: UInt64 = 0, showingNone errors: ErrorCatalogue) -> JSON? {
    guard let schema, var value = schema.sample(seed: seed) else { return nil }
    for reading in readings where !reading.admits(value) {
      for member in reading.schema.sample()?.members ?? [] {
        value = value.replacing(member.value, at: JSONPointer(tokens: [member.key])) ?? value
      }
    }
    let validator = try? SchemaValidator(schema)
    for place in errors.places {
      switch place {
      // What a function finds nobody can take away.
      case .header, .ownPlace: continue
      case .type(let pointer, let base):
        guard value[pointer]?.string?.hasPrefix(base) == true else { continue }
        value = value.clearing(pointer) { validator?.admits($0) ?? false }
      case .code(let pointer, let success):
        guard case .number = value[pointer] else { continue }
        value = value.replacing(.number(JSONNumber(success)), at: pointer) ?? value
      case .name(let pointer):
        value = value.clearing(pointer) { validator?.admits($0) ?? false }
      case .listedName(let pointer, _):
        value = value.clearing(pointer) { validator?.admits($0) ?? false }
      case .element(let names):
        value = value.clearing(JSONPointer(tokens: names)) { validator?.admits($0) ?? false }
      }
    }
    return value
  }
}

extension ContentReading {
  /// Whether a value is as it is read.
  fileprivate func admits(_ value: JSON) -> Bool {
    if let condition, (try? SchemaValidator(condition))?.admits(value) == false { return true }
    return (try? SchemaValidator(schema))?.admits(value) ?? true
  }
}

extension JSON {
  /// The value with nothing at a place: the outermost value on the way that may be null is, else
  /// the outermost that may be left out is.
  fileprivate func clearing(_ pointer: JSONPointer, _ admits: (JSON) -> Bool) -> JSON {
    guard let found = self[pointer], found != .null else { return self }
    let ways = pointer.tokens.indices.map { JSONPointer(tokens: Array(pointer.tokens[...$0])) }
    let candidates =
      ways.compactMap { replacing(.null, at: $0) } + ways.compactMap { removing(at: $0) }
    return candidates.first(where: admits) ?? self
  }
}
