import AccordReporting
import ArgumentParser

/// With which earlier run a run is compared.
struct ComparisonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tell what changed since the run in this file, which --report json or --report events wrote.",
      discussion:
        "The exit status stays that of the run; the command diff fails on what is new alone.",
      valueName: "FILE"
    )
  )
  var against: String?

  /// The earlier run; it is read before the run, so that a wrong path costs nothing.
  func earlierRun() throws -> RunRecord? { try against.map(RunFile.read) }
}
