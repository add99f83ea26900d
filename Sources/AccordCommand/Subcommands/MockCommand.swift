import Accord
import AccordMocking
import AccordModel
import AccordReporting
import AccordWire
import ArgumentParser

/// `accord mock`: the contracts as a server.
struct MockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mock",
    abstract: "Serves the contracts: right requests get conforming answers, wrong ones errors.",
    discussion: """
      POST /__accord/reset restores the start state; GET /__accord/givens lists live data for \
      verify --givens. A request can ask for an error with X-Accord-Error: NAME and for a fault \
      with X-Accord-Fault: FAULT.

      FAULT is one of these, or several with commas between them:

      \(Fault.table)

      Exits with 0 after an interruption, 2 if the port cannot be had or standard output cannot be \
      written, 64 on a wrong command line.
      """
  )

  @Option(
    name: .long,
    help: "The port: 0 to 65535; 0 takes any free one. (default: 8080)",
    transform: NumberArgument.whole(0...65_535)
  )
  var port = 8080

  @Option(name: .long, help: "The address to listen on.")
  var host = "127.0.0.1"

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var settingsFile: ConfigurationOptions
  @OptionGroup var options: SuiteOptions

  @Option(
    name: .customLong("fault"),
    help: "A FAULT of every answer, or several with commas between them; may be repeated."
  )
  var faults: [String] = []

  @Option(name: .long, help: "Serve TLS with this certificate chain (PEM).")
  var tlsCertificate: String?

  @Option(name: .long, help: "The private key (PEM) of the certificate.")
  var tlsKey: String?

  func validate() throws {
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-certificate and --tls-key go together.")
    }
  }

  func run() async throws {
    let suites = try options.suites(in: try documents.suites())
    let interruption = Interruption()
    let signals = Signals(interruption)
    defer { signals.cancel() }

    for line in Self.warnings(of: suites) { Console.standard.complain(line) }
    let mock = Mock(suites, faults: try parsedFaults())
    let server: MockServer
    do {
      server = try await mock.start(
        host: host,
        port: port,
        tlsCertificate: tlsCertificate,
        tlsKey: tlsKey
      )
    } catch let error as WireServerFailure {
      // Only what the command line can be blamed for is shown with its usage.
      guard !error.isOfArguments else { throw ValidationError("\(error)") }
      Console.standard.complain("error: \(error)")
      throw ExitCode(2)
    }
    let scheme = tlsCertificate == nil ? "http" : "https"
    let address = "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(server.port)"
    var text = "The mock serves \(suites.map(\.id).joined(separator: ", ")) at \(address)\n"
    for suite in suites {
      for (variable, value) in mock.environment(of: suite) {
        text += "  export \(variable)=\(value)\n"
      }
    }
    text += "  curl \(address)/__accord/givens > givens.json\n"
    Console.standard.write(text)
    // Nobody would know where it listens.
    if !Console.standard.hasLost { await interruption.wait() }
    await server.stop()
  }

  /// What is to be said of schemas that mean nothing: requests that they should refuse are served.
  static func warnings(of suites: [ContractSuite]) -> [String] {
    var said: Set<LintProblem> = []
    return suites.flatMap { ContractLint().unusableSchemas(in: $0) }
      .filter { said.insert($0).inserted }
      .map { "warning: The mock checks nothing by a schema that means nothing. \($0.line)" }
  }

  private func parsedFaults() throws -> [Fault] {
    try faults.flatMap { text in
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return try parts.enumerated().map { index, part in
        guard parts.count == 1 || part.contains(where: { !$0.isWhitespace }) else {
          throw ValidationError(
            "--fault: expected a fault before and after each comma, found nothing as number "
              + "\(index + 1) of \"\(TerminalText.line(text))\"."
          )
        }
        return try Self.fault(part)
      }
    }
  }

  /// The fault of a name and its value, with the name that was probably meant instead of all of them.
  private static func fault(_ text: String) throws -> Fault {
    do throws(FaultError) {
      return try Fault(parsing: text)
    } catch {
      guard case .unknown(let name, let known) = error, let meant = NearMiss.of(name, among: known)
      else { throw ValidationError("--fault: \(error)") }
      throw ValidationError("--fault: There is no fault \"\(name)\". Did you mean \"\(meant)\"?")
    }
  }
}

extension WireServerFailure {
  /// Whether the arguments are wrong, and not what they meet.
  fileprivate var isOfArguments: Bool {
    switch self {
    case .addressNotAvailable, .hostUnknown, .tls: true
    case .addressInUse, .permissionDenied, .other: false
    }
  }
}
