import AccordOpenAPI
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The documents of a commit, in a folder that lasts as long as they are read.
struct EarlierDocuments {
  private let folder: String
  private let files: Set<String>

  /// Writes all that documents may refer to, in JSON and YAML, into a folder for temporary files.
  init(of commit: String, in repository: Repository, environment: [String: String]) throws {
    let parent = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(parent)/accord-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Repository.Failure.refused(
        command: "checkout-index",
        reason: "no folder could be made in \(parent)"
      )
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let names = try repository.files(of: commit).filter { name in
      [".json", ".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
    }
    files = Set(names)
    do {
      try repository.write(names, of: commit, into: folder)
    } catch {
      remove()
      throw error
    }
  }

  /// A document as it was; `nil` where there was none.
  func description(of path: String) throws(DescriptionFailure) -> Description? {
    guard files.contains(path) else { return nil }
    return try Description(contentsOf: "\(folder)/\(path)", folder: folder)
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

extension Repository {
  /// Writes files of a commit into a folder, with an index of its own: that of the working tree stays as it is.
  fileprivate func write(_ files: [String], of commit: String, into folder: String) throws(Failure)
  {
    let index = ["GIT_INDEX_FILE": "\(folder)/.index"]
    _ = try output(["read-tree", commit], setting: index)
    var rest = files[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(200))
      rest = rest.dropFirst(part.count)
      _ = try output(
        ["checkout-index", "--force", "--prefix=\(folder)/", "--"] + part,
        setting: index
      )
    }
  }
}
