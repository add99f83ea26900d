import Dispatch
import Foundation

/// A validator of another origin, run as a process.
enum Peer {
  /// libxml2's xmllint; nil if it is not installed.
  static let xmllint = found(["/usr/bin/xmllint", "/usr/local/bin/xmllint"])

  /// A Python that has the package jsonschema; nil if there is none.
  static let python: String? = {
    if let path = ProcessInfo.processInfo.environment["ACCORD_JSON_SCHEMA_PEER"], !path.isEmpty {
      return found([path])
    }
    let source = URL(fileURLWithPath: #filePath)
    return found(
      [source, source.resolvingSymlinksInPath()].map { source in
        // Tests/Differential/Peer.swift
        let root = (0..<3).reduce(source) { url, _ in url.deletingLastPathComponent() }
        return root.appendingPathComponent(".build-peers/bin/python3").path
      }
    )
  }()

  private static func found(_ paths: [String]) -> String? {
    paths.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a process to its end; both outputs go to files, so that no pipe can fill up.
  static func run(
    _ path: String,
    _ arguments: [String],
    in folder: URL,
    input: String? = nil
  ) throws -> (output: String, error: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, error) = (
      folder.appendingPathComponent("out"), folder.appendingPathComponent("err")
    )
    for url in [output, error] { try Data().write(to: url) }
    if let input {
      let url = folder.appendingPathComponent(input)
      process.standardInput = try FileHandle(forReadingFrom: url)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    // Waiting for the process itself would poll.
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    ended.wait()
    func text(_ url: URL) throws -> String {
      String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
    return (try text(output), try text(error))
  }

  /// A folder that is removed when the work is done.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-differential-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
