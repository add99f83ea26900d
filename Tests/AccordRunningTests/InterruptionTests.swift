import Synchronization
import Testing

@testable import AccordRunning

struct InterruptionTests {
  private final class Calls: Sendable {
    let names = Mutex<[String]>([])

    func note(_ name: String) { names.withLock { $0.append(name) } }
  }

  @Test func callsWhatWaitsInItsOrderAndNothingTwice() {
    let interruption = Interruption()
    let calls = Calls()
    interruption.onInterrupt { calls.note("first") }
    interruption.onInterrupt { calls.note("second") }
    interruption.interrupt("SIGINT")
    interruption.interrupt("the time is up")
    #expect(interruption.reason == "SIGINT")
    #expect(calls.names.withLock { $0 } == ["first", "second"])
    // Too late to wait for it.
    interruption.onInterrupt { calls.note("third") }
    #expect(calls.names.withLock { $0 } == ["first", "second", "third"])
  }

  @Test func forgetsWhatIsOver() {
    let interruption = Interruption()
    let calls = Calls()
    for number in 0..<1_000 {
      interruption.forget(interruption.onInterrupt { calls.note("\(number)") })
    }
    interruption.onInterrupt { calls.note("stays") }
    #expect(interruption.waiting == 1)
    interruption.interrupt("SIGINT")
    #expect(calls.names.withLock { $0 } == ["stays"])
  }
}
