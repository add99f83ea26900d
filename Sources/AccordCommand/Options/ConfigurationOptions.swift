import ArgumentParser

/// Where settings come from that the command line does not say.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file of settings. (default: accord.json, where it is there)",
      valueName: "file"
    )
  )
  var config: String?

  @Flag(name: .long, help: "Read no file of settings.")
  var noConfig = false

  func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude each other.")
    }
  }
}
