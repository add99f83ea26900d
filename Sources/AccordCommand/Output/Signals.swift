import Accord
@preconcurrency import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Ends a run in order when the process is told to end.
final class Signals: Sendable {
  private let sources: [any DispatchSourceSignal]

  /// Listens to SIGINT, SIGTERM and SIGHUP; a second signal ends the process at once.
  ///
  /// A process that was started to outlive its terminal, by `nohup` for one, does.
  init(_ interruption: Interruption) {
    // A thread of its own, because those that tasks share may be busy reading.
    let queue = DispatchQueue(label: "accord.signals")
    let signals = [(SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP")]
    sources = signals.compactMap { number, name in
      // The default action would end the process before the report is written.
      let earlier = signal(number, SIG_IGN)
      guard number != SIGHUP || !Self.isIgnoring(earlier) else { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        guard interruption.reason == nil else { _exit(2) }
        interruption.interrupt("The run was interrupted by \(name).")
      }
      source.activate()
      return source
    }
  }

  /// Whether an action for a signal is to ignore it, which C can tell by its address only.
  private static func isIgnoring(_ action: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(action, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Stops listening.
  func cancel() { sources.forEach { $0.cancel() } }
}
