/// A setting of `accord.json`, with the option that it stands for.
struct ConfigurationKey: Sendable {
  /// What the value is.
  enum Kind: Sendable {
    /// One text, or a number.
    case text
    /// One text, or a list of them.
    case texts
    /// The path of a file, seen from the file of settings.
    case file
    /// Paths of files.
    case files
    /// Whether something is so.
    case flag
    /// Texts by names, each as `NAME=VALUE`.
    case pairs
    /// Any values by names, each as `NAME=JSON`.
    case values
    /// Lists of values by names, each as `NAME=VALUE,VALUE`.
    case lists
    /// Names of environment variables by names, each as `NAME=VARIABLE`.
    case variables
    /// More than that: it is read where it stands, as `FILE#POINTER`.
    case structure
  }

  /// The name in the file.
  let name: String

  /// The option.
  let option: String

  /// What the value is.
  let kind: Kind

  /// The commands beside `verify` that take it.
  var commands: Set<String> = []

  private static let all: Set<String> = ["list", "mock", "lint", "document", "validate"]
  private static let chosen: Set<String> = ["list", "mock", "lint", "document"]

  private static func structured(_ setting: StructuredSetting) -> ConfigurationKey {
    ConfigurationKey(
      name: setting.rawValue,
      option: setting.option,
      kind: .structure,
      commands: all
    )
  }

  /// All settings, in the order in which they are listed.
  static let known: [ConfigurationKey] = [
    .init(name: "openapi", option: "--openapi", kind: .files, commands: all),
    .init(name: "arazzo", option: "--arazzo", kind: .files, commands: all),
    .init(name: "inputs", option: "--input", kind: .values, commands: all),
    .init(name: "refusals", option: "--refusal", kind: .lists, commands: all),
    structured(.errors),
    structured(.roles),
    structured(.lifeCycles),
    .init(name: "suite", option: "--suite", kind: .texts, commands: chosen),
    .init(name: "contract", option: "--contract", kind: .texts, commands: ["list"]),
    .init(name: "case", option: "--case", kind: .texts, commands: ["list"]),
    .init(name: "readOnly", option: "--read-only", kind: .flag, commands: ["list"]),
    .init(
      name: "depth",
      option: "--depth",
      kind: .text,
      commands: ["list", "lint", "document"]
    ),
    .init(name: "server", option: "--server", kind: .pairs),
    .init(name: "credentials", option: "--variable", kind: .variables),
    .init(name: "givens", option: "--givens", kind: .file),
    .init(name: "given", option: "--given", kind: .lists),
    .init(name: "givenFrom", option: "--given-from", kind: .pairs),
    .init(name: "useFound", option: "--use-found", kind: .texts),
    .init(name: "reusable", option: "--reusable", kind: .texts),
    .init(name: "jobs", option: "--jobs", kind: .text),
    .init(name: "rate", option: "--rate", kind: .text),
    .init(name: "timeout", option: "--timeout", kind: .text),
    .init(name: "maxTime", option: "--max-time", kind: .text),
    .init(name: "caFile", option: "--ca-file", kind: .file),
    .init(name: "clientCertificate", option: "--client-certificate", kind: .file),
    .init(name: "clientKey", option: "--client-key", kind: .file),
    .init(name: "insecure", option: "--insecure", kind: .flag),
    .init(name: "http2", option: "--http2", kind: .flag),
    .init(name: "report", option: "--report", kind: .texts),
    .init(name: "output", option: "--output", kind: .file),
    .init(name: "baseline", option: "--baseline", kind: .file),
    .init(name: "against", option: "--against", kind: .file),
    .init(name: "strict", option: "--strict", kind: .flag),
    .init(name: "retries", option: "--retries", kind: .text),
    .init(name: "traceparent", option: "--traceparent", kind: .flag),
    .init(name: "keepBodies", option: "--keep-bodies", kind: .flag),
    .init(name: "minCoverage", option: "--min-coverage", kind: .text),
  ]

  /// The settings that a command takes.
  static func known(to command: String) -> [ConfigurationKey] {
    known.filter { command == "verify" || $0.commands.contains(command) }
  }
}
