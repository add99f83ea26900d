import AccordSchema

/// Values that are simpler than another in one place, those that leave out most first.
///
/// Whether a schema admits them is still to be seen.
struct SimplerValues {
  /// The values.
  static func of(_ value: JSON, as schema: Schema) -> [JSON] {
    var values: [JSON] = []
    if let plain = PlainValue.of(schema), plain != value { values.append(plain) }
    let places = ValuePlaces(of: value, as: schema).all.filter(\.isThere)
    // All that may be left out together, then each.
    let optional = places.filter(\.isOptional)
    if optional.count > 1 {
      var without = value
      for place in optional.reversed() { without = without.removing(at: place.pointer) ?? without }
      values.append(without)
    }
    values += lists(in: value, places)
    values += optional.compactMap { value.removing(at: $0.pointer) }
    for place in places where !place.pointer.isRoot {
      guard let inner = value[place.pointer] else { continue }
      if let plain = PlainValue.of(place.schema), plain != inner,
        let changed = value.replacing(plain, at: place.pointer)
      {
        values.append(changed)
      }
    }
    values += alike(in: value, places)
    for place in places {
      guard let inner = value[place.pointer] else { continue }
      values += scalars(inner, place.schema).compactMap { simpler in
        place.pointer.isRoot ? simpler : value.replacing(simpler, at: place.pointer)
      }
    }
    return values
  }

  /// Lists that are shorter by half.
  private static func lists(in value: JSON, _ places: [ValuePlaces.Place]) -> [JSON] {
    places.flatMap { place -> [JSON] in
      guard case .array(let items)? = value[place.pointer], items.count > 1 else { return [] }
      return [Array(items.prefix(items.count / 2)), Array(items.suffix(items.count / 2))]
        .compactMap { half in
          place.pointer.isRoot ? .array(half) : value.replacing(.array(half), at: place.pointer)
        }
    }
  }

  /// Texts that stand in several places, made the plainest in all of them: that they are alike may matter.
  private static func alike(in value: JSON, _ places: [ValuePlaces.Place]) -> [JSON] {
    var groups: [(text: JSON, places: [ValuePlaces.Place])] = []
    for place in places {
      guard let text = value[place.pointer], case .string = text else { continue }
      if let known = groups.firstIndex(where: { $0.text == text }) {
        groups[known].places.append(place)
      } else {
        groups.append((text, [place]))
      }
    }
    return groups.filter { $0.places.count > 1 }.compactMap { text, places in
      guard let plain = PlainValue.of(places[0].schema), plain != text else { return nil }
      return places.reduce(value) { value, place in
        value.replacing(plain, at: place.pointer) ?? value
      }
    }
  }

  private static func scalars(_ value: JSON, _ schema: Schema) -> [JSON] {
    switch value {
    case .string(let text): return texts(text).map { .string($0) }
    case .number(let number): return numbers(number, schema).map { .number($0) }
    case .boolean(true): return [false]
    case .null, .boolean, .array, .object: return []
    }
  }

  /// Texts with less to read: shorter, of plainer characters, or one character plainer.
  private static func texts(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    func joined(_ part: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    var texts = [String(repeating: "a", count: scalars.count)]
    if scalars.count > 0 {
      texts += [
        joined(scalars.prefix(scalars.count / 2)), joined(scalars.suffix(scalars.count / 2)),
        joined(scalars.prefix(scalars.count * 3 / 4)), joined(scalars.dropLast()),
        joined(scalars.dropFirst()),
      ]
    }
    if let first = scalars.first(where: { $0 != "a" }) {
      texts.append(joined(scalars.map { _ in first }))
      texts.append(joined([first]))
    }
    // Each character by itself, of texts that are short by now.
    if scalars.count <= 24 {
      for place in scalars.indices where scalars[place] != "a" {
        var changed = scalars
        changed[place] = "a"
        texts.append(joined(changed))
      }
    }
    return texts.filter { $0 != text }
  }

  /// Numbers closer to zero.
  private static func numbers(_ number: JSONNumber, _ schema: Schema) -> [JSONNumber] {
    guard let whole = number.int else {
      let half = number.double.rounded(.towardZero)
      return half.magnitude < 1e15 ? [JSONNumber(0), JSONNumber(Int(half))] : [JSONNumber(0)]
    }
    guard whole != 0, whole != .min else { return [] }
    let range = schema.withMergedMembers.content.wholeNumbers
    let closest = Swift.min(Swift.max(0, range.lowerBound), range.upperBound)
    var candidates: [Int] = []
    // From the closest that there may be by halves to the value.
    var gap = whole - closest
    while gap != 0 {
      candidates.append(whole - gap)
      gap /= 2
    }
    candidates += whole > 0 ? [whole - 1] : [-whole, whole + 1]
    return candidates.filter { $0 != whole }.map { JSONNumber($0) }
  }
}
