import AccordModel

/// Names and values of a query, a form or cookies, still percent-encoded, in order.
struct EncodedPairs: Sendable {
  /// A value with its name, which is decoded.
  struct Pair: Sendable {
    var name: String
    var value: String
  }

  let pairs: [Pair]

  /// Whether a plus sign is a blank, as in forms (URL standard, section 5.1).
  private let readsPlus: Bool

  /// Takes a text apart; a piece without an equals sign has an empty value.
  init(_ text: String, separator: Character, readsPlus: Bool = true) {
    self.readsPlus = readsPlus
    pairs = text.split(separator: separator).map { piece in
      let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.decoded(String(parts[0]).trimmed, readsPlus: readsPlus)
      return Pair(name: name, value: parts.count > 1 ? String(parts[1]) : "")
    }
  }

  /// The encoded values of a name.
  func values(of name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// A piece of a value, decoded.
  func decoded(_ text: some StringProtocol) -> String {
    Self.decoded(String(text), readsPlus: readsPlus)
  }

  private static func decoded(_ text: String, readsPlus: Bool) -> String {
    PercentEncoding.decode(readsPlus ? text.replacing("+", with: " ") : text)
  }
}
