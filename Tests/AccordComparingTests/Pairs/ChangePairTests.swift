import AccordOpenAPI
import Foundation
import Testing

@testable import AccordComparing

/// The levels that another tool's tests expect of pairs of documents.
@Suite(.enabled(if: ChangePair.folder != nil, "\(ChangePair.isAbsent)"))
struct ChangePairTests {
  /// Where we say otherwise, and why; the same table stands in the documentation.
  static let differences: [(old: String, new: String, ours: String, reason: String)] = [
    (
      "data/checker/request_parameter_max_items_updated_revision.yaml",
      "data/checker/request_parameter_max_items_updated_base.yaml", "harmless",
      "The limit stands on a string, of which maxItems says nothing: no request is refused."
    ),
    (
      "data/checker/request_parameter_max_updated_revision.yaml",
      "data/checker/request_parameter_max_updated_base.yaml", "harmless",
      "The limit stands on an array, of which maximum says nothing: no request is refused."
    ),
    (
      "data/checker/request_property_any_of_removed_base.yaml",
      "data/checker/request_property_any_of_removed_revision.yaml", "harmless",
      "What was removed admits nothing that the alternatives that are left do not admit."
    ),
    (
      "data/list-of-types/param-property-base.yaml",
      "data/list-of-types/param-property-revision.yaml",
      "harmless", "A parameter is a text: every integer and boolean is a string too."
    ),
    (
      "data/list-of-types/param-test-base.yaml", "data/list-of-types/param-test-revision.yaml",
      "harmless", "A parameter is a text: every integer and boolean is a string too."
    ),
    (
      "data/pattern-base.yaml", "data/pattern-modified.yaml", "breaking",
      "Without its pattern an answer may have texts that the old contract ruled out."
    ),
    (
      "data/pattern-revision-recursive.yaml", "data/pattern-base-recursive.yaml", "harmless",
      "The property is readOnly: no request has it, and answers promise more."
    ),
  ]

  static func comparison(_ pair: ChangePair) throws -> ContractComparison {
    let folder = try #require(ChangePair.folder)
    let days = pair.deprecationDays
    return ContractComparison(
      from: try Description(contentsOf: "\(folder)/\(pair.old)"),
      to: try Description(contentsOf: "\(folder)/\(pair.new)"),
      policy: ComparisonPolicy(
        today: SunsetDay("2026-06-01"),
        deprecationDays: days.stable,
        betaDeprecationDays: days.beta
      )
    )
  }

  static func level(_ text: String) -> ChangeLevel {
    switch text {
    case "ERR": .breaking
    case "WARN": .dangerous
    case "INFO": .harmless
    default: .none
    }
  }

  @Test("the worst level is the expected one", arguments: ChangePair.all.indices)
  func level(_ index: Int) throws {
    let pair = ChangePair.all[index]
    let comparison = try Self.comparison(pair)
    let expected = Self.level(pair.level)
    let agrees: Bool =
      pair.isFloor
      ? comparison.level >= expected
      : expected == .none && pair.isOfWarnings
        ? comparison.level <= .harmless : comparison.level == expected
    let difference = Self.differences.first { $0.old == pair.old && $0.new == pair.new }
    if let difference {
      #expect(!agrees, "it is no difference any more: remove it from the table")
      #expect(comparison.level.rawValue == difference.ours)
    } else {
      let text = ChangeFormat.terminal.text(of: comparison, failingOn: .breaking)
      #expect(
        agrees,
        "\(pair.old) \(pair.new) \(pair.level) \(pair.ids) \(pair.certainty)\n\(text)"
      )
    }
  }

  @Test("the table of differences in the documentation is this one")
  func documented() throws {
    var text = """
      # Where levels differ from those of oasdiff's tests

      Of the \(ChangePair.all.count) pairs, all others agree.

      | old | new | oasdiff | Accord | why |
      |---|---|---|---|---|

      """
    for entry in Self.differences {
      let pair = try #require(
        ChangePair.all.first { $0.old == entry.old && $0.new == entry.new },
        "a pair that is not in the list"
      )
      func name(_ path: String) -> String { String(path.dropFirst("data/".count)) }
      text += "| \(name(entry.old)) | \(name(entry.new)) | \(pair.level) | \(entry.ours) | "
      text += "\(entry.reason) |\n"
    }
    text += """

      Rows of which only a floor is known, and which are one project's choice (security requirements and
      discriminators that are added or removed): Accord says *breaking* where a client that kept to the old
      contract is refused, such as by a requirement where there was none, and *harmless* where another way
      to prove who one is was added.

      """
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("differences.md")
    if ProcessInfo.processInfo.environment["ACCORD_RECORD_GOLDENS"] != nil {
      try text.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path.lastPathComponent)")
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == text)
    let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let article = try String(
      contentsOf: root.appendingPathComponent("Sources/Accord/Accord.docc/Comparing.md"),
      encoding: .utf8
    )
    for line in text.split(separator: "\n") where line.hasPrefix("|") {
      #expect(article.contains("\(line)\n"), "the article has no line \(line)")
    }
  }
}
