import FoundationEssentials

/// The Git repository around a folder, asked by the program `git`.
struct Repository {
  /// Why it cannot be asked.
  enum Failure: Error, Equatable {
    /// There is no program `git`, or it cannot be started.
    case noGit(String)
    /// The folder is in no repository.
    case outside(String)
    /// The revision names no commit.
    case unknownRevision(String)
    /// Git did not do what was asked.
    case refused(command: String, reason: String)
  }

  /// The folder of the working tree.
  let root: String

  private let environment: [String: String]

  /// Finds the repository around a folder.
  init(around folder: String, environment: [String: String]) throws(Failure) {
    // What hooks set is about another repository than the one that is meant.
    var environment = environment
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
      environment[name] = nil
    }
    environment["LC_ALL"] = "C"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    self.environment = environment
    let found = try Self.run(["git", "-C", folder, "rev-parse", "--show-toplevel"], environment)
    guard found.status == 0 else {
      let words = String(decoding: found.errors, as: UTF8.self)
      guard words.contains("not a git repository") else {
        throw .refused(command: "rev-parse", reason: Self.firstLine(of: found.errors))
      }
      throw .outside(folder)
    }
    root =
      String(decoding: found.output, as: UTF8.self).split(separator: "\n").first.map(String.init)
      ?? ""
  }

  /// The commit that a revision names.
  func commit(_ revision: String) throws(Failure) -> String {
    let found = try Self.run(
      [
        "git", "-C", root, "rev-parse", "--verify", "--quiet", "--end-of-options",
        "\(revision)^{commit}",
      ],
      environment
    )
    let commit = String(decoding: found.output, as: UTF8.self).split(separator: "\n").first
    guard found.status == 0, let commit else { throw .unknownRevision(revision) }
    return String(commit)
  }

  /// The files that are other in the working tree than in a commit, from the root: changed, added, removed, and
  /// those that Git does not know yet and does not ignore.
  func changed(since commit: String) throws(Failure) -> [String] {
    let tracked = try output(["diff", "--name-only", "--no-renames", "-z", commit, "--"])
    let others = try output(["ls-files", "--others", "--exclude-standard", "-z"])
    var seen: Set<String> = []
    return (tracked + others).split(separator: 0)
      .map { String(decoding: $0, as: UTF8.self) }.filter { seen.insert($0).inserted }
  }

  /// The files of a commit, from the root.
  func files(of commit: String) throws(Failure) -> [String] {
    try output(["ls-tree", "-r", "--name-only", "-z", commit]).split(separator: 0)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The path of a file from the root; `nil` where it is outside of the working tree.
  func path(of file: String) -> String? {
    let path = FilePlace.resolved(file)
    let root = FilePlace.resolved(self.root)
    guard path.hasPrefix(root + "/") else { return nil }
    return String(path.dropFirst(root.count + 1))
  }

  /// What Git writes, with more variables in its environment.
  func output(
    _ words: [String],
    setting more: [String: String] = [:]
  ) throws(Failure) -> [UInt8] {
    let environment = environment.merging(more) { _, new in new }
    let found = try Self.run(["git", "-C", root] + words, environment)
    guard found.status == 0 else {
      throw .refused(command: words.first ?? "", reason: Self.firstLine(of: found.errors))
    }
    return found.output
  }

  private static func run(
    _ words: [String],
    _ environment: [String: String]
  ) throws(Failure) -> ChildProcess.Written {
    do throws(ChildProcess.Failure) {
      return try ChildProcess.run(words, environment: environment)
    } catch {
      throw .noGit("\(error)")
    }
  }

  private static func firstLine(of bytes: [UInt8]) -> String {
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
    return line.map { String($0.prefix(300)) } ?? "it said nothing"
  }
}

extension Repository.Failure: CustomStringConvertible {
  /// What was expected, what was found, and what to do.
  var description: String {
    switch self {
    case .noGit(let reason):
      "--since asks Git what changed. \(reason) Install git, or leave --since out."
    case .outside(let folder):
      "--since asks Git what changed, and \(folder) is in no Git repository. Run it inside one, or leave --since out."
    case .unknownRevision(let revision):
      "--since \"\(revision)\" names no commit of this repository. In CI it may have to be fetched first: git fetch."
    case .refused(let command, let reason):
      "--since asks Git what changed, and `git \(command)` failed: \(reason)"
    }
  }
}
