/// A decimal in one form for each value: sign, digits without zeros at either end, and the power of
/// ten of the last digit.
package struct JSONDecimal: Sendable, Hashable, Comparable {
  package var isNegative: Bool

  /// The digits 0 to 9; empty for zero.
  package var digits: [UInt8]

  package var exponent: Int

  private static let largestExponent = 100_000_000_000_000_000

  package init(_ value: Int64) {
    self.init(checked: String(value))
  }

  /// Reads a text that is known to be a JSON number.
  package init(checked text: String) {
    isNegative = false
    digits = []
    exponent = 0
    var isFraction = false
    var isExponent = false
    var isNegativeExponent = false
    var written = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"):
        if isExponent { isNegativeExponent = true } else { isNegative = true }
      case UInt8(ascii: "+"):
        break
      case UInt8(ascii: "."):
        isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        isExponent = true
      default:
        let digit = byte &- 0x30
        if isExponent {
          written = min(written * 10 + Int(digit), JSONDecimal.largestExponent)
        } else {
          if digit != 0 || !digits.isEmpty { digits.append(digit) }
          if isFraction { exponent -= 1 }
        }
      }
    }
    exponent += isNegativeExponent ? -written : written
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty {
      isNegative = false
      exponent = 0
    }
  }

  package var isInteger: Bool {
    exponent >= 0
  }

  /// The power of ten above the first digit: the value is below ten to this power.
  private var magnitude: Int {
    digits.count + exponent
  }

  package var int64: Int64? {
    guard isInteger, magnitude <= 19 else { return nil }
    var value: Int64 = 0
    for digit in digits + Array(repeating: 0, count: exponent) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) =
        isNegative
        ? product.subtractingReportingOverflow(Int64(digit))
        : product.addingReportingOverflow(Int64(digit))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }

  package static func < (left: JSONDecimal, right: JSONDecimal) -> Bool {
    guard left.sign == right.sign else { return left.sign < right.sign }
    return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
  }

  private var sign: Int {
    digits.isEmpty ? 0 : isNegative ? -1 : 1
  }

  /// Compares the absolute values of two decimals that are both zero or both not.
  private func isSmaller(than other: JSONDecimal) -> Bool {
    guard magnitude == other.magnitude else { return magnitude < other.magnitude }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  package func isMultiple(of divisor: JSONDecimal) -> Bool {
    guard !digits.isEmpty else { return true }
    guard !divisor.digits.isEmpty else { return false }
    // The digits end in no zero, so that no power of ten can be taken out of them.
    guard let zeros = zeros(before: divisor) else { return false }
    return LongDivision.isExact(digits, zeros: zeros, by: divisor.digits)
  }

  /// The zeros behind the digits that a division by another decimal must look at; nil where the
  /// other one has digits below those of this one.
  private func zeros(before divisor: JSONDecimal) -> Int? {
    let shift = exponent - divisor.exponent
    // The divisor's digits hold fewer than four times their count of twos and fives; further
    // zeros on the dividend's side change nothing.
    return shift < 0 ? nil : min(shift, 4 * divisor.digits.count)
  }

  /// How many steps ``isMultiple(of:)`` takes.
  func stepsOfDivision(by divisor: JSONDecimal) -> Int {
    guard let zeros = zeros(before: divisor) else { return 0 }
    return LongDivision.steps(digits.count + zeros, by: divisor.digits.count)
  }
}
