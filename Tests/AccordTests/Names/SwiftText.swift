/// The text of a source without its comments, and where its string literals are.
struct SwiftText {
  /// The characters; those of comments are blanks.
  private(set) var characters: [Character]
  /// Whether a character belongs to a string literal, so that its braces mean nothing.
  private(set) var isLiteral: [Bool]

  init(_ text: String) {
    characters = Array(text)
    isLiteral = Array(repeating: false, count: characters.count)
    var index = 0
    readCode(from: &index, until: nil)
  }

  /// Reads code; of an interpolation up to the parenthesis that ends it.
  private mutating func readCode(from index: inout Int, until end: Character?) {
    var depth = 0
    while index < characters.count {
      let character = characters[index]
      if character == end, depth == 0 { return }
      if end != nil, character == "(" { depth += 1 }
      if end != nil, character == ")" { depth -= 1 }
      if starts("//", at: index) {
        while index < characters.count, !characters[index].isNewline { blank(&index) }
      } else if starts("/*", at: index) {
        while index < characters.count, !starts("*/", at: index) { blank(&index) }
        for _ in 0..<2 where index < characters.count { blank(&index) }
      } else if let hashes = literalHashes(at: index) {
        readLiteral(from: &index, hashes)
      } else {
        index += 1
      }
    }
  }

  private mutating func blank(_ index: inout Int) {
    if !characters[index].isNewline { characters[index] = " " }
    index += 1
  }

  /// How many number signs stand before the quote of a literal that begins here; `nil` if none does.
  private func literalHashes(at index: Int) -> Int? {
    var count = 0
    while index + count < characters.count, characters[index + count] == "#" { count += 1 }
    return index + count < characters.count && characters[index + count] == "\"" ? count : nil
  }

  private mutating func readLiteral(from index: inout Int, _ hashes: Int) {
    let start = index
    index += hashes
    let quote = starts("\"\"\"", at: index) ? "\"\"\"" : "\""
    index += quote.count
    let end = quote + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    while index < characters.count, !starts(end, at: index) {
      guard starts(escape, at: index) else {
        index += 1
        continue
      }
      index += escape.count
      guard index < characters.count, characters[index] == "(" else {
        index += 1
        continue
      }
      index += 1
      readCode(from: &index, until: ")")
    }
    index = min(index + end.count, characters.count)
    for place in start..<index { isLiteral[place] = true }
  }

  private func starts(_ text: String, at index: Int) -> Bool {
    var place = index
    for character in text {
      guard place < characters.count, characters[place] == character else { return false }
      place += 1
    }
    return true
  }
}
