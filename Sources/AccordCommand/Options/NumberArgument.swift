import ArgumentParser

/// Numbers on the command line, each within a range that its help states.
enum NumberArgument {
  /// Reads a whole number of a range.
  static func whole(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
    { text in
      guard let number = Int(text), range.contains(number) else {
        throw ValidationError(
          "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
      }
      return number
    }
  }

  /// Reads a number of a range, whole or with a fraction, perhaps with a unit behind it.
  static func decimal(
    _ range: ClosedRange<Double>,
    unit: String = "",
    suffix: String = ""
  ) -> @Sendable (String) throws -> Double {
    { text in
      let digits =
        !suffix.isEmpty && text.hasSuffix(suffix) ? text.dropLast(suffix.count) : text[...]
      // Words such as inf and nan, and hexadecimal digits, are numbers for Swift.
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
        let number = Double(digits), range.contains(number)
      else {
        let words = unit.isEmpty ? "" : " \(unit)"
        throw ValidationError(
          "expected a number from \(range.lowerBound.words) to \(range.upperBound.words)\(words)"
        )
      }
      return number
    }
  }
}

extension Double {
  /// The number without a fraction that says nothing.
  var words: String {
    self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self)
  }
}
