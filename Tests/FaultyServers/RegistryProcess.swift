import Foundation

/// A registry of container images that others wrote, docker-registry of Debian, which asks for tokens
/// of a realm.
final class RegistryProcess: Sendable {
  private static let path = "/usr/bin/docker-registry"

  /// Whether it is installed.
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private let process: Process
  private let folder: URL
  let port: Int

  /// Starts a registry whose callers get their tokens from a realm.
  init(realm: String) throws {
    port = Int.random(in: 20_000..<30_000)
    folder = FileManager.default.temporaryDirectory.appending(path: "registry-\(port)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "config.yml")
    let text = """
      version: 0.1
      log: {accesslog: {disabled: true}, level: error}
      storage: {filesystem: {rootdirectory: "\(folder.path)/data"}}
      http: {addr: "127.0.0.1:\(port)"}
      auth: {silly: {realm: "\(realm)", service: registry.example}}
      """
    try Data(text.utf8).write(to: file)
    process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = ["serve", file.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Ends it.
  func stop() {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}
