import AccordSchema

/// A call as one word, for `accord verify --replay`.
///
/// It begins with its version, and ends with a check, so that one that was cut off is told from another.
/// It is as long as the request is, 64 KiB at most.
public struct ReplayToken: Sendable, Hashable, CustomStringConvertible {
  /// The call.
  public let call: GeneratedCall

  /// The word.
  public let description: String

  private static let begin = "accord1."

  /// The most characters.
  static let most = 65_536

  /// The word for a call; `nil` where it would be too long.
  public init?(_ call: GeneratedCall) {
    let bytes = CallCoding.json(call).bytes()
    let text = "\(Self.begin)\(WebBase64.text(bytes)).\(Self.check(bytes))"
    guard text.utf8.count <= Self.most else { return nil }
    self.call = call
    description = text
  }

  /// Reads a word.
  ///
  /// Throws ``ReplayProblem`` where it is none.
  public init(parsing text: String) throws(ReplayProblem) {
    guard text.utf8.count <= Self.most else { throw .tooLong(text.utf8.count, most: Self.most) }
    guard text.hasPrefix("accord") else { throw .noToken }
    guard text.hasPrefix(Self.begin) else {
      throw .otherVersion(String(text.prefix { $0 != "." }), known: String(Self.begin.dropLast()))
    }
    let parts = text.dropFirst(Self.begin.count).split(
      separator: ".",
      omittingEmptySubsequences: false
    )
    guard parts.count == 2, let bytes = WebBase64.bytes(parts[0]), Self.check(bytes) == parts[1],
      let json = try? JSONDocument(parsing: bytes).root.value, let call = CallCoding.call(json)
    else { throw .cutOff }
    self.call = call
    description = text
  }

  /// Eight digits that another text is unlikely to have: the 32-bit FNV-1a hash (RFC 9923).
  private static func check(_ bytes: [UInt8]) -> String {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  /// Eight digits that tell the call from others, the same in every run.
  var name: String { String(description.suffix(8)) }
}

/// Base64 for addresses and words, without padding (RFC 4648 section 5).
enum WebBase64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
  )

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  static func bytes(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for digit in text.utf8 {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(bits >> UInt32(count) & 0xFF))
    }
    return bytes
  }
}
