/// A set of Unicode scalars: ranges, and properties that are looked up.
struct ScalarSet: Sendable {
  typealias Property = (property: UnicodeProperty, isNegated: Bool)

  private var ranges: [ClosedRange<UInt32>] = []
  private var properties: [Property] = []
  private var isNegated = false

  // The answers for ASCII, which most text is.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Creates a set; overlapping ranges are joined.
  init(
    _ ranges: [ClosedRange<UInt32>],
    properties: [Property] = [],
    isNegated: Bool = false
  ) {
    self.ranges = ScalarSet.joined(ranges)
    self.properties = properties
    self.isNegated = isNegated
    for value in UInt32(0)..<64 where search(value) {
      low |= 1 << UInt64(value)
    }
    for value in UInt32(64)..<128 where search(value) {
      high |= 1 << UInt64(value - 64)
    }
  }

  @inline(__always)
  func contains(_ value: UInt32) -> Bool {
    if value < 64 {
      return low >> UInt64(value) & 1 == 1
    }
    if value < 128 {
      return high >> UInt64(value - 64) & 1 == 1
    }
    return search(value)
  }

  /// The ends of its ranges, of which those of a set that is not negated are in it.
  var bounds: [UInt32] { ranges.flatMap { [$0.lowerBound, $0.upperBound] } }

  private func search(_ value: UInt32) -> Bool {
    (isInRanges(value) || hasProperty(value)) != isNegated
  }

  private func hasProperty(_ value: UInt32) -> Bool {
    guard !properties.isEmpty else { return false }
    // A surrogate has no place in a text, and no property is asked of it.
    guard let scalar = Unicode.Scalar(value) else { return false }
    return properties.contains { $0.property.holds(for: scalar) != $0.isNegated }
  }

  private func isInRanges(_ value: UInt32) -> Bool {
    var first = 0
    var last = ranges.count
    while first < last {
      let middle = (first + last) / 2
      if ranges[middle].upperBound < value {
        first = middle + 1
      } else {
        last = middle
      }
    }
    return first < ranges.count && ranges[first].lowerBound <= value
  }

  static func joined(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The ranges between sorted, disjoint ranges.
  static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in joined(ranges) {
      if range.lowerBound > next {
        result.append(next...range.lowerBound - 1)
      }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF {
      result.append(next...0x10FFFF)
    }
    return result
  }
}

/// The classes that have an escape of their own (ECMA-262, section 22.2.2.9).
extension ScalarSet {
  static let digits: [ClosedRange<UInt32>] = [0x30...0x39]

  static let word: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]

  /// White space and line terminators (sections 12.2 and 12.3).
  static let whiteSpace: [ClosedRange<UInt32>] = [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ]

  /// What `.` does not match.
  static let lineTerminators: [ClosedRange<UInt32>] = [
    0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029,
  ]
}
