import Accord
import AccordModel
import AccordReporting
import ArgumentParser
import FoundationEssentials

/// `accord clean`: what a run left behind.
struct CleanCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "clean",
      abstract: "Removes what a run left behind that was killed.",
      discussion: """
        EVENTS is what \(ConformanceCommand.toolName) verify wrote with --report events: it names what is to be \
        removed before the run does it. The requests that were not done are sent, with the credentials of \
        the environment, to the server of the run or to that of --server.

        Exits with 0 if nothing is left, 2 if something may be or the file cannot be used, 64 on a wrong \
        command line.
        """
    )
  }

  @ArgumentParser.Argument(help: "The events of a run; - is standard input.")
  var events: String

  @Option(
    name: .long,
    help: "The server of the suite, as URL or SUITE=URL; repeated for several suites."
  )
  var server: [String] = []

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let remains: RemainingCleanUp
    do {
      remains = try RemainingCleanUp(parsingEvents: InputFile.read(events))
    } catch let error as ValidationError {
      throw error
    } catch {
      Console.standard.complain("error: \(events): \(error)")
      throw ExitCode(2)
    }
    let addresses = try addresses(of: remains)
    let environment = ProcessInfo.processInfo.environment
    var settings = ConformanceRun.Settings()
    settings.rate = connection.rate
    settings.extraFields = try connection.fields
    settings.connection = connection.settings
    settings.environment = EnvironmentVariables(environment)
    settings.extensions = ConformanceCommand.extensions
    let interruption = Interruption()
    let signals = Signals(interruption)
    defer { signals.cancel() }
    let clock = connection.maxTime.map { RunClock($0, interruption) }
    defer { clock?.cancel() }

    var isClean = true
    for (suite, address) in addresses {
      let found: [CleanUpEvent]
      do {
        found = try await remains.send(
          of: suite,
          to: address,
          with: settings,
          interruption: interruption
        )
      } catch let unusable as ConnectionSettings.Unusable {
        throw ValidationError(unusable.reason)
      }
      for event in found {
        if case .done(let request) = event {
          Console.standard.write(
            TerminalText.line("\(request.testCase): \(request.method) \(request.target) is done.")
              + "\n"
          )
        } else if let warning = event.warning {
          isClean = false
          Console.standard.complain("error: \(TerminalText.line(warning))")
        }
      }
    }
    if remains.requests.isEmpty { Console.standard.write("Nothing was left behind.\n") }
    if !isClean { throw ExitCode(2) }
  }

  /// The suites of which something is left, each with its server.
  private func addresses(
    of remains: RemainingCleanUp
  ) throws -> [(suite: ContractSuite, address: ServerAddress)] {
    var known: [(suite: ContractSuite, address: ServerAddress)] = []
    let left = remains.subjects.filter { subject in
      remains.requests.contains { $0.suite == subject.suite }
    }
    var given: [(name: String?, url: String)] = []
    for text in server {
      let equals = text.firstIndex(of: "=")
      let name = equals.map { String(text[..<$0]) }
      let isNamed = name.map { name in left.contains { $0.suite == name } } ?? false
      given.append(
        (isNamed ? name : nil, isNamed ? String(text.drop { $0 != "=" }.dropFirst()) : text)
      )
    }
    for subject in left {
      guard let suite = ConformanceCommand.suites.first(where: { $0.id == subject.suite }) else {
        throw ValidationError(
          "The events are of the suite \(TerminalText.line(subject.suite)), which this tool does not know."
        )
      }
      let url = given.first { $0.name == nil || $0.name == suite.id }?.url ?? subject.name
      do throws(ServerAddress.Invalid) {
        known.append((suite, try ServerAddress(url)))
      } catch {
        let shown = error == .credentials ? suite.id : TerminalText.line(url)
        throw ValidationError(
          "\(suite.id) was held against \(shown), which is no address. Name its server with --server."
        )
      }
    }
    return known
  }
}
