/// A value that is likely to be refused wherever a schema stands, and why.
///
/// Unlike a ``Counterexample``, which is a change to a value that conforms, it stands for itself: it is sent
/// in a path, a query, a header or as a member. It is no proof: whoever uses it holds it to the schema.
package struct WrongValue: Sendable, Hashable {
  /// What is wrong, in words that make an identifier.
  package let name: String
  package let value: JSON
  /// Why it is refused, as the end of the sentence "The value …".
  package let why: String

  fileprivate init(_ name: String, _ value: JSON, why: String) {
    self.name = name
    self.value = value
    self.why = why
  }
}

extension Schema {
  /// Values that are likely to be refused, each name once.
  package var wrongValues: [WrongValue] { wrongValues(depth: 0) }

  private func wrongValues(depth: Int) -> [WrongValue] {
    guard depth < 8 else { return [] }
    let content = self.content
    var list = content.candidates
    for branch in content.anyOf + content.oneOf + content.allOf {
      list += branch.wrongValues(depth: depth + 1)
    }
    var names: Set<String> = []
    return list.filter { names.insert($0.name).inserted }
  }
}

extension Schema.Content {
  /// Values that break one keyword each.
  fileprivate var candidates: [WrongValue] {
    var list: [WrongValue] = []
    if let enumeration {
      let values = enumeration.filter { $0 != .null }
      let shown = values.prefix(6).map(\.shownText).joined(separator: ", ")
      let more = values.count > 6 ? " and so on" : ""
      list.append(WrongValue("unknown-value", "Unknown", why: "is none of \(shown)\(more)"))
    }
    let format = stringFormat
    for (index, value) in (format?.counterexamples ?? []).enumerated() {
      guard let format else { break }
      let name = "not-a-\(format.name)" + (index == 0 ? "" : "-\(index + 1)")
      list.append(WrongValue(name, value, why: "is not \(format.phrase)"))
    }
    guard let types else { return list }
    if types.contains(.integer) || types.contains(.number) { list += numberCandidates(types) }
    if types.contains(.boolean) {
      list.append(WrongValue("not-a-boolean", "maybe", why: "is neither true nor false"))
    }
    if types.contains(.string) { list += stringCandidates(format) }
    if types.contains(.array) {
      list.append(WrongValue("not-an-array", "abc", why: "is not an array"))
      if let least = minItems, least > 0 {
        list.append(WrongValue("too-few-items", [], why: "has fewer than \(least) items"))
      }
    }
    if types.contains(.object) {
      list.append(WrongValue("not-an-object", "abc", why: "is not an object"))
    }
    return list
  }

  private func numberCandidates(_ types: Schema.Types) -> [WrongValue] {
    let noun = types.contains(.number) ? "a number" : "a whole number"
    var list = [WrongValue("not-a-number", "abc", why: "is not \(noun)")]
    if !types.contains(.number) {
      list.append(WrongValue("fraction", 1.5, why: "is not \(noun)"))
    }
    if let limit = minimum, let value = limit.int?.moved(by: -1) {
      list.append(
        WrongValue("below-minimum", .number(JSONNumber(value)), why: "is below \(limit.text)")
      )
    } else if let limit = exclusiveMinimum {
      list.append(WrongValue("below-minimum", .number(limit), why: "is not above \(limit.text)"))
    }
    if let limit = maximum, let value = limit.int?.moved(by: 1) {
      list.append(
        WrongValue("above-maximum", .number(JSONNumber(value)), why: "is above \(limit.text)")
      )
    } else if let limit = exclusiveMaximum {
      list.append(WrongValue("above-maximum", .number(limit), why: "is not below \(limit.text)"))
    }
    return list
  }

  private func stringCandidates(_ format: StringFormat?) -> [WrongValue] {
    var list = [WrongValue("not-a-string", [:], why: "is not a string")]
    if pattern != nil {
      list.append(
        WrongValue("wrong-pattern", "!", why: "does not have the form that is asked for")
      )
    }
    if let most = maxLength, most < 100_000 {
      let text = String(repeating: "x", count: max(0, most) + 1)
      list.append(WrongValue("too-long", .string(text), why: "is longer than \(most) characters"))
    }
    if let least = minLength, least > 1, least < 100_000, format == nil {
      let text = String(repeating: "x", count: least - 1)
      list.append(
        WrongValue("too-short", .string(text), why: "is shorter than \(least) characters")
      )
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
