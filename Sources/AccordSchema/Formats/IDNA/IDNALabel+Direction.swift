extension IDNALabel {
  /// The classes of direction that scalars of a label can have (RFC 5893, section 2).
  private enum Direction {
    case leftToRight, rightToLeft, arabicNumber, europeanNumber, neutral, mark
  }

  /// Whether the label makes a name one to which the rule of direction applies.
  var isRightToLeft: Bool {
    scalars.contains { value in
      switch Self.direction(value) {
      case .rightToLeft, .arabicNumber: true
      default: false
      }
    }
  }

  /// The rule of direction (RFC 5893, section 2).
  var keepsDirection: Bool {
    let directions = scalars.map(Self.direction)
    guard let first = directions.first, let last = directions.last(where: { $0 != .mark }) else {
      return false
    }
    switch first {
    case .rightToLeft:
      let numbers = directions.contains(.arabicNumber) && directions.contains(.europeanNumber)
      return !numbers && !directions.contains(.leftToRight)
        && [.rightToLeft, .europeanNumber, .arabicNumber].contains(last)
    case .leftToRight:
      return !directions.contains(.rightToLeft) && !directions.contains(.arabicNumber)
        && [.leftToRight, .europeanNumber].contains(last)
    default:
      return false
    }
  }

  private static func direction(_ value: UInt32) -> Direction {
    switch value {
    case 0x30...0x39, 0x6F0...0x6F9: return .europeanNumber
    case 0x660...0x669, 0x10D30...0x10D39, 0x10D40...0x10D49: return .arabicNumber
    case 0x2D, 0xB7, 0x2B9...0x2BA, 0x2C6...0x2CF, 0x2EC, 0x375, 0x208F, 0x2E2F, 0x30FB, 0xA67F,
      0xA717...0xA71F, 0xA788, 0x200C, 0x200D:
      return .neutral
    // Marks that are written from left to right.
    case 0xCBF, 0xCC6, 0x1B3A, 0x1B3C, 0x1B42, 0x11A07...0x11A08, 0x11C3F: return .leftToRight
    default: break
    }
    if IDNATable.rightToLeft.contains(value) { return .rightToLeft }
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    default: return .leftToRight
    }
  }
}
