import Accord
import AccordModel
import AccordReporting
import AccordTraffic
import ArgumentParser
import FoundationEssentials

/// `accord proxy --to URL`: traffic passed through and judged.
struct ProxyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proxy",
    abstract: "Passes traffic on to a server, byte for byte, and judges it by the contracts.",
    discussion: """
      Clients call the proxy in the place of the server. Nothing is changed, the Host field neither. After an \
      interruption the reports are written that verify writes, and what is of no contract is listed.

      Exits with 0 if all exchanges conform, 1 if anything violates, or as verify does with --baseline and \
      --min-coverage, 2 if the port cannot be had or a report could not be written, 3 if no exchange is of a \
      contract, 64 on a wrong command line.
      """
  )

  @Option(name: .long, help: "The server, as URL; a Unix socket is unix:PATH.")
  var to: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where to listen, as PORT or HOST:PORT; 0 takes any free port. (default: 127.0.0.1:8080)",
      valueName: "address"
    )
  )
  var listen = "8080"

  @Option(name: .long, help: "A file of certificates (PEM) to trust instead of the system's.")
  var caFile: String?

  @Flag(name: .long, help: "Do not check the server's certificate. Every report says so.")
  var insecure = false

  @OptionGroup var traffic: TrafficOptions

  func validate() throws {
    _ = try place
    if insecure, caFile != nil {
      throw ValidationError("--insecure and --ca-file exclude each other.")
    }
  }

  /// The host and the port to listen on.
  private var place: (host: String, port: Int) {
    get throws {
      let colon = listen.lastIndex(of: ":")
      var host = colon.map { String(listen[..<$0]) } ?? "127.0.0.1"
      if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
      let text = colon.map { String(listen[listen.index(after: $0)...]) } ?? listen
      guard let port = Int(text), (0...65_535).contains(port), !host.isEmpty else {
        throw ValidationError(
          "--listen expects PORT or HOST:PORT with a port from 0 to 65535, found "
            + "\"\(TerminalText.line(listen))\"."
        )
      }
      return (host, port)
    }
  }

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let address: ServerAddress
    do throws(ServerAddress.Invalid) {
      address = try ServerAddress(to)
    } catch {
      // The text itself may hold a password.
      let shown = error == .credentials ? "URL" : TerminalText.line(to)
      throw ValidationError("--to \(shown): \(error).")
    }
    var targets = try traffic.targets()
    for index in targets.indices { targets[index].address = address }
    let known = try traffic.knownViolations.known()
    let files = try traffic.reports.files(in: environment)
    let console = Console.beside(files.map(\.path))
    let interruption = Interruption()
    let signals = Signals(interruption)
    defer { signals.cancel() }
    let run = TrafficRun(
      targets,
      subject: "\(address), as a proxy saw it",
      settings: traffic.settings(
        began: try SourceDate.moment(in: environment) ?? .now,
        environment
      )
    )
    if insecure {
      run.warn("Certificates were not checked (--insecure): who answered is not known.")
    }
    let place = try place
    let proxy: TrafficProxy
    do throws(TrafficProxy.Failure) {
      proxy = try await TrafficProxy.start(
        to: address,
        judgedBy: run,
        host: place.host,
        port: place.port,
        settings: ConnectionSettings(caFile: caFile, isInsecure: insecure)
      )
    } catch {
      guard !error.isOfArguments else { throw ValidationError("\(error)") }
      Console.standard.complain("error: \(error)")
      throw ExitCode(2)
    }
    let host = place.host.contains(":") ? "[\(place.host)]" : place.host
    console.write("The proxy listens at http://\(host):\(proxy.port) and passes on to \(address)\n")
    // Nobody would know where it listens.
    if !console.hasLost { await interruption.wait() }
    await proxy.stop()
    try traffic.finish(run.report(), of: targets, known: known, files, on: console)
  }
}
