import AccordReporting
import ArgumentParser

/// How much is shown of a run.
struct DisplayOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Show the exchanges of every case that is wrong.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show only the closing line, and why cases failed if any did.")
  var quiet = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("--verbose and --quiet exclude each other.") }
  }

  /// What a terminal is shown.
  func format(_ console: Console) -> TerminalFormat {
    console.format(quiet ? .closing : verbose ? .exchanges : .causes)
  }
}
