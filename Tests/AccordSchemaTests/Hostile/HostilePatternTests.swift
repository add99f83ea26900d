@testable import AccordSchema
import Testing

/// Patterns in schema documents that are made to break an engine.
@Suite("Hostile patterns")
struct HostilePatternTests {
  private static func message(_ source: String) -> String? {
    do throws(PatternSyntaxError) {
      _ = try Pattern(source)
      return nil
    } catch {
      return "\(error.offset): \(error.message)"
    }
  }

  @Test("A hundred thousand groups inside one another are refused", arguments: ["(", "(?:", "(?="])
  func depth(opening: String) {
    let source = String(repeating: opening, count: 100_000)
    #expect(
      Self.message(source)
        == "\(200 * opening.utf8.count): expected at most 200 nested groups, found one more"
    )
    let closed = source + String(repeating: ")", count: 100_000)
    #expect(Self.message(closed) == Self.message(source))
  }

  @Test("A hundred thousand alternatives, classes and names are read in little time")
  func long() throws {
    let alternatives = String(repeating: "a|", count: 100_000) + "b"
    #expect(try Pattern(alternatives).matches(in: "c") == .doesNotMatch)
    let ranges = (0..<20_000).map { "\\u{\(String($0 * 3 + 0x1_0000, radix: 16))}" }.joined()
    #expect(try Pattern("^[\(ranges)]+$").matches(in: "\u{10000}\u{10003}") == .matches)
    #expect(try Pattern(String(repeating: "(a)", count: 5000)).matches(in: "aa") == .doesNotMatch)
    let names = (0..<2000).map { "(?<n\($0)>a)" }.joined() + "\\k<n7>"
    #expect(try Pattern(names).matches(in: "aa") == .doesNotMatch)
  }

  @Test("Counts beyond all texts are read, and their order is checked")
  func counts() throws {
    #expect(Self.message("a{99999999999999999999}") == nil)
    #expect(
      Self.message("a{99999999999999999999,1}")
        == "1: expected the lower bound of the quantifier first"
    )
  }

  @Test("A catastrophic pattern in a schema answers, and one that cannot says so")
  func schemas() throws {
    let text = String(repeating: "a", count: 50_000) + "b"
    let linear = try SchemaValidator(Schema(loading: ["pattern": "^(a+)+$"]))
    #expect(
      linear.validate(.string(text)).map(\.message) == [
        "At the whole value: expected a string in which the pattern ^(a+)+$ is found, found "
          + "string \"" + String(repeating: "a", count: 64) + "…\" (50001 characters)."
      ]
    )
    let undecided = try SchemaValidator(
      Schema(loading: ["pattern": #"^(a+)+\1c$"#]),
      limits: .little
    )
    #expect(
      undecided.validate(.string(text)).map(\.message) == [
        #"At the whole value: expected a string in which the pattern ^(a+)+\1c$ is found, found "#
          + "string \"" + String(repeating: "a", count: 64)
          + "…\" (50001 characters), on which the search was "
          + "given up because it takes too long."
      ]
    )
  }
}
