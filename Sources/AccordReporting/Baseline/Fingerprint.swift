package import AccordModel

/// A short name for what is wrong, the same in every run in which it is wrong in the same way.
///
/// It is made of the case or suite, the exchange and the ``Defect``. What was found is not part of it,
/// nor where in a list: a server that is wrong says so with another time or number in each run, and of
/// other items when its data change.
package struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
  /// Sixteen hexadecimal digits: the 64-bit FNV-1a hash (RFC 9923) of the parts.
  package let description: String

  /// The fingerprint of parts, in their order.
  init(_ parts: [String]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      // A byte that UTF-8 never has ends each part.
      for byte in part.utf8 { hash = Self.hash(hash, byte) }
      hash = Self.hash(hash, 0xFF)
    }
    let digits = String(hash, radix: 16)
    description = String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The fingerprint of a violation in a case.
  package init(_ violation: RunRecord.Violation, in id: CaseID) {
    self.init([id.description, String(violation.step)] + Defect(violation).parts)
  }

  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The text without what another run would make up anew: words with a digit, and what is quoted.
  static func shape(of text: String) -> String {
    var shape: [UInt8] = []
    var word: [UInt8] = []
    var hasDigit = false
    var isQuoted = false
    func end() {
      shape += hasDigit ? [UInt8(ascii: "#")] : word
      word = []
      hasDigit = false
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") {
        if isQuoted { word = [] } else { end() }
        isQuoted.toggle()
        hasDigit = false
        shape.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      // What parts the digits of a number, a time or an identifier.
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"): break
      case _ where isQuoted: break
      default:
        end()
        shape.append(byte)
        continue
      }
      word.append(byte)
    }
    if !isQuoted { end() }
    return String(decoding: shape, as: UTF8.self)
  }
}
