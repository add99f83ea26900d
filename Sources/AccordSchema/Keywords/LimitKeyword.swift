/// `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` (JSON Schema validation, sections
/// 6.2.2 to 6.2.5) and `multipleOf` (section 6.2.1), all exact.
struct LimitKeyword: NumberKeyword {
  let limit: Evidence.Limit
  let bound: JSONNumber
  /// The bound as an integer where it is one, and else as a decimal, so that it is read once only.
  private let integer: Int64?
  private let decimal: JSONDecimal

  var keyword: String { limit.rawValue }

  init(limit: Evidence.Limit, bound: JSONNumber) {
    self.limit = limit
    self.bound = bound
    integer = bound.int64
    decimal = bound.decimal
  }

  func finding(_ number: JSONNumber, _ work: inout WorkBudget) -> Evidence? {
    if let integer, let value = number.writtenInteger {
      return admits(value, integer) ? nil : .limit(limit, bound, Found(number: number))
    }
    switch admits(number.decimal, &work) {
    case true?: return nil
    case false?: return .limit(limit, bound, Found(number: number))
    case nil: return .limitUndecided(limit, bound, Found(number: number))
    }
  }

  private func admits(_ number: Int64, _ bound: Int64) -> Bool {
    switch limit {
    case .minimum: number >= bound
    case .maximum: number <= bound
    case .exclusiveMinimum: number > bound
    case .exclusiveMaximum: number < bound
    case .multipleOf: number.isMultiple(of: bound)
    }
  }

  private func admits(_ number: JSONDecimal, _ work: inout WorkBudget) -> Bool? {
    switch limit {
    case .minimum: return number >= decimal
    case .maximum: return number <= decimal
    case .exclusiveMinimum: return number > decimal
    case .exclusiveMaximum: return number < decimal
    case .multipleOf:
      let steps = number.stepsOfDivision(by: decimal)
      guard steps <= work.rest else { return nil }
      work.spend(steps)
      return number.isMultiple(of: decimal)
    }
  }
}
