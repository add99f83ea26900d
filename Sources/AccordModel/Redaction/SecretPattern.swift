/// One spelling of a secret that is looked for: its text, its hexadecimal digits, or its Base64.
struct SecretPattern: Sendable {
  /// What the characters of a spelling are.
  enum Spelling: Sendable {
    /// The secret's own characters, in any case.
    case text
    /// Hexadecimal digits, in any case, with or without signs between the bytes.
    case hexadecimal
    /// Base64 (RFC 4648), which may be wrapped to lines.
    case base64
  }

  /// What is written in its place, as UTF-8.
  let placeholder: [UInt8]

  /// The characters, as UTF-8; in lower case where the case does not count.
  let bytes: [UInt8]

  /// Whether it counts only where no letter or digit stands beside it.
  let standsAlone: Bool

  private let spelling: Spelling
  private let ignoresCase: Bool

  /// The fewest characters of a secret's beginning that are taken for it where a text is cut off.
  private static let shortestPrefix = 6

  /// A secret of fewer bytes is not looked for in Base64 of Base64.
  private static let shortestTwice = 8

  /// Base64 shorter than this may stand in a text by chance in another case.
  private static let longBase64 = 12

  init(_ text: String, as spelling: Spelling, placeholder: String, standsAlone: Bool = false) {
    self.standsAlone = standsAlone
    self.placeholder = Array(placeholder.utf8)
    self.spelling = spelling
    let utf8 = Array(text.utf8)
    ignoresCase = spelling != .base64 || utf8.count >= Self.longBase64
    bytes = ignoresCase ? utf8.map(Self.lowercased) : utf8
  }

  /// All spellings of a secret.
  static func all(of secret: Secret) -> [SecretPattern] {
    let value = secret.value
    func pattern(_ text: String, _ spelling: Spelling) -> SecretPattern {
      SecretPattern(
        text,
        as: spelling,
        placeholder: secret.placeholder,
        standsAlone: secret.standsAlone
      )
    }
    var texts = [value]
    // ASCII is compared without its case; other letters are looked for in both.
    for text in [value.lowercased(), value.uppercased()]
    where !value.unicodeScalars.allSatisfy(\.isASCII) && !texts.contains(text) {
      texts.append(text)
    }
    let utf8 = Array(value.utf8)
    let utf16 = value.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    var encoded: [String] = []
    for text in base64(of: utf8) + base64(of: utf16) where !encoded.contains(text) {
      encoded.append(text)
    }
    // What was in Base64 already may have been put in it once more.
    if utf8.count >= shortestTwice, let once = base64(of: utf8).first {
      encoded += base64(of: Array(once.utf8)).filter { !encoded.contains($0) }
    }
    return texts.map { pattern($0, .text) }
      + [
        pattern(hexadecimal(of: utf8), .hexadecimal), pattern(hexadecimal(of: utf16), .hexadecimal),
      ]
      + encoded.map { pattern($0, .base64) }
  }

  /// How many bytes of the spelling a character stands for at an index; each that is possible.
  func accepts(_ unit: EncodedText.Unit, at index: Int, _ tell: (Int) -> Void) {
    if unit.value < 0x80 {
      let byte = UInt8(unit.value)
      if bytes[index] == (ignoresCase ? Self.lowercased(byte) : byte) { tell(1) }
      return
    }
    // A byte beyond ASCII belongs to UTF-8, or is a character of Latin-1.
    if unit.isByte, UInt32(bytes[index]) == unit.value { tell(1) }
    guard let scalar = Unicode.Scalar(unit.value) else { return }
    let utf8 = String(scalar).utf8
    if bytes[index...].starts(with: utf8) { tell(utf8.count) }
  }

  /// Whether a character between those of the spelling says nothing.
  func ignores(_ value: UInt32) -> Bool {
    switch spelling {
    case .text: false
    case .base64: value == 0x20 || value == 0xA || value == 0xD || value == 0x9
    case .hexadecimal:
      switch value {
      case 0x20, 0xA, 0xD, 0x9, 0x3A, 0x2C, 0x2D, 0x5F: true
      default: false
      }
    }
  }

  /// Whether `0x` may stand before the digit at an index.
  func allowsRadixPrefix(at index: Int) -> Bool {
    if case .hexadecimal = spelling { index.isMultiple(of: 2) } else { false }
  }

  /// Whether so much of the beginning is taken for the secret where a text was cut off.
  func isRecognised(by count: Int) -> Bool {
    switch spelling {
    case .text: count >= Self.shortestPrefix
    case .base64: count >= Self.shortestPrefix * 4 / 3
    case .hexadecimal: count >= Self.shortestPrefix * 2
    }
  }

  /// Marks the pairs of bytes that the spelling can begin with; one may be marked more than once.
  func markBeginnings(_ mark: (UInt8, UInt8) -> Void) {
    guard let first = bytes.first else { return }
    func marksAll(_ first: UInt8) { for second in UInt8.min...UInt8.max { mark(first, second) } }
    guard first < 0x80 else {
      marksAll(first)
      // The same letter in Latin-1.
      if let scalar = String(decoding: bytes.prefix(2), as: UTF8.self).unicodeScalars.first,
        let latin = UInt8(exactly: scalar.value)
      {
        marksAll(latin)
      }
      return Self.markEscapes(mark, marksAll)
    }
    for form in Set([first, ignoresCase ? Self.uppercased(first) : first]) {
      guard bytes.count > 1, bytes[1] < 0x80 else {
        marksAll(form)
        continue
      }
      mark(form, bytes[1])
      if ignoresCase { mark(form, Self.uppercased(bytes[1])) }
      for second in UInt8.min...UInt8.max where Self.mayFollow(second) { mark(form, second) }
    }
    if first == 0x20 { marksAll(UInt8(ascii: "+")) }
    Self.markEscapes(mark, marksAll)
  }

  /// Marks every pair that an escape may begin with.
  private static func markEscapes(_ mark: (UInt8, UInt8) -> Void, _ marksAll: (UInt8) -> Void) {
    marksAll(UInt8(ascii: "\\"))
    for digit in Array("0123456789abcdefABCDEF".utf8) {
      mark(UInt8(ascii: "%"), digit)
      mark(UInt8(ascii: "="), digit)
    }
    mark(UInt8(ascii: "%"), UInt8(ascii: "u"))
    mark(UInt8(ascii: "&"), UInt8(ascii: "#"))
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      mark(UInt8(ascii: "&"), letter)
      mark(UInt8(ascii: "&"), letter - 0x20)
    }
  }

  /// Whether a byte that is not the second character may stand behind the first.
  private static func mayFollow(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 0x9, 0xA, 0xD, 0x20, UInt8(ascii: "<"), UInt8(ascii: "]"), 0xC2, 0xE2, 0xEF: true
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: EncodedText.introduces(byte)
    }
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
  }

  static func uppercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
  }

  private static func hexadecimal(of bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The texts that hold bytes in Base64, without the characters at both ends that depend on what
  /// stands beside them.
  private static func base64(of secret: [UInt8]) -> [String] {
    var texts: [String] = []
    for offset in 0..<3 {
      let bytes = [UInt8](repeating: 0, count: offset) + secret
      let whole = Array(base64Characters(of: bytes).dropFirst([0, 2, 3][offset]))
      let core = bytes.count.isMultiple(of: 3) ? whole : Array(whole.dropLast())
      guard core.count >= 4 else { continue }
      let standard = String(decoding: core, as: UTF8.self)
      let forURLs = standard.replacing("+", with: "-").replacing("/", with: "_")
      texts += standard == forURLs ? [standard] : [standard, forURLs]
    }
    return texts
  }

  private static func base64Characters(of bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var characters: [UInt8] = []
    var bits = 0
    var pending: UInt32 = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        characters.append(alphabet[Int(pending >> UInt32(bits) & 63)])
      }
    }
    if bits > 0 { characters.append(alphabet[Int(pending << UInt32(6 - bits) & 63)]) }
    return characters
  }
}
