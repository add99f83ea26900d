import FoundationEssentials

/// A folder of one test, removed with its content when the test is over.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "accord-command-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders that it is in, and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    if let slash = file.lastIndex(of: "/"), name.contains("/") {
      try FileManager.default.createDirectory(
        atPath: String(file[..<slash]),
        withIntermediateDirectories: true
      )
    }
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  /// The bytes of a file; none if it is not there.
  func bytes(of name: String) -> [UInt8] {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { [UInt8]($0) } ?? []
  }

  /// The text of a file; empty if it is not there.
  func text(of name: String) -> String { String(decoding: bytes(of: name), as: UTF8.self) }

  /// Whether there is a file of this name.
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }
}
