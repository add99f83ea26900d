import Accord
import AccordReporting
import AccordTraffic
import ArgumentParser
import FoundationEssentials

/// `accord check FILE`: what clients and a server said to one another, as a browser recorded it.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges recorded traffic (HAR) by the contracts, without sending anything.",
    discussion: """
      Each entry is matched to its contract, and its request and its answer are judged: a wrong request has \
      to be refused, a right one gets what is promised. What is of no contract is listed. Without --report, \
      junit, markdown and json are written.

      An error that only the server can know to be right is not checked, and neither is what was not \
      recorded.

      Exits with 0 if all exchanges conform, 1 if anything violates, or as verify does with --baseline and \
      --min-coverage, 2 if a report could not be written, 3 if no exchange is of a contract, 64 if a file \
      is no HAR file, or on a wrong command line.
      """
  )

  @ArgumentParser.Argument(help: "A HAR 1.2 file; - is standard input.")
  var file: String

  @Option(
    name: .long,
    help: """
      The server whose traffic is judged, as URL or SUITE=URL; without it that of any server is. May be \
      repeated.
      """
  )
  var server: [String] = []

  @OptionGroup var traffic: TrafficOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    var targets = try traffic.targets()
    for index in targets.indices {
      targets[index].address = try address(of: targets[index].suite.id, among: targets)
    }
    if !server.isEmpty { targets.removeAll { $0.address == nil } }
    let known = try traffic.knownViolations.known()
    let files = try traffic.reports.files(in: environment)
    let console = Console.beside(files.map(\.path))
    let isPiped = file == StandardInput.operand
    let bytes = isPiped ? try StandardInput.read() : try InputFile.read(file)
    let name = isPiped ? "standard input" : file
    let archive: HARArchive
    do throws(HARProblem) {
      archive = try HARArchive(reading: bytes, named: name)
    } catch {
      throw ValidationError("Cannot read \"\(name)\" as HAR: \(error)")
    }
    let run = TrafficRun(
      targets,
      subject: name,
      settings: traffic.settings(began: nil, environment)
    )
    let report = run.report(on: archive)
    try traffic.finish(report, of: targets, known: known, files, on: console)
  }

  /// The server of a suite, if one is named.
  private func address(
    of suite: String,
    among targets: [TrafficTarget]
  ) throws -> ServerAddress? {
    let options = try ServerNames(server, among: targets.map(\.suite))
    return options.address(of: suite)
  }
}
