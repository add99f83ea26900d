import AccordModel

/// Which contracts of suites in Swift are touched by files that changed.
///
/// A contract is touched by the files in which it and its promises are declared, by the file that declares its
/// suite, and by any other Swift file in the folder of the suite: what stands there and declares no promise, such
/// as a schema, may be a part of each of them.
struct ChangedContracts {
  /// The paths of the files that changed, seen from the root of the repository.
  let files: [String]

  /// The identifiers of the contracts of a suite that are touched, in its order.
  func touched(in suite: ContractSuite) -> [Contract.ID] {
    let all = suite.contracts.map(\.id)
    if hasChanged(suite.source, of: suite) { return all }
    let own = suite.contracts.map { contract in
      ([contract.source] + contract.clauses(in: suite).map(\.source)).map(\.fileID)
    }
    let known = Set(own.joined())
    let isShared = files.contains { file in
      file.hasSuffix(".swift") && isInside(file, suite)
        && !known.contains { isSame(file, SourceLine(fileID: $0, line: 1), of: suite) }
    }
    if isShared { return all }
    let changed = Set(
      known.filter { hasChanged(SourceLine(fileID: $0, line: 1), of: suite) }
    )
    return zip(all, own).filter { !changed.isDisjoint(with: $1) }.map(\.0)
  }

  private func hasChanged(_ source: SourceLine, of suite: ContractSuite) -> Bool {
    files.contains { isSame($0, source, of: suite) }
  }

  /// Whether a file is that of a source, which knows its module and not its folder unless the suite says so.
  private func isSame(_ file: String, _ source: SourceLine, of suite: ContractSuite) -> Bool {
    guard suite.folder == nil else { return Self.ends(file, with: source.file(in: suite.folder)) }
    let parts = source.fileID.split(separator: "/")
    guard parts.count > 1, let module = parts.first, let name = parts.last else { return false }
    let steps = file.split(separator: "/")
    return steps.last == name && steps.dropLast().contains(module)
  }

  /// Whether a file is in the folder of a suite; in that of its module, where it says none.
  private func isInside(_ file: String, _ suite: ContractSuite) -> Bool {
    guard let folder = suite.folder else {
      guard let module = suite.source.fileID.split(separator: "/").first else { return false }
      return file.split(separator: "/").dropLast().contains(module)
    }
    return "/\(file)".contains("/\(folder)/")
  }

  /// Whether a path is another one, seen from a folder further out.
  private static func ends(_ path: String, with other: String) -> Bool {
    path == other || path.hasSuffix("/\(other)")
  }
}
