import Accord
import AccordOpenAPI
import AccordReporting
import ArgumentParser
import FoundationEssentials

/// `accord import`: the suite of an OpenAPI document as Swift source.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Writes the contracts of an OpenAPI document as Swift source.",
    discussion: """
      One file has the suite, each operation has one, and one has the schemas that the document keeps by \
      names. They make the same suite as the document does with --openapi. The first line of each says \
      that it was written: importing again rewrites these, removes those of operations that are gone, \
      and touches no other file.
      """
  )

  @ArgumentParser.Argument(
    help: "An OpenAPI 3 or Swagger 2.0 document, in JSON or YAML.",
    transform: FileArgument.read
  )
  var file: String

  @Option(
    name: .customLong("arazzo"),
    help: ArgumentHelp(
      "An Arazzo document whose workflows are added; may be repeated.",
      valueName: "file"
    ),
    transform: FileArgument.read
  )
  var arazzo: [String] = []

  @Option(
    name: .customLong("into"),
    help: ArgumentHelp(
      "The folder for the files, such as Sources/Contracts.",
      valueName: "folder"
    ),
    transform: FolderArgument.read
  )
  var folder: String

  @OptionGroup var root: RootOption

  @Flag(help: "Show what changes, as a diff.")
  var diff = false

  @Flag(help: "Show what would change, as a diff, and write nothing.")
  var dryRun = false

  func run() throws {
    let all = try OpenAPIOptions.imported([file], arazzo, in: root.root, by: "import")
    guard let imported = all.first, all.count == 1 else {
      throw ValidationError(
        "--arazzo: the workflows are about \(all.count) documents, and one is imported at a time."
      )
    }
    let changes = SwiftChange.changes(to: imported.swiftFiles, among: try existing())
    if diff || dryRun {
      for change in changes {
        let path = "\(folder)/\(change.name)"
        Console.standard.write(UnifiedDifference.text(of: path, from: change.old, to: change.new))
      }
    }
    for change in changes { try apply(change) }
    var parts: [String] = []
    for (kind, verb) in [
      (SwiftChange.Kind.written, "written"), (.removed, "removed"), (.unchanged, "unchanged"),
      (.kept, "kept"),
    ] {
      let count = changes.count { $0.kind == kind }
      if count > 0 { parts.append("\(count) \(verb)") }
    }
    let words = parts.joined(separator: ", ")
    Console.standard.write(
      "\(quantity(changes.count, "file")): \(words)\(dryRun ? " (dry run)" : "")\n"
    )
    if changes.contains(where: { $0.kind == .kept }) { throw ExitCode(2) }
  }

  private func apply(_ change: SwiftChange) throws {
    let path = "\(folder)/\(change.name)"
    switch change.kind {
    case .unchanged: break
    case .kept:
      Console.standard.complain(
        "error: \(path) was not written by an import of \(file): it stays as it is. Rename it, or import "
          + "into another folder with --into."
      )
    case .written:
      guard !dryRun, let text = change.new else { return }
      do {
        try OutputFile.write(text, to: path, by: "--into")
      } catch let failure as OutputFile.Failure {
        Console.standard.complain("error: \(failure)")
        throw ExitCode(2)
      }
    case .removed:
      guard !dryRun else { return }
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        Console.standard.complain("error: Cannot remove \"\(path)\".")
        throw ExitCode(2)
      }
    }
  }

  /// The Swift files of the folder, in the order of their names.
  private func existing() throws -> [(name: String, text: String)] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      Console.standard.complain("error: --into: the folder \"\(folder)\" cannot be read.")
      throw ExitCode(2)
    }
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
        Console.standard.complain("error: --into: \"\(folder)/\(name)\" cannot be read.")
        throw ExitCode(2)
      }
      return (name, String(decoding: bytes, as: UTF8.self))
    }
  }
}
