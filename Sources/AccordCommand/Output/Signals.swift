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

  /// Listens to SIGINT and SIGTERM; a second signal ends the process at once.
  init(_ interruption: Interruption) {
    // A thread of its own, because those that tasks share may be busy reading.
    let queue = DispatchQueue(label: "accord.signals")
    sources = [(SIGINT, "SIGINT"), (SIGTERM, "SIGTERM")].map { number, name in
      // The default action would end the process before the report is written.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        guard interruption.reason == nil else { _exit(2) }
        interruption.interrupt("The run was interrupted by \(name).")
      }
      source.activate()
      return source
    }
  }

  /// Stops listening.
  func cancel() { sources.forEach { $0.cancel() } }
}
