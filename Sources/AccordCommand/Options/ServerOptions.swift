import Accord
import AccordReporting
import ArgumentParser

/// Which servers the suites are held against.
struct ServerOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      The server of the suite, as URL or SUITE=URL; repeated for several suites. A Unix socket is \
      unix:PATH.
      """
  )
  var server: [String] = []

  @Flag(name: .long, help: "Without a server: talk to the mock in process, not over a socket.")
  var inProcess = false

  /// The suites that are meant, each with what it is held against.
  ///
  /// With servers, only suites that have one are verified: the others would be held against the
  /// mock, which says nothing of the servers.
  func targets(
    _ selection: Selection,
    in suites: [ContractSuite]
  ) throws -> [ConformanceRun.Target] {
    let selected = suites.filter { selection.includes($0) }
    guard !server.isEmpty else {
      return selected.map {
        ConformanceRun.Target($0, against: inProcess ? .inProcessMock : .embeddedMock)
      }
    }
    if inProcess { throw ValidationError("--in-process and --server exclude each other.") }
    var addresses: [(suite: String, address: ServerAddress)] = []
    for text in server {
      let (name, url) = try split(text, among: suites, selected)
      guard !addresses.contains(where: { $0.suite == name }) else {
        throw ValidationError("--server names the suite \(name) twice.")
      }
      do {
        addresses.append((name, try ServerAddress(url)))
      } catch {
        // The text itself may hold a password.
        let shown = error == .credentials ? name : TerminalText.line(text)
        throw ValidationError("--server \(shown): \(error).")
      }
    }
    let targets = selected.compactMap { suite in
      addresses.first { $0.suite == suite.id }.map {
        ConformanceRun.Target(suite, against: .server($0.address))
      }
    }
    guard !targets.isEmpty || selected.isEmpty else {
      let names = selected.map { "--server \($0.id)=URL" }.joined(separator: " ")
      throw ValidationError("--server names no server of a selected suite; use \(names).")
    }
    return targets
  }

  private func split(
    _ text: String,
    among suites: [ContractSuite],
    _ selected: [ContractSuite]
  ) throws -> (suite: String, url: String) {
    let equals = text.firstIndex(of: "=")
    let scheme = text.firstRange(of: "://")
    if let equals, !text.hasPrefix("unix:"), scheme.map({ equals < $0.lowerBound }) ?? true {
      let name = String(text[..<equals])
      guard suites.contains(where: { $0.id == name }) else {
        throw ValidationError(
          "--server: unknown suite \"\(name)\". \(NearMiss.hint(name, among: suites.map(\.id)))"
        )
      }
      return (name, String(text[text.index(after: equals)...]))
    }
    guard let only = selected.first, selected.count == 1 else {
      let names = selected.map { "--server \($0.id)=URL" }.joined(separator: " ")
      throw ValidationError(
        "--server URL is for one suite and \(selected.count) are selected; use \(names), or --suite."
      )
    }
    return (only.id, text)
  }
}
