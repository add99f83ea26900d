import Accord
import AccordModel
import AccordOpenAPI
import AccordReporting
import AccordSchema
import ArgumentParser

/// `accord givens`: the live data that a run needs.
struct GivensCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "givens",
    abstract:
      "Shows the live data that the cases need, how many use one up, and what is found by itself.",
    discussion: """
      With --template it is a file for --givens: each name with an empty list to fill in, those first that \
      nothing finds. A list that stays empty gives nothing, so that what can be found is looked up.

      Exits with 0 if a case needs live data, 2 if standard output could not be written, 3 if none does, \
      64 on a wrong command line.
      """
  )

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var settingsFile: ConfigurationOptions
  @OptionGroup var selection: SelectionOptions

  @Flag(name: .long, help: "Write a file for --givens to fill in.")
  var template = false

  /// One given that cases need.
  private struct Need {
    let name: String
    let given: Given
    let cases: Int
    let consuming: Int

    /// How a value is had that nobody gives; `nil` if a person has to.
    var source: String? {
      if let making = given.making { return "made by the workflow \(making.workflow)" }
      if let discovery = given.discovery { return "found by \(discovery.name)" }
      if let creation = given.creation { return "made by \(creation.name)" }
      return given.guess.map { "a value is tried: \($0.text())" }
    }
  }

  func run() async throws {
    let imported = try documents.imported()
    let suites = documents.isEmpty ? ConformanceCommand.suites : imported.map(\.suite)
    let meant = try selection.selection(in: suites)
    let options = selection.depth.options
    let needs = suites.filter { meant.includes($0) }.flatMap { suite in
      let plan = suite.plan(with: ConformanceCommand.extensions, options: options)
      return Self.needs(of: meant.selecting(from: plan))
    }
    let ordered = needs.filter { $0.source == nil } + needs.filter { $0.source != nil }
    if template {
      let members = ordered.map { JSONMember($0.name, .array([])) }
      Console.standard.write(JSON.object(members).text(indented: true) + "\n")
    } else {
      Console.standard.write(Self.text(ordered))
    }
    if needs.isEmpty { throw ExitCode(3) }
  }

  private static func needs(of plan: Plan) -> [Need] {
    var cases: [Given.ID: Int] = [:]
    var consuming: [Given.ID: Int] = [:]
    for testCase in plan.cases {
      for given in testCase.givens { cases[given, default: 0] += 1 }
      for given in Set(testCase.consumes) { consuming[given, default: 0] += 1 }
    }
    return plan.suite.givens.compactMap { given in
      cases[given.id].map { count in
        Need(
          name: "\(plan.suite.id).\(given.id)",
          given: given,
          cases: count,
          consuming: consuming[given.id] ?? 0
        )
      }
    }
  }

  private static func text(_ needs: [Need]) -> String {
    guard !needs.isEmpty else { return "No case needs live data.\n" }
    var text = ""
    for need in needs {
      text += "\(need.name)\n  \(need.given.meaning)\n"
      if need.given.fields.count > 1 {
        text += "  one value: \(need.given.fields.map(\.name).joined(separator: "/"))\n"
      }
      text += "  \(quantity(need.cases, "case")) \(need.cases == 1 ? "needs" : "need") one"
      text +=
        need.consuming == 0
        ? ", none uses it up\n"
        : ", \(need.consuming) \(need.consuming == 1 ? "uses" : "use") one up\n"
      text += "  \(need.source ?? "give it: --given \(need.name)=…")\n"
    }
    return text
  }
}
