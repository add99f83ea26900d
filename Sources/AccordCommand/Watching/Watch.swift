import Accord
import AccordReporting
import ArgumentParser
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Verifies again whenever a file changes on which a verification rests, until somebody ends it.
///
/// Each run is a process of its own, with the arguments of this one: it reads all files anew, and where a build has
/// put another program in the place of this one, it is that one which runs.
struct Watch {
  /// The program, and its arguments without `--watch`.
  let words: [String]

  /// Names the files that matter, of which some may be known only when others are read.
  let files: () -> [String]

  /// How long a look at the files lies after the last, in milliseconds.
  private static let interval = 200

  /// Runs until SIGINT, SIGTERM or SIGHUP, and tells the exit status of the last run.
  func run() async -> Int32 {
    let interruption = Interruption()
    let signals = Signals(interruption)
    defer { signals.cancel() }
    var status: Int32 = 0
    while interruption.reason == nil {
      // What changes while a run goes on is seen after it.
      let watched = WatchedFiles(files() + [words[0]])
      status = await runOnce(interruption) ?? status
      guard interruption.reason == nil else { break }
      Console.standard.complain(
        "watch: \(quantity(watched.paths.count, "file")) watched; Ctrl-C ends with status \(status)."
      )
      let changed = await change(of: watched, interruption)
      guard !changed.isEmpty else { break }
      let others = changed.count > 1 ? " and \(changed.count - 1) more" : ""
      Console.standard.complain("watch: \(TerminalText.line(changed[0]))\(others) changed.")
    }
    return status
  }

  /// The exit status of one run; `nil` where it could not begin, which is said.
  private func runOnce(_ interruption: Interruption) async -> Int32? {
    let process: ChildProcess
    do throws(ChildProcess.Failure) {
      process = try ChildProcess(
        words,
        environment: ProcessInfo.processInfo.environment,
        .inherited
      )
    } catch {
      Console.standard.complain("error: --watch: \(error)")
      return nil
    }
    var isTold = false
    while true {
      if let status = process.ended() { return status }
      if interruption.reason != nil, !isTold {
        // The run ends in order, and writes what it has.
        kill(process.id, SIGINT)
        isTold = true
      }
      await rest(20)
    }
  }

  /// The files that changed, once they have not for a moment; none, where the watch ends before.
  ///
  /// A file may be written in parts.
  private func change(of watched: WatchedFiles, _ interruption: Interruption) async -> [String] {
    while interruption.reason == nil {
      await rest(Self.interval)
      guard !watched.changed.isEmpty else { continue }
      var last = WatchedFiles(watched.paths)
      while interruption.reason == nil {
        await rest(Self.interval)
        let now = WatchedFiles(watched.paths)
        // A program that is being linked is not there for a while.
        if now.isSame(as: last), access(words[0], X_OK) == 0 { break }
        last = now
      }
      let changed = watched.changed
      if !changed.isEmpty { return interruption.reason == nil ? changed : [] }
    }
    return []
  }

  private func rest(_ milliseconds: Int) async {
    try? await Task.sleep(for: .milliseconds(milliseconds))
  }
}

extension Watch {
  /// The program that runs, and its arguments without `--watch`.
  static var words: [String] {
    [program] + CommandLine.arguments.dropFirst().filter { $0 != "--watch" }
  }

  /// The path of the program that runs.
  private static var program: String {
    #if os(Linux)
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    if count > 0 {
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    #endif
    return CommandLine.arguments.first ?? ConformanceCommand.toolName
  }
}
