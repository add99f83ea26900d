import AccordModel
import AccordReporting
import ArgumentParser
import FoundationEssentials

/// `accord init NAME`: a package to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a package with one contract, its tests, a CI file and a .gitignore.",
    discussion: """
      There, `swift test` holds the contract to its own mock, and `swift run NAME verify --server URL` a \
      server to the contract. No file that is there is changed.

      Exits with 0 if everything is written, 2 if something could not be, 64 on a wrong command line.
      """
  )

  @ArgumentParser.Argument(
    help: "The name of the tool: lower-case letters, digits and hyphens, such as pet-store."
  )
  var name: String

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Where Accord comes from: the path of a copy, seen from the package, or the address of a repository.",
      valueName: "path-or-url"
    )
  )
  var accord = "../accord"

  @Option(
    name: .customLong("into"),
    help: ArgumentHelp("The folder of the package. (default: NAME)", valueName: "folder"),
    transform: FolderArgument.read
  )
  var folder: String?

  @Flag(
    name: .customLong("no-tls"),
    help: "Leave https out, which makes the first build much shorter."
  )
  var hasNoTLS = false

  func validate() throws {
    let isWellFormed =
      name.first?.isLetter == true && name.last != "-"
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
    guard isWellFormed else {
      throw ValidationError(
        """
        The name of a tool is made of lower-case letters, digits and hyphens and begins with a letter, \
        such as pet-store, found "\(TerminalText.line(name))".
        """
      )
    }
    guard !accord.isEmpty, accord.utf8.allSatisfy({ $0 > 0x1F && $0 != 0x22 && $0 != 0x5C }) else {
      throw ValidationError(
        "--from expects a path or an address, found \"\(TerminalText.line(accord))\"."
      )
    }
  }

  func run() throws {
    let folder = folder ?? name
    let package = StarterPackage(name: name, accord: accord, hasTLS: !hasNoTLS)
    let files = package.files.map { (path: "\(folder)/\($0.path)", text: $0.text) }
    if let there = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
      throw ValidationError(
        "\"\(there.path)\" is there already, and nothing was written. Name another folder with --into."
      )
    }
    do {
      for file in files { try OutputFile.write(file.text, to: file.path, by: "--into") }
    } catch let failure as OutputFile.Failure {
      Console.standard.complain("error: \(failure)")
      throw ExitCode(2)
    }
    Console.standard.write(
      """
      wrote \(quantity(files.count, "file")) to \(folder)
        swift test --package-path \(folder)
        swift run --package-path \(folder) \(name) verify --server https://staging.example

      """
    )
  }
}
