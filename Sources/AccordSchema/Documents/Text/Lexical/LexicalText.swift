/// A text that stands for a value of some type.
public struct LexicalText: Sendable, Hashable {
  /// How the text was written.
  enum Writing: Sendable, Hashable {
    /// A scalar of JSV, with or without quotes.
    case scalar(isQuoted: Bool)
    /// A field of CSV, with or without quotes.
    case field(isQuoted: Bool)
    /// The value of a form, percent-encoded.
    case encoded
  }

  /// The text, without its quotes.
  public let value: String

  let writing: Writing

  /// Whether the text stands for no value.
  ///
  /// JSV has quotes around a text that is empty; CSV and forms write it as they write no value.
  public var isNothing: Bool {
    guard value.isEmpty else { return false }
    return writing != .scalar(isQuoted: true)
  }

  /// Where the bytes of the text stand in the whole text; nil where a text is never more than that.
  func offsets(from byte: Int) -> LexicalOffsets? {
    switch writing {
    case .scalar: return nil
    case .encoded: return .one(byte)
    case .field(isQuoted: false): return .shifted(by: byte)
    case .field(isQuoted: true):
      let quotes = value.utf8.enumerated().filter { $0.element == UInt8(ascii: "\"") }
      return .quoted(from: byte + 1, quotes: quotes.map(\.offset))
    }
  }
}

/// Where the bytes of a text that was taken from another one stand in that one.
enum LexicalOffsets {
  /// All at one place.
  case one(Int)
  /// Each so much further.
  case shifted(by: Int)
  /// Each so much further, and one more for each doubled quote before it.
  case quoted(from: Int, quotes: [Int])

  func callAsFunction(_ offset: Int) -> Int {
    switch self {
    case .one(let byte): return byte
    case .shifted(let distance): return offset + distance
    case .quoted(let start, let quotes):
      var low = 0
      var high = quotes.count
      while low < high {
        let middle = (low + high) / 2
        if quotes[middle] < offset { low = middle + 1 } else { high = middle }
      }
      return start + offset + low
    }
  }
}
