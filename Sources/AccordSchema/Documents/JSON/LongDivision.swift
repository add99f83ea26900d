/// Schoolbook division of decimals that keeps only the remainder.
///
/// Numbers beyond eighteen digits are divided nine digits at a time (Knuth, The Art of Computer
/// Programming, volume 2, algorithm 4.3.1 D), so that long numbers in a schema and in a document
/// do not take hours together.
enum LongDivision {
  private static let base: UInt64 = 1_000_000_000

  /// How many steps the division of one number of digits by another takes.
  static func steps(_ dividend: Int, by divisor: Int) -> Int {
    divisor <= 18 ? dividend : (dividend / 9 + 1) * (divisor / 9 + 1)
  }

  /// Whether digits with zeros behind them are a whole multiple of other digits, which are not zero.
  static func isExact(_ dividend: [UInt8], zeros: Int, by divisor: [UInt8]) -> Bool {
    if divisor.count <= 18 {
      let modulus = divisor.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
      var remainder: UInt64 = 0
      for digit in dividend { remainder = (remainder * 10 + UInt64(digit)) % modulus }
      for _ in 0..<zeros { remainder = remainder * 10 % modulus }
      return remainder == 0
    }
    var modulus = limbs(divisor, zeros: 0)
    var dividend = limbs(dividend, zeros: zeros)
    // A first limb of at least half the base keeps the guesses of a quotient within two.
    let scale = base / (modulus[0] + 1)
    multiply(&modulus, by: scale)
    multiply(&dividend, by: scale)
    var remainder = [UInt64](repeating: 0, count: modulus.count + 1)
    for limb in dividend { push(limb, onto: &remainder, modulus) }
    return remainder.allSatisfy { $0 == 0 }
  }

  /// The digits nine by nine, the most significant first.
  private static func limbs(_ digits: [UInt8], zeros: Int) -> [UInt64] {
    let count = digits.count + zeros
    var limbs: [UInt64] = []
    limbs.reserveCapacity(count / 9 + 2)
    var limb: UInt64 = 0
    for index in 0..<count {
      limb = limb * 10 + (index < digits.count ? UInt64(digits[index]) : 0)
      if (count - index - 1).isMultiple(of: 9) {
        limbs.append(limb)
        limb = 0
      }
    }
    return limbs
  }

  private static func multiply(_ limbs: inout [UInt64], by scale: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices.reversed() {
      let product = limbs[index] * scale + carry
      limbs[index] = product % base
      carry = product / base
    }
    if carry > 0 { limbs.insert(carry, at: 0) }
  }

  /// Takes one more limb of the dividend and takes the divisor away as often as it goes.
  ///
  /// The remainder has one limb more than the divisor.
  private static func push(_ limb: UInt64, onto remainder: inout [UInt64], _ modulus: [UInt64]) {
    for index in modulus.indices { remainder[index] = remainder[index + 1] }
    remainder[modulus.count] = limb
    let quotient = min((remainder[0] * base + remainder[1]) / modulus[0], base - 1)
    var borrow: UInt64 = 0
    for index in modulus.indices.reversed() {
      let product = quotient * modulus[index] + borrow
      borrow = product / base
      let low = product % base
      if remainder[index + 1] < low {
        remainder[index + 1] += base
        borrow += 1
      }
      remainder[index + 1] -= low
    }
    while remainder[0] < borrow {
      borrow -= add(modulus, to: &remainder)
    }
    remainder[0] -= borrow
  }

  /// Adds the divisor and returns what is carried over into the first limb.
  private static func add(_ modulus: [UInt64], to remainder: inout [UInt64]) -> UInt64 {
    var carry: UInt64 = 0
    for index in modulus.indices.reversed() {
      let sum = remainder[index + 1] + modulus[index] + carry
      remainder[index + 1] = sum % base
      carry = sum / base
    }
    return carry
  }
}
