import Synchronization

/// A regular expression of ECMA-262 with the `u` flag, as JSON Schema's `pattern` demands.
///
/// A pattern is found anywhere in a text unless it is anchored. Matching is bounded: a pattern
/// without backreferences takes time proportional to the text, and where the bound is reached, the
/// verdict says so instead of guessing.
public struct Pattern: Sendable {
  /// The pattern as it was written.
  public let source: String

  private let matching: PatternMatching

  /// What is wrong with the pattern under the `u` flag, if it was read without it.
  public let lenience: PatternSyntaxError?

  /// Which patterns are read.
  public enum Syntax: Sendable, Hashable {
    /// Those that are one under the `u` flag.
    case unicode
    /// Those too that are one only without it, as Annex B of ECMA-262 reads them: `\:` is `:`. They
    /// are matched with characters, not with the halves of surrogate pairs.
    case lenient
  }

  /// Reads a pattern.
  public init(_ source: String, syntax: Syntax = .unicode) throws(PatternSyntaxError) {
    self.source = source
    var strict = PatternParser(source)
    do throws(PatternSyntaxError) {
      matching = PatternMatching(PatternProgram(try strict.parse()))
      lenience = nil
    } catch {
      guard syntax == .lenient, error.isOfFlag else { throw error }
      var parser = PatternParser(source, isLenient: true)
      guard let tree = try? parser.parse() else { throw error }
      matching = PatternMatching(PatternProgram(tree))
      lenience = error
    }
  }

  /// Whether the pattern is found in a text.
  public func matches(in text: String) -> PatternVerdict {
    var text = text
    return text.withUTF8 { matches(utf8: $0) }
  }

  /// Whether the pattern is found in a text that is known to be well-formed UTF-8.
  package func matches(utf8 text: UnsafeBufferPointer<UInt8>) -> PatternVerdict {
    var work = WorkBudget(.default, bytes: text.count)
    return matching.verdict(on: text, &work)
  }

  /// Whether the pattern is found in a text that is known to be well-formed UTF-8, within what is
  /// left of a budget.
  func matches(
    utf8 text: UnsafeBufferPointer<UInt8>,
    _ work: inout WorkBudget
  ) -> PatternVerdict {
    matching.verdict(on: text, &work)
  }

  /// Whether matching can take many steps for each character, as backreferences do.
  var isCostly: Bool { matching.isCostly }

  /// The automaton of the pattern, if it has one; it is built when it is first asked for.
  var automaton: PatternAutomaton? { matching.automaton }
}

/// What a pattern is matched with.
private final class PatternMatching: Sendable {
  private let program: PatternProgram
  private let built = AtomicLazyReference<Built>()

  private final class Built: Sendable {
    let automaton: PatternAutomaton?

    init(_ automaton: PatternAutomaton?) {
      self.automaton = automaton
    }
  }

  init(_ program: PatternProgram) {
    self.program = program
  }

  var automaton: PatternAutomaton? {
    if let built = built.load() { return built.automaton }
    return built.storeIfNil(Built(PatternAutomaton(program))).automaton
  }

  var isCostly: Bool { !program.isStateless }

  func verdict(
    on text: UnsafeBufferPointer<UInt8>,
    _ work: inout WorkBudget
  ) -> PatternVerdict {
    // A pattern that is used once is not worth a table.
    if let automaton = built.load()?.automaton, let base = text.baseAddress,
      let isFound = automaton.finds(in: base, count: text.count)
    {
      return isFound ? .matches : .doesNotMatch
    }
    return program.verdict(on: PatternText(text), &work)
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
