/// What ECMA-262 admits without the `u` flag only (annex B.1.2); a part that means something with the
/// flag keeps that meaning.
extension PatternParser {
  /// What the whole pattern decides about its escapes.
  struct GroupCensus {
    /// How many groups capture.
    var count = 0
    /// Whether a group has a name.
    var hasNames = false

    init(_ scalars: [Unicode.Scalar]) {
      var index = 0
      var isInClass = false
      func scalar(_ offset: Int) -> Unicode.Scalar? {
        index + offset < scalars.count ? scalars[index + offset] : nil
      }
      while index < scalars.count {
        switch scalars[index] {
        case "\\": index += 1
        case "[": isInClass = true
        case "]": isInClass = false
        case "(" where !isInClass:
          let isNamed = scalar(1) == "?" && scalar(2) == "<" && scalar(3) != "=" && scalar(3) != "!"
          if isNamed { hasNames = true }
          if isNamed || scalar(1) != "?" { count += 1 }
        default: break
        }
        index += 1
      }
    }
  }

  /// Whether a decimal escape refers to a group; if it does not, it is an octal escape or a digit.
  mutating func refersToGroup() -> Bool {
    var number = 0
    for scalar in scalars[index...] {
      guard ("0"..."9").contains(scalar) else { break }
      number = min(number * 10 + Int(scalar.value - 0x30), Int(UInt32.max))
    }
    return number <= census.count
  }

  /// The character of an escape that has no meaning under the `u` flag; the place is behind the
  /// character that follows the backslash at `start`.
  mutating func parseLenientEscape(_ start: Int, isInClass: Bool) -> UInt32 {
    let scalar = scalars[start + 1]
    switch scalar {
    case "0"..."7":
      index = start + 1
      return parseOctal()
    case "c":
      if isInClass, let next, ("0"..."9").contains(next) || next == "_" {
        index += 1
        return next.value & 0x1F
      }
      // The backslash stands for itself, and the letter follows.
      index = start + 1
      return 0x5C
    default:
      return scalar.value
    }
  }

  /// One to three octal digits, up to `\377`.
  private mutating func parseOctal() -> UInt32 {
    var value: UInt32 = 0
    var count = 0
    while count < 3, let digit = next, ("0"..."7").contains(digit) {
      let sum = value * 8 + digit.value - 0x30
      guard sum <= 0o377 else { break }
      value = sum
      count += 1
      index += 1
    }
    return value
  }
}

extension PatternSyntaxError {
  /// Whether a pattern may be one without the `u` flag that is none with it; a property that is
  /// not known is one that was meant.
  var isOfFlag: Bool {
    switch reason {
    case .unknownProperty, .unsupportedProperty, .tooDeep: false
    default: true
    }
  }
}
