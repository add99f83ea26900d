import Accord
import AccordJudging
import ArgumentParser

/// `accord explain RULE`: what a rule says.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule, with examples; without a rule, lists all of them."
  )

  @ArgumentParser.Argument(
    help: "The rule's identifier, such as error-name.",
    completion: Candidates.rules
  )
  var rule: String?

  /// The rules of Accord and of the tool.
  private static var rules: RuleSet {
    RuleSet.standard.adding(ConformanceCommand.extensions.rules)
  }

  func run() async throws {
    guard let rule else {
      let rules = Self.rules.rules
      let width = rules.map(\.id.count).max() ?? 0
      for rule in rules {
        let padding = String(repeating: " ", count: width - rule.id.count)
        Console.standard.write("\(rule.id)\(padding)  \(rule.sentence)\n")
      }
      return
    }
    guard let found = Self.rules[rule] else {
      let names = Self.rules.rules.map(\.id)
      throw ValidationError("Unknown rule \"\(rule)\". \(NearMiss.hint(rule, among: names))")
    }
    Console.standard.write(RuleExplanation(rule: found).text)
  }
}
