import Foundation

/// Runs a script in bash, so that what is written for a shell is held to a shell.
enum Shell {
  static let path = "/bin/bash"

  /// bash, and the shell of the system, which may know less.
  static let paths = [path, "/bin/sh"]

  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// What the script writes to its standard output.
  static func run(
    _ script: String,
    _ variables: KeyValuePairs<String, String> = [:],
    by shell: String = path
  ) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: shell)
    process.arguments = (shell == path ? ["--noprofile", "--norc"] : []) + ["-c", script]
    var environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    for (name, value) in variables { environment[name] = value }
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(output)
  }

  /// The arguments that a command line gives to `curl`, and what it is given to read.
  static func curlArguments(
    of command: String,
    _ variables: KeyValuePairs<String, String> = [:],
    by shell: String = path
  ) throws -> (arguments: [String], input: [UInt8]) {
    let script = """
      curl() { printf '%s\\0' "$@"; printf 'INPUT\\0'; cat; }
      \(command)
      """
    var parts = try run(script, variables, by: shell).split(
      separator: 0,
      omittingEmptySubsequences: false
    )
    let words = parts.prefix { String(decoding: $0, as: UTF8.self) != "INPUT" }
    parts = Array(parts.dropFirst(words.count + 1))
    return (
      words.map { String(decoding: $0, as: UTF8.self) },
      Array(parts.joined(separator: [0]))
    )
  }
}
