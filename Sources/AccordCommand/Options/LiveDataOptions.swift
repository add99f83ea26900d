import Accord
import AccordModel
import AccordReporting
import ArgumentParser

/// Live data and credentials.
struct LiveDataOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "Live data, as SUITE.NAME=VALUE[,VALUE…]; may be repeated."
  )
  var given: [String] = []

  @Option(name: .long, help: "A JSON file of live data: {\"suite.name\": [value, …]}.")
  var givens: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where live data come from when a case needs one, as SUITE.NAME=!COMMAND or SUITE.NAME=URL; may be repeated.",
      discussion: """
        The value is what the command writes to standard output, or what a GET request is answered \
        with. No shell reads the command: it is split at blanks, and quotes keep blanks in a word.
        """
    )
  )
  var givenFrom: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Let cases use up values of SUITE.NAME that are found on the server; may be repeated.",
      discussion: """
        Without it a run uses up what it was given, and what is found by means of that; what else is \
        found it reads, and neither changes nor deletes.
        """
    )
  )
  var useFound: [String] = []

  @Option(
    name: .long,
    help: "Say that no case uses up a value of SUITE.NAME, so that all share them; may be repeated."
  )
  var reusable: [String] = []

  @Option(
    name: .long,
    help: """
      Another place for a suite's token, as SUITE=HEADER: TEMPLATE with {token} in it, such as \
      "\(LiveDataOptions.suiteExample)=Cookie: session={token}". The token itself stays in the environment.
      """
  )
  var credential: [String] = []

  @Option(
    name: .customLong("variable"),
    help: ArgumentHelp(
      "Read another environment variable than the one that a suite asks for, as NAME=OTHER; may be repeated.",
      valueName: "variable"
    )
  )
  var variables: [String] = []

  /// The environment, in which variables have the values of those that are read in their place.
  func naming(_ environment: [String: String]) throws -> [String: String] {
    var named = environment
    for text in variables {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
        throw ValidationError(
          "--variable expects NAME=OTHER, the names of two environment variables, found "
            + "\"\(TerminalText.line(text))\"."
        )
      }
      named[parts[0]] = environment[parts[1]]
    }
    return named
  }

  /// A suite of the tool, for help.
  private static var suiteExample: String { ConformanceCommand.suites.first?.id ?? "shop" }

  /// The live data that were given.
  func values(for suites: [ContractSuite]) throws -> GivenValues {
    var values = GivenValues()
    let file = try givens.map(InputFile.read)
    do throws(GivenValues.Invalid) {
      if let file { try values.add(json: file, for: suites) }
    } catch {
      throw ValidationError("--givens: \(sentence(error))")
    }
    do throws(GivenValues.Invalid) {
      for text in given { try values.add(text, for: suites) }
    } catch {
      throw ValidationError("--given: \(sentence(error))")
    }
    do throws(GivenValues.Invalid) {
      for text in givenFrom { try values.add(from: text, for: suites) }
    } catch {
      throw ValidationError("--given-from: \(sentence(error))")
    }
    do throws(GivenValues.Invalid) {
      for name in useFound { try values.useFound(name, for: suites) }
    } catch {
      throw ValidationError("--use-found: \(sentence(error))")
    }
    do throws(GivenValues.Invalid) {
      for name in reusable { try values.reuse(name, for: suites) }
    } catch {
      throw ValidationError("--reusable: \(sentence(error))")
    }
    return values
  }

  /// The error in words, with the name that was probably meant instead of all of them.
  private func sentence(_ error: GivenValues.Invalid) -> String {
    guard case .unknown(let name, let known) = error, let meant = NearMiss.of(name, among: known)
    else { return "\(error)." }
    return "no suite declares the given \"\(name)\". Did you mean \"\(meant)\"?"
  }

  /// The suites with their credentials in the places that were asked for.
  func placingCredentials(in suites: [ContractSuite]) throws -> [ContractSuite] {
    var suites = suites
    for text in credential {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let field = (parts.last ?? "").split(separator: ":", maxSplits: 1).map(String.init)
      let template = field.count == 2 ? String(field[1].drop { $0 == " " }) : ""
      guard parts.count == 2, field.count == 2, template.contains("{token}"),
        Field(field[0], template).isWellFormed
      else {
        throw ValidationError(
          """
          --credential expects SUITE=HEADER: TEMPLATE with {token} in it, found \
          "\(TerminalText.line(text))".
          """
        )
      }
      guard let index = suites.firstIndex(where: { $0.id == parts[0] }) else {
        throw ValidationError(
          "--credential: unknown suite \"\(parts[0])\". "
            + NearMiss.hint(parts[0], among: suites.map(\.id))
        )
      }
      suites[index] = suites[index].placingCredential(
        in: field[0],
        as: template
      )
    }
    return suites
  }
}
