import AccordModel
import AccordOpenAPI
import AccordReporting

/// Which contracts of documents are touched by files that changed.
struct ChangedDocuments {
  /// The files, seen from the root of the repository.
  let files: [String]
  let commit: String
  let repository: Repository
  let environment: [String: String]

  /// The contracts of each suite that are touched.
  func touched(
    in imported: [ImportedSuite],
    _ documents: OpenAPIOptions
  ) throws -> [(suite: ContractSuite, contracts: [Contract.ID])] {
    // What is said beside documents is about any operation.
    guard !documents.besides.contains(where: hasChanged) else {
      return imported.map { ($0.suite, $0.suite.contracts.map(\.id)) }
    }
    let paths = Set(documents.openAPI + imported.map(\.documentPath))
    guard
      imported.contains(where: { $0.files.contains(where: hasChanged) })
        || paths.contains(where: hasChanged)
    else { return imported.map { ($0.suite, []) } }
    let earlier = try EarlierDocuments(of: commit, in: repository, environment: environment)
    defer { earlier.remove() }
    return imported.map { ($0.suite, changes(of: $0, since: earlier).touched(in: $0)) }
  }

  /// Whether a file is among those that changed.
  private func hasChanged(_ file: String) -> Bool {
    repository.path(of: file).map(files.contains) ?? false
  }

  /// What is another now in the document of a suite.
  private func changes(
    of imported: ImportedSuite,
    since earlier: EarlierDocuments
  ) -> ChangedOperations {
    let path = imported.documentPath
    guard let place = repository.path(of: path) else { return .all }
    do throws(DescriptionFailure) {
      guard let old = try earlier.description(of: place) else { return .all }
      return ChangedOperations(
        from: old,
        to: try Description(contentsOf: path, folder: repository.root)
      )
    } catch {
      Console.standard.complain(
        "warning: What \(path) was cannot be read, so that all of its operations are meant: \(error.line)"
      )
      return .all
    }
  }
}
