import AccordReporting
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The terminal or the log that a command writes to.
struct Console: Sendable {
  /// Whether standard output is a terminal.
  let isTerminal: Bool

  /// Whether colours are wanted: on a terminal, unless NO_COLOR is set.
  let isColoured: Bool

  /// How many characters fit in a line.
  let width: Int

  /// The console of this process.
  static let standard = Console()

  private init() {
    let environment = ProcessInfo.processInfo.environment
    isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isColoured = isTerminal && !noColour
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
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

  /// Writes text to standard output at once; what a CI system would take for a command becomes
  /// visible as an escape of the language that the text is written in.
  func write(_ text: String, in language: LogText.Language = .text) {
    Self.write(LogText.harmless(text, in: language), to: STDOUT_FILENO)
  }

  /// Writes a line to standard error, in the same way.
  func complain(_ text: String) {
    Self.write(LogText.harmless(text) + "\n", to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { bytes in
        #if canImport(Darwin)
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      // A reader that went away (`accord list | head`) is no error of ours.
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
