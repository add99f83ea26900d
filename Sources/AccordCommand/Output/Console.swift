import AccordReporting
import FoundationEssentials
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The terminal or the log that a command writes to.
struct Console: Sendable {
  /// The place of what is written to: standard output or standard error.
  private let place: Int32

  /// Whether it is a terminal.
  let isTerminal: Bool

  /// Whether colours are wanted: on a terminal, unless NO_COLOR is set.
  let isColoured: Bool

  /// How many characters fit in a line.
  let width: Int

  /// The console of this process.
  static let standard = Console(STDOUT_FILENO)

  /// Standard error, for what is said while standard output takes a report.
  static let aside = Console(STDERR_FILENO)

  /// Where a command speaks that writes reports to some paths: one that goes to standard output is
  /// alone there, so that it can be piped on.
  static func beside(_ paths: [String]) -> Console {
    paths.contains(where: isOutput) ? aside : standard
  }

  /// Whether a path of a report names standard output.
  static func isOutput(_ path: String) -> Bool { path == "-" || FileSystem.isStandardOutput(path) }

  private init(_ place: Int32) {
    self.place = place
    let environment = ProcessInfo.processInfo.environment
    isTerminal = isatty(place) == 1 && environment["TERM"] != "dumb"
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isColoured = isTerminal && !noColour
    var size = winsize()
    let known = ioctl(place, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
    width = known ? Int(size.ws_col) : 100
  }

  /// What is shown, in the colours of the console and, on a terminal, in its width.
  func format(_ detail: TerminalFormat.Detail = .causes) -> TerminalFormat {
    TerminalFormat(
      style: isColoured ? .ansi : .none,
      width: isTerminal ? width : nil,
      detail: detail
    )
  }

  /// Why standard output takes nothing more, once that is so.
  private static let loss = Mutex<FileSystem.Failure?>(nil)

  /// Whether something was lost that standard output should have taken.
  ///
  /// A reader that went away (`accord list | head`) has what it wanted.
  var hasLost: Bool { Self.loss.withLock { $0.map { !$0.isAbandonment } ?? false } }

  /// Writes text at once; what a CI system would take for a command becomes
  /// visible as an escape of the language that the text is written in.
  func write(_ text: String, in language: LogText.Language = .text) {
    write(Array(LogText.harmless(text, in: language).utf8))
  }

  /// Writes the record of a run piece by piece, in the same way.
  func write(_ run: RunRecord, as format: any ReportFormat) {
    format.write(run) { write($0) }
  }

  private func write(_ bytes: [UInt8]) {
    guard place == STDOUT_FILENO else { return Self.append(bytes) }
    Self.loss.withLock { loss in
      guard loss == nil else { return }
      do throws(FileSystem.Failure) {
        guard FileSystem.isOutput(STDOUT_FILENO) else { throw FileSystem.Failure(code: EBADF) }
        try FileSystem.append(bytes, to: STDOUT_FILENO)
      } catch {
        loss = error
      }
    }
  }

  /// Writes a line to standard error, in the same way.
  func complain(_ text: String) {
    Self.append(Array((LogText.harmless(text) + "\n").utf8))
  }

  /// Writes to standard error; where not even this can be said, nothing can.
  private static func append(_ bytes: [UInt8]) {
    guard FileSystem.isOutput(STDERR_FILENO) else { return }
    try? FileSystem.append(bytes, to: STDERR_FILENO)
  }

  /// The exit status of a command that would end with `status`: says that standard output could not
  /// be written, and is 2 unless there is something to say that is worse.
  func closing(_ status: Int32) -> Int32 {
    guard hasLost, let loss = Self.loss.withLock({ $0 }) else { return status }
    complain(
      "error: Standard output could not be written: \(loss.reason). Send it to another place."
    )
    return status == 0 ? 2 : status
  }
}
