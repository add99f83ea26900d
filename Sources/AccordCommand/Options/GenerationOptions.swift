import Accord
import AccordGenerating
import ArgumentParser

/// What is generated beyond the plan.
struct GenerationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Make so many requests more for each operation from its schemas: 1 to 100000.",
      discussion: """
        They are right, or wrong in one keyword of a schema; sequences call what a life cycle has in any \
        order. What may change something is sent only where it makes its own. The --seed makes them the same \
        again. A failure is made as small as it can be, and printed with a line that replays it.
        """,
      valueName: "N"
    ),
    transform: NumberArgument.whole(1...100_000)
  )
  var generate: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Go on generating requests this long, in seconds, such as 30s: 0.1 to 86400.",
      valueName: "SECONDS"
    ),
    transform: NumberArgument.decimal(0.1...86_400, unit: "seconds", suffix: "s")
  )
  var generateFor: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Send nothing but the generated request, or sequence, that a run printed this token for.",
      valueName: "TOKEN"
    )
  )
  var replay: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where generated failures are kept, to be tried first next time. (default: .accord/failures.json)",
      valueName: "FILE"
    )
  )
  var failures: String?

  /// Where failures are kept unless another file is named.
  private static let usualFile = ".accord/failures.json"

  /// How many requests of each operation are made at a time where only the time is said.
  private static let usualCount = 20

  /// Whether requests are generated.
  var generates: Bool { generate != nil || generateFor != nil }

  func validate() throws {
    if replay != nil, generates {
      throw ValidationError("--replay sends one generated request again: leave out --generate.")
    }
    if failures != nil, !generates {
      throw ValidationError(
        "--failures names where the failures of --generate are kept; give both."
      )
    }
  }

  /// Refuses what does not go with it.
  func check(shard: String?, rerunFailed: String?) throws {
    guard generates || replay != nil else { return }
    let option = replay == nil ? generate == nil ? "--generate-for" : "--generate" : "--replay"
    if shard != nil {
      throw ValidationError(
        """
        \(option) does not go with --shard: what fails is shrunk by the run that found it. Generate in a \
        run of its own, with --origin generated.
        """
      )
    }
    if rerunFailed != nil {
      throw ValidationError(
        """
        \(option) does not go with --rerun-failed: generated failures are kept in a file, and tried \
        first by --generate.
        """
      )
    }
  }

  /// What is generated of suites; `nil` where nothing is.
  func generated(
    of suites: [ContractSuite],
    _ meant: Selection,
    seed: UInt64
  ) throws -> GeneratedVerification? {
    guard generates || replay != nil else { return nil }
    var session = GenerationSession(of: suites, seed: seed) { meant.includes($0, of: $1) }
    if let replay {
      do throws(ReplayProblem) {
        let testCase = try session.testCase(of: ReplayToken(parsing: replay))
        return GeneratedVerification(session, cases: [[testCase]], isReplay: true)
      } catch {
        throw ValidationError("--replay: \(error).")
      }
    }
    let count = generate ?? Self.usualCount
    let cases = session.cases(count)
    var generated = GeneratedVerification(session, cases: cases)
    generated.seconds = generateFor
    generated.countAtOnce = count
    generated.file = failures ?? Self.usualFile
    generated.entries = try entries(of: generated.file)
    return generated
  }

  /// The failures that are kept, if there are any.
  private func entries(of path: String) throws -> [FailureFile.Entry] {
    guard InputFile.exists(path) else { return [] }
    do throws(FailureFileProblem) {
      return try FailureFile(parsing: (try? InputFile.read(path)) ?? []).entries
    } catch {
      throw ValidationError("Cannot read \"\(path)\": \(error)")
    }
  }
}
