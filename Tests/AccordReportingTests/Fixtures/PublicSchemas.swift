import Foundation

/// The schemas that CI systems hold files to, and the tool that does so.
enum PublicSchemas {
  static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The folder that the environment names, or the one beside the package.
  static let folder: URL? = {
    var folders: [URL] = []
    if let path = ProcessInfo.processInfo.environment["ACCORD_JUNIT_SCHEMAS"] {
      folders.append(URL(filePath: path))
    }
    for file in [URL(filePath: #filePath), URL(filePath: #filePath).resolvingSymlinksInPath()] {
      let root = (0..<4).reduce(file) { folder, _ in folder.deletingLastPathComponent() }
      folders.append(root.appending(path: "../shared/suites/junit").standardized)
    }
    return folders.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "ant-junit.xsd").path)
    }
  }()

  /// What xmllint says against a document; nothing if it conforms.
  static func validate(_ text: String, against schema: String) throws -> String {
    guard let xmllint, let folder else { return "not there" }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: xmllint)
    process.arguments = [
      "--noout", "--nonet", "--schema", folder.appending(path: schema).path, file.path,
    ]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: output, as: UTF8.self)
  }
}
