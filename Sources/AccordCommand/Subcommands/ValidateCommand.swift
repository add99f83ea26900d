import Accord
import ArgumentParser

/// `accord validate FILE`: a body against a payload of a contract.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks a JSON or XML file against a payload of a contract.",
    discussion: """
      A payload is named CONTRACT/request, CONTRACT/response or CONTRACT/error. The format is \
      taken from the file's ending: .xml is XML, .jsonl is JSON Lines, all else is JSON.
      """
  )

  @ArgumentParser.Argument(help: "The payload, such as contacts.connections/response.")
  var payload: String

  @ArgumentParser.Argument(help: "The file.")
  var file: String

  func run() async throws {
    let payloads = ConformanceCommand.suites.flatMap(NamedPayload.all)
    let meant = payloads.filter { $0.name == payload || $0.longName == payload }
    guard let found = meant.first else {
      let isLong = payload.count { $0 == "/" } > 1
      let hint = NearMiss.hint(payload, among: payloads.map(isLong ? \.longName : \.name))
      throw ValidationError("Unknown payload \"\(payload)\". \(hint)")
    }
    let bytes = try InputFile.read(file)
    // Several schemas (the bodies of errors) are alternatives: the one that fits best speaks.
    let findings = try found.schemas.map { try BodyCheck(bytes, named: file).findings(against: $0) }
    let best = findings.min { $0.count < $1.count } ?? []
    for finding in best { Console.standard.write(finding + "\n") }
    let count = "\(best.count) violation\(best.count == 1 ? "" : "s")"
    let verdict = best.isEmpty ? "conforms to" : "\(count) of"
    Console.standard.write("\(file): \(verdict) \(found.name)\n")
    if !best.isEmpty { throw ExitCode(1) }
  }
}
