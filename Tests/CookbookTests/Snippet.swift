import Foundation

/// A block of Swift in an article, and where it stands.
struct Snippet: Sendable {
  /// The article, below the package.
  var file: String
  /// The line of the block's first line of Swift, counted from one.
  var line: Int
  /// The lines of the block.
  var lines: [String]

  /// The blocks of Swift in a text.
  static func snippets(of text: String, in file: String) -> [Snippet] {
    var found: [Snippet] = []
    var open: Snippet?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if let block = open { found.append(block) }
        let begins = open == nil && line == "```swift"
        open = begins ? Snippet(file: file, line: index + 2, lines: []) : nil
      } else {
        open?.lines.append(String(line))
      }
    }
    return found
  }

  /// What a text names in passing: the code in its sentences and tables that begins with a point.
  static func namedInPassing(in text: String, _ file: String) -> [Snippet] {
    var found: [Snippet] = []
    var isInBlock = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") { isInBlock.toggle() }
      guard !isInBlock else { continue }
      for match in line.matches(of: /`(\.[a-z][^`]*)`/) {
        found.append(Snippet(file: file, line: index + 1, lines: [String(match.output.1)]))
      }
    }
    return found
  }

  /// The first line of the block that does not stand in any of the sources; `nil` if all do.
  ///
  /// The tokens of a block stand one after another in one source; `…` leaves something out.
  func lineThatStandsNowhere(in sources: [SwiftSource]) -> Int? {
    guard lines.contains(where: { !SwiftSource.tokens(of: $0).isEmpty }) else { return line }
    var furthest = 0
    for source in sources {
      guard let index = firstMissing(in: source) else { return nil }
      furthest = max(furthest, index)
    }
    return line + furthest
  }

  /// The index of the first line that does not stand in a source behind those before it.
  private func firstMissing(in source: SwiftSource) -> Int? {
    var piece: [(index: Int, tokens: [Substring])] = []
    var start = 0
    for (index, line) in lines.enumerated() {
      let parts = line.split(separator: "…", omittingEmptySubsequences: false)
      for (number, part) in parts.enumerated() {
        if number > 0 {
          if let missing = source.place(piece, from: &start) { return missing }
          piece = []
        }
        piece.append((index, SwiftSource.tokens(of: String(part))))
      }
    }
    return source.place(piece, from: &start)
  }
}

/// The tokens of a Swift file, without its comments: what is compiled.
struct SwiftSource: Sendable {
  private let tokens: [Substring]

  init(_ text: String) { tokens = Self.tokens(of: text) }

  /// Names, numbers and single signs; blanks, line breaks and comments mean nothing.
  static func tokens(of text: String) -> [Substring] {
    text.split(separator: "\n").flatMap { line -> [Substring] in
      var rest = line.drop(while: \.isWhitespace)
      guard !rest.hasPrefix("//") else { return [] }
      if let comment = rest.firstRange(of: " // ") { rest = rest[..<comment.lowerBound] }
      var tokens: [Substring] = []
      while let first = rest.first {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let token = word.isEmpty ? rest.prefix(1) : word
        if !first.isWhitespace { tokens.append(token) }
        rest = rest.dropFirst(token.count)
      }
      return tokens
    }
  }

  /// Finds lines that stand one after another at `start` or behind, which becomes their end; the index
  /// of the first that does not stand there.
  func place(_ lines: [(index: Int, tokens: [Substring])], from start: inout Int) -> Int? {
    let wanted = lines.flatMap { line in line.tokens.map { (line.index, $0) } }
    guard !wanted.isEmpty else { return nil }
    var longest = 0
    for begin in start..<max(start, tokens.count) where tokens[begin] == wanted[0].1 {
      let count = zip(tokens[begin...], wanted).prefix { $0.0 == $0.1.1 }.count
      if count == wanted.count {
        start = begin + count
        return nil
      }
      longest = max(longest, count)
    }
    return wanted[longest].0
  }
}
