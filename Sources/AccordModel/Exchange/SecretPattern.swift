/// The ways in which a secret can be written in a text.
///
/// Each character may stand for itself, percent-encoded (RFC 3986 section 2.1), as an escape of JSON
/// (RFC 8259 section 7) or as a reference of XML (XML 1.0 section 4.1), in any mixture.
struct SecretPattern: Sendable {
  /// What is written in its place, as UTF-8.
  let placeholder: [UInt8]

  private let forms: [[[UInt8]]]
  private let firstBytes: [Bool]
  private let minimumPrefix: Int?

  /// The fewest characters of a secret's beginning that are taken for it where a text is cut off.
  private static let shortestPrefix = 6

  /// The pattern of a text; `matchesPrefix` says whether its beginning counts where a text was cut.
  init(_ text: String, placeholder: String, matchesPrefix: Bool) {
    self.placeholder = Array(placeholder.utf8)
    forms = text.unicodeScalars.map(Self.forms(of:))
    var firstBytes = [Bool](repeating: false, count: 256)
    for form in forms.first ?? [] {
      if let byte = form.first { firstBytes[Int(byte)] = true }
    }
    self.firstBytes = firstBytes
    minimumPrefix = matchesPrefix ? Self.shortestPrefix : nil
  }

  /// Marks the pairs of bytes that the secret can begin with.
  func markBeginnings(in pairs: inout [Bool]) {
    func mark(_ first: UInt8, _ second: UInt8) { pairs[Int(first) << 8 | Int(second)] = true }
    for form in forms.first ?? [] {
      if form.count > 1 {
        mark(form[0], form[1])
        mark(form[0], Self.uppercased(form[1]))
      } else if forms.count > 1 {
        for next in forms[1] { mark(form[0], next[0]) }
      } else {
        for second in UInt8.min...UInt8.max { mark(form[0], second) }
      }
    }
  }

  /// The texts that hold a secret in Base64 (RFC 4648), without the characters at both ends that
  /// depend on what stands beside it.
  static func base64(_ text: String) -> [String] {
    var texts: [String] = []
    for offset in 0..<3 {
      let bytes = [UInt8](repeating: 0, count: offset) + Array(text.utf8)
      let whole = Array(Self.base64Characters(of: bytes).dropFirst([0, 2, 3][offset]))
      let core = bytes.count.isMultiple(of: 3) ? whole : Array(whole.dropLast())
      guard core.count >= 4 else { continue }
      let standard = String(decoding: core, as: UTF8.self)
      let forURLs = standard.replacing("+", with: "-").replacing("/", with: "_")
      texts += standard == forURLs ? [standard] : [standard, forURLs]
    }
    return texts
  }

  /// Where the secret ends that begins at `start`, if one does.
  func end(in bytes: [UInt8], from start: Int) -> Int? {
    let (ends, count) = read(bytes, from: start)
    return count == forms.count ? ends.max() : nil
  }

  /// Where the beginning of the secret ends that begins at `start`, if the text is cut off there.
  func cutEnd(in bytes: [UInt8], from start: Int) -> Int? {
    guard let minimumPrefix else { return nil }
    let (ends, count) = read(bytes, from: start)
    guard count >= minimumPrefix else { return nil }
    return ends.first { $0 == bytes.count || Self.stands(Array("…".utf8), in: bytes, at: $0) }
  }

  /// How many characters of the secret stand at `start`, and where they may end.
  private func read(_ bytes: [UInt8], from start: Int) -> (ends: [Int], count: Int) {
    var ends = [start]
    guard firstBytes[Int(bytes[start])] else { return (ends, 0) }
    for (count, forms) in forms.enumerated() {
      var next: [Int] = []
      for end in ends {
        for form in forms {
          let reached = end + form.count
          guard Self.stands(form, in: bytes, at: end), !next.contains(reached) else { continue }
          next.append(reached)
        }
      }
      guard !next.isEmpty else { return (ends, count) }
      ends = next
    }
    return (ends, forms.count)
  }

  /// Whether a form stands at a place; hexadecimal digits after `%`, `\u` and `&#x` in any case.
  private static func stands(_ form: [UInt8], in bytes: [UInt8], at start: Int) -> Bool {
    guard form.count <= bytes.count - start else { return false }
    guard form.count > 1 else { return form.first == bytes[start] }
    let ignoresCase = form[0] != UInt8(ascii: "&") && form[0] < 0x80
    for (offset, byte) in form.enumerated() {
      let found = bytes[start + offset]
      guard byte == found || (ignoresCase || offset > 2) && byte == lowercased(found) else {
        return false
      }
    }
    return true
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
  }

  private static func uppercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
  }

  private static func forms(of scalar: Unicode.Scalar) -> [[UInt8]] {
    let utf8 = Array(String(scalar).utf8)
    let hexadecimal = String(scalar.value, radix: 16)
    var forms = [
      String(scalar),
      utf8.map { "%" + digits(UInt16($0), 2) }.joined(),
      String(scalar).utf16.map { "\\u" + digits($0, 4) }.joined(),
      "&#\(scalar.value);",
      "&#x\(hexadecimal);",
    ]
    switch scalar {
    case " ": forms.append("+")
    case "\"": forms += [#"\""#, "&quot;"]
    case "\\": forms.append(#"\\"#)
    case "/": forms.append(#"\/"#)
    case "\n": forms.append(#"\n"#)
    case "\r": forms.append(#"\r"#)
    case "\t": forms.append(#"\t"#)
    case "&": forms.append("&amp;")
    case "<": forms.append("&lt;")
    case ">": forms.append("&gt;")
    case "'": forms.append("&apos;")
    default: break
    }
    return forms.map { Array($0.utf8) }
  }

  private static func digits(_ value: UInt16, _ count: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
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
