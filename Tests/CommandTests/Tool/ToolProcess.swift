import FoundationEssentials
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process of the command line, started as a shell would start it.
///
/// Both outputs go to files, so that no full pipe holds the process up and what was written can be
/// read while it runs. The environment is exactly what the test gives; no open file of the test is
/// handed on, and no signal is blocked or ignored.
final class ToolProcess: Sendable {
  /// How a process ended and what it wrote.
  struct Outcome: Sendable {
    /// The exit status; of a process that was killed, the signal's number below zero.
    var status: Int32
    /// Standard output.
    var output: String
    /// Standard error.
    var errors: String
  }

  /// Why there is no outcome.
  enum Failure: Error {
    case notStarted(String, code: Int32)
    case tookTooLong([String], seconds: Double, output: String, errors: String)
  }

  private let pid: pid_t
  private let arguments: [String]
  private let folder: TestFolder
  private let name: String
  private let ended = Mutex<Int32?>(nil)

  /// Starts `accord` with some arguments.
  convenience init(
    _ arguments: [String],
    environment: [String: String] = [:],
    input: String = "/dev/null",
    in folder: TestFolder
  ) throws {
    try self.init(try Tool.path, arguments, environment: environment, input: input, in: folder)
  }

  /// Starts any executable.
  init(
    _ executable: String,
    _ arguments: [String],
    environment: [String: String] = [:],
    input: String = "/dev/null",
    in folder: TestFolder
  ) throws {
    self.arguments = arguments
    self.folder = folder
    name = "process-\(UUID().uuidString)"
    pid = try Spawn(
      executable: executable,
      arguments: arguments,
      environment: environment,
      folder: folder.path,
      output: "\(folder.path)/\(name).out",
      errors: "\(folder.path)/\(name).err",
      input: input
    ).start()
  }

  deinit {
    guard reap(WNOHANG) == nil else { return }
    kill(pid, SIGKILL)
    _ = reap(0)
  }

  /// What standard output holds now.
  var output: String { folder.text(of: "\(name).out") }

  /// What standard error holds now.
  var errors: String { folder.text(of: "\(name).err") }

  /// Sends a signal.
  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits for the end.
  func outcome(within seconds: Double = 60) async throws -> Outcome {
    let limit = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < limit {
      if let status = reap(WNOHANG) {
        return Outcome(status: status, output: output, errors: errors)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw Failure.tookTooLong(arguments, seconds: seconds, output: output, errors: errors)
  }

  /// Waits until standard output holds a text.
  func wait(forOutput text: String, within seconds: Double = 30) async throws {
    let limit = ContinuousClock.now + .seconds(seconds)
    while !output.contains(text) {
      guard ContinuousClock.now < limit, reap(WNOHANG) == nil else {
        throw Failure.tookTooLong(arguments, seconds: seconds, output: output, errors: errors)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// The status of the process if it has ended.
  private func reap(_ options: Int32) -> Int32? {
    ended.withLock { ended in
      if let ended { return ended }
      var status: Int32 = 0
      guard waitpid(pid, &status, options) == pid else { return nil }
      ended = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
      return ended
    }
  }
}

/// Runs the command line to its end.
func accord(
  _ arguments: [String],
  environment: [String: String] = [:],
  input: String = "/dev/null",
  in folder: TestFolder,
  within seconds: Double = 60
) async throws -> ToolProcess.Outcome {
  try await ToolProcess(arguments, environment: environment, input: input, in: folder)
    .outcome(within: seconds)
}
