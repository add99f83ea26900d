import AccordModel
import AccordReporting
import ArgumentParser

/// `accord show CASE --run RUN.json`: one stored case whole.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one case of a stored run whole: its verdict, its violations, its exchanges."
  )

  @ArgumentParser.Argument(help: "The identifier of the case, as reports show it.")
  var id: String

  @Option(
    name: .long,
    help: "The run, as --report json or --report events wrote it; - is standard input."
  )
  var run = "Reports/runs/report.json"

  func run() async throws {
    let cases = try RunFile.read(run).suites.flatMap(\.cases)
    let console = Console.standard
    guard let found = cases.first(where: { $0.id.description == id }) else {
      throw ValidationError(Self.unknown(id, among: cases.map(\.id.description), in: run))
    }
    console.write(console.format().text(of: found))
  }

  /// What is said of an identifier that the run does not have.
  static func unknown(_ id: String, among ids: [String], in run: String) -> String {
    // A whole list of identifiers would help nobody.
    let hint =
      NearMiss.of(id, among: ids).map { "Did you mean \"\($0)\"?" }
      ?? "It has \(quantity(ids.count, "case")), which its reports name."
    return "Unknown case \"\(id)\" in \(run). \(hint)"
  }
}
