/// A regular expression of ECMA-262 with the `u` flag, as JSON Schema's `pattern` demands.
///
/// A pattern is found anywhere in a text unless it is anchored. Matching is bounded: a pattern
/// without backreferences takes time proportional to the text, and where the bound is reached, the
/// verdict says so instead of guessing.
public struct Pattern: Sendable {
  /// The pattern as it was written.
  public let source: String

  private let program: PatternProgram

  /// Reads a pattern.
  public init(_ source: String) throws(PatternSyntaxError) {
    var parser = PatternParser(source)
    let tree = try parser.parse()
    self.source = source
    program = PatternProgram(tree)
  }

  /// Whether the pattern is found in a text.
  public func matches(in text: String) -> PatternVerdict {
    var text = text
    return text.withUTF8 { matches(utf8: $0) }
  }

  /// Whether the pattern is found in a text that is known to be well-formed UTF-8.
  package func matches(utf8 text: UnsafeBufferPointer<UInt8>) -> PatternVerdict {
    program.verdict(on: PatternText(text))
  }
}

extension Pattern: Hashable, CustomStringConvertible {
  /// The pattern as it was written.
  public var description: String {
    source
  }

  /// Whether two patterns are written alike.
  public static func == (left: Pattern, right: Pattern) -> Bool {
    left.source.isIdentical(to: right.source)
  }

  /// Hashes the pattern as it was written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
  }
}
