extension Sampler {
  /// A number.
  mutating func number(_ content: Schema.Content) -> JSON? {
    if content.format == "epoch-milliseconds" {
      let offset = isPlain ? 0 : Int(next() % 100_000_000) * 1000
      return .number(JSONNumber(1_709_209_800_000 + offset))
    }
    if isThorough, let number = thoroughNumber(content) { return .number(number) }
    let isWhole = content.types?.contains(.number) != true
    var least = content.minimum?.double ?? content.exclusiveMinimum.map { $0.double + 1 }
    let most = content.maximum?.double ?? content.exclusiveMaximum.map { $0.double - 1 }
    if least == nil, let most, most < 1 { least = most }
    let start = max(least ?? 1, -9e15)
    var value = start.rounded(.up)
    if !isPlain {
      let span = min((most ?? start + 1_000_000) - start, 1_000_000)
      if span >= 1 { value += Double(next() % (UInt64(span) + 1)) }
    }
    if let multiple = content.multipleOf?.double, multiple > 0 {
      value = (value / multiple).rounded(.up) * multiple
    }
    if let most, value > most {
      // No whole number lies between the limits.
      return isWhole ? nil : JSONNumber((start + most) / 2).map { .number($0) }
    }
    guard value == value.rounded(), abs(value) < 9e15 else {
      return JSONNumber(value).map { .number($0) }
    }
    return .number(JSONNumber(Int(value)))
  }

  /// A number for which all that is said of numbers is looked at; nil where none is found.
  private mutating func thoroughNumber(_ content: Schema.Content) -> JSONNumber? {
    let right = candidates(content).filter(content.admits)
    return right.isEmpty ? nil : right[Int(next() % UInt64(right.count))]
  }

  private func candidates(_ content: Schema.Content) -> [JSONNumber] {
    let bounds = [
      content.minimum, content.maximum, content.exclusiveMinimum, content.exclusiveMaximum,
    ].compactMap(\.self)
    var candidates: [JSONNumber] = [0, 1, -1, 2, 3, 7, 10, 42, 100, 1000, 1_000_000]
    candidates += [0.5, 1.5, -0.5, 0.1, 0.25, 2.75].compactMap(JSONNumber.init(shortest:))
    candidates += bounds
    for bound in bounds {
      if let whole = bound.int, whole.magnitude < .max / 4 {
        candidates += [whole - 1, whole + 1, whole - 2, whole + 2].map { JSONNumber($0) }
      }
      let double = bound.double
      for step in [0.5, 1, 0.25, 0.001, 1e-6, 1e-9] as [Double] {
        candidates += [double - step, double + step].compactMap(JSONNumber.init(shortest:))
        candidates += [(double - step).rounded(.up), (double + step).rounded(.down)]
          .compactMap(JSONNumber.init(shortest:))
      }
    }
    let doubles = bounds.map(\.double)
    if let least = doubles.min(), let most = doubles.max() {
      candidates += [(least + most) / 2, ((least + most) / 2).rounded()].compactMap(
        JSONNumber.init(shortest:)
      )
    }
    if let multiple = content.multipleOf { candidates += multiples(of: multiple, near: doubles) }
    return candidates
  }

  /// Multiples of a number, exact, from its first ones on and near bounds.
  private func multiples(of step: JSONNumber, near bounds: [Double]) -> [JSONNumber] {
    guard step.double > 0, let (digits, places) = step.scaled else { return [] }
    var factors = Array(-3...8)
    for bound in bounds {
      let nearest = (bound / step.double).rounded()
      guard abs(nearest) < 1e12 else { continue }
      factors += (-3...3).map { Int(nearest) + $0 }
    }
    return factors.compactMap { factor in
      let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
      return overflow ? nil : JSONNumber(product, places: places)
    }
  }
}

extension Schema.Content {
  /// Whether a number is as the keywords of numbers say, and of one of the types.
  fileprivate func admits(_ number: JSONNumber) -> Bool {
    if let types, !types.contains(.number), !(types.contains(.integer) && number.isInteger) {
      return false
    }
    if let minimum, number < minimum { return false }
    if let maximum, maximum < number { return false }
    if let exclusiveMinimum, !(exclusiveMinimum < number) { return false }
    if let exclusiveMaximum, !(number < exclusiveMaximum) { return false }
    if let multipleOf, !number.isMultiple(of: multipleOf) { return false }
    if let range = stringFormat?.range, number < range.least || range.greatest < number {
      return false
    }
    return true
  }
}

extension JSONNumber {
  /// A number without a fraction that says nothing: XML has no whole number that is written 50.0.
  fileprivate init?(shortest double: Double) {
    guard double == double.rounded(), abs(double) < 9e15 else {
      self.init(double)
      return
    }
    self.init(Int(double))
  }

  /// A whole number with its point moved so many places to the left.
  fileprivate init?(_ digits: Int, places: Int) {
    var (digits, places) = (digits, places)
    while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    guard places > 0 else {
      self.init(digits)
      return
    }
    let text = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(places + 1 - text.count, 0)) + text
    let sign = digits < 0 ? "-" : ""
    self.init("\(sign)\(padded.dropLast(places)).\(padded.suffix(places))")
  }

  /// Its digits as a whole number, and how many of them stand behind the point; nil if they are too many.
  fileprivate var scaled: (digits: Int, places: Int)? {
    guard !text.contains(where: { $0 == "e" || $0 == "E" }) else {
      return int.map { ($0, 0) }
    }
    let parts = text.split(separator: ".")
    let places = parts.count > 1 ? parts[1].count : 0
    return Int(parts.joined()).map { ($0, places) }
  }
}
