import FoundationEssentials

/// The ways in which a secret is written on the wire and in texts.
struct SecretSpellings {
  /// The secret itself.
  let plain: String
  /// Percent-encoded, every character.
  let percent: String
  /// Percent-encoded, only what has to be.
  let partlyPercent: String
  /// Inside Base64, behind none, one or two other bytes, without what depends on the neighbours.
  let base64: [String]

  init(_ secret: String) {
    plain = secret
    percent = secret.utf8.map { "%" + Self.hexadecimal($0) }.joined()
    partlyPercent = secret.utf8.map { byte in
      let isPlain = Character(UnicodeScalar(byte)).isLetter || (0x30...0x39).contains(byte)
      return isPlain || byte == 0x2D ? String(UnicodeScalar(byte)) : "%" + Self.hexadecimal(byte)
    }.joined()
    base64 = (0..<3).map { offset in
      let bytes = [UInt8](repeating: 0x3A, count: offset) + Array(secret.utf8)
      let text = Data(bytes).base64EncodedString()
      return String(text.dropFirst([0, 2, 3][offset]).dropLast(4))
    }
  }

  var all: [String] { [plain, percent, partlyPercent] + base64 }

  /// What a server would say that gives the secret back in every spelling.
  var echo: String {
    let pair = Data("user:\(plain)".utf8).base64EncodedString()
    let single = Data(plain.utf8).base64EncodedString()
    return "\(plain) \(percent) ?token=\(partlyPercent)&x Basic \(pair) \(single)"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0\(digits)" : digits
  }
}
