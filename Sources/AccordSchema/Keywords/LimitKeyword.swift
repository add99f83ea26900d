/// `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` (JSON Schema validation, sections
/// 6.2.2 to 6.2.5) and `multipleOf` (section 6.2.1), all exact.
struct LimitKeyword: NumberKeyword {
  let limit: Evidence.Limit
  let bound: JSONNumber

  var keyword: String { limit.rawValue }

  func finding(_ number: JSONNumber) -> Evidence? {
    admits(number) ? nil : .limit(limit, bound, Found(number: number))
  }

  private func admits(_ number: JSONNumber) -> Bool {
    switch limit {
    case .minimum: number >= bound
    case .maximum: number <= bound
    case .exclusiveMinimum: number > bound
    case .exclusiveMaximum: number < bound
    case .multipleOf: number.isMultiple(of: bound)
    }
  }
}
