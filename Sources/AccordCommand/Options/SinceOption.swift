import Accord
import AccordOpenAPI
import AccordReporting
import ArgumentParser
import FoundationEssentials

/// From which revision on changes are looked at.
struct SinceOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only contracts that changed since this revision of Git, changes that are not committed included.",
      discussion: """
        A contract in Swift changed if a file did that declares it, one of its promises or its suite, or another \
        Swift file in the folder of the suite. Of a document those operations are meant that are other now than \
        they were. What settings and other files say beside a document is about all of its operations. Where \
        nothing changed, nothing is run, and the command exits with 0.
        """,
      valueName: "REV"
    )
  )
  var since: String?

  /// The selection without the contracts that did not change; `nil` where none did, which is said.
  func narrowing(
    _ meant: Selection,
    in suites: [ContractSuite],
    _ imported: [ImportedSuite],
    _ documents: OpenAPIOptions
  ) throws -> Selection? {
    guard let since else { return meant }
    let environment = ProcessInfo.processInfo.environment
    let touched: [(suite: ContractSuite, contracts: [Contract.ID])]
    do {
      let repository = try Repository(around: FilePlace.current, environment: environment)
      let commit = try repository.commit(since)
      let files = try repository.changed(since: commit)
      if imported.isEmpty {
        let changes = ChangedContracts(files: files)
        touched = suites.map { ($0, changes.touched(in: $0)) }
      } else {
        touched = try ChangedDocuments(
          files: files,
          commit: commit,
          repository: repository,
          environment: environment
        ).touched(in: imported, documents)
      }
    } catch let failure as Repository.Failure {
      throw ValidationError("\(failure)")
    }
    let considered = touched.flatMap { suite, _ in
      suite.contracts.filter { meant.includes($0, of: suite) }
    }
    var narrowed = meant
    narrowed.contracts = touched.filter {
      meant.suites.isEmpty || meant.suites.contains($0.suite.id)
    }
    .flatMap { suite, contracts in
      suite.contracts.filter { contracts.contains($0.id) && meant.includes($0, of: suite) }
        .map { "\(suite.id)/\($0.id)" }
    }
    let count = narrowed.contracts.count
    guard count > 0 else {
      Console.standard.complain("note: No contract changed since \(since): nothing is run.")
      return nil
    }
    Console.standard.complain(
      "note: \(count) of \(quantity(considered.count, "contract")) changed since \(since)."
    )
    return narrowed
  }
}
