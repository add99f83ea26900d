import Accord
import FoundationEssentials
import Testing

@testable import AccordCommand

@Suite struct RunClockTests {
  @Test("The time of a run ends it although all threads that tasks share are busy")
  func busyThreads() async {
    let interruption = Interruption()
    let clock = RunClock(0.05, interruption)
    defer { clock.cancel() }
    let begin = ContinuousClock.now
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<(4 * ProcessInfo.processInfo.activeProcessorCount) {
        group.addTask {
          // A large answer that is being read.
          while interruption.reason == nil, ContinuousClock.now - begin < .seconds(10) {}
        }
      }
    }
    #expect(interruption.reason == "The run took longer than --max-time 0.05 s.")
    #expect(ContinuousClock.now - begin < .seconds(9))
  }

  @Test("A run that ends in time is not ended")
  func inTime() async throws {
    let interruption = Interruption()
    RunClock(0.05, interruption).cancel()
    try await Task.sleep(for: .milliseconds(150))
    #expect(interruption.reason == nil)
  }
}
