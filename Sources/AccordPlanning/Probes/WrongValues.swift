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
    guard let validator = try? Validator(schema) else { return [] }
    return Self.candidates(schema, depth: 0).filter { probe in
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
    guard let validator = try? Validator(schema) else { return [] }
    return Self.candidates(schema, depth: 0).filter { !validator.admits($0.value) }
  }

  /// Whether the schema admits a value.
  func admits(_ value: JSON) -> Bool {
    guard let validator = try? Validator(schema) else { return true }
    return validator.admits(value)
  }

  /// Whether the schema admits a text.
  func admits(text: String, in form: LexicalForm) -> Bool {
    guard let validator = try? Validator(schema) else { return true }
    return validator.validate(text: text, lexical: form).isEmpty
  }

  /// Values that are likely to be wrong, each name once.
  private static func candidates(_ schema: Schema, depth: Int) -> [Probe] {
    guard depth < 8 else { return [] }
    let content = schema.content
    var list = content.candidates
    for branch in content.anyOf + content.oneOf + content.allOf {
      list += candidates(branch, depth: depth + 1)
    }
    var names: Set<String> = []
    return list.filter { names.insert($0.name).inserted }
  }
}

extension Schema.Content {
  /// Values that break one keyword each.
  fileprivate var candidates: [Probe] {
    var list: [Probe] = []
    if let enumeration {
      let values = enumeration.filter { $0 != .null }
      let shown = values.prefix(6).map(\.shownText).joined(separator: ", ")
      let more = values.count > 6 ? " and so on" : ""
      list.append(Probe("unknown-value", "Unknown", why: "is none of \(shown)\(more)"))
    }
    let format = self.format.flatMap(StringFormat.named)
    if let format {
      list.append(
        Probe("not-a-\(format.name)", format.counterexample, why: "is not \(format.phrase)")
      )
    }
    guard let types else { return list }
    if types.contains(.integer) || types.contains(.number) { list += numberCandidates(types) }
    if types.contains(.boolean) {
      list.append(Probe("not-a-boolean", "maybe", why: "is neither true nor false"))
    }
    if types.contains(.string) { list += stringCandidates(format) }
    if types.contains(.array) {
      list.append(Probe("not-an-array", "abc", why: "is not an array"))
      if let least = minItems, least > 0 {
        list.append(Probe("too-few-items", [], why: "has fewer than \(least) items"))
      }
    }
    if types.contains(.object) {
      list.append(Probe("not-an-object", "abc", why: "is not an object"))
    }
    return list
  }

  private func numberCandidates(_ types: Schema.Types) -> [Probe] {
    let noun = types.contains(.number) ? "a number" : "a whole number"
    var list = [Probe("not-a-number", "abc", why: "is not \(noun)")]
    if !types.contains(.number) {
      list.append(Probe("fraction", 1.5, why: "is not \(noun)"))
    }
    if let limit = minimum, let value = limit.int?.moved(by: -1) {
      list.append(Probe("below-minimum", .number(JSONNumber(value)), why: "is below \(limit.text)"))
    } else if let limit = exclusiveMinimum {
      list.append(Probe("below-minimum", .number(limit), why: "is not above \(limit.text)"))
    }
    if let limit = maximum, let value = limit.int?.moved(by: 1) {
      list.append(Probe("above-maximum", .number(JSONNumber(value)), why: "is above \(limit.text)"))
    } else if let limit = exclusiveMaximum {
      list.append(Probe("above-maximum", .number(limit), why: "is not below \(limit.text)"))
    }
    return list
  }

  private func stringCandidates(_ format: StringFormat?) -> [Probe] {
    var list = [Probe("not-a-string", [:], why: "is not a string")]
    if pattern != nil {
      list.append(Probe("wrong-pattern", "!", why: "does not have the form that is asked for"))
    }
    if let most = maxLength, most < 100_000 {
      let text = String(repeating: "x", count: max(0, most) + 1)
      list.append(Probe("too-long", .string(text), why: "is longer than \(most) characters"))
    }
    if let least = minLength, least > 1, least < 100_000, format == nil {
      let text = String(repeating: "x", count: least - 1)
      list.append(Probe("too-short", .string(text), why: "is shorter than \(least) characters"))
    }
    return list
  }
}

extension Int {
  /// The number changed by one step, unless that overflows.
  fileprivate func moved(by step: Int) -> Int? {
    let (value, overflow) = addingReportingOverflow(step)
    return overflow ? nil : value
  }
}
