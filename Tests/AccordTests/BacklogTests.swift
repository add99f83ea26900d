import Synchronization
import Testing

@testable import Accord

@Suite struct BacklogTests {
  /// Work that waits until it may go on, and counts itself.
  private final class Works: Sendable {
    struct State {
      var running = 0
      var most = 0
      var done = 0
    }

    let state = Mutex(State())

    func work() async {
      state.withLock {
        $0.running += 1
        $0.most = max($0.most, $0.running)
      }
      for _ in 0..<20 { await Task.yield() }
      state.withLock {
        $0.running -= 1
        $0.done += 1
      }
    }
  }

  private static func add(_ work: @escaping @Sendable () async -> Void, to backlog: Backlog) async {
    await backlog.enter()
    Task {
      await work()
      backlog.leave()
    }
  }

  @Test(arguments: [0, 1, 3, 8])
  func holdsNoMoreWorkThanItsLimit(limit: Int) async {
    let backlog = Backlog(limit: limit)
    let works = Works()
    for _ in 0..<50 { await Self.add({ await works.work() }, to: backlog) }
    await backlog.finish()
    let state = works.state.withLock(\.self)
    #expect(state.done == 50)
    #expect(state.running == 0)
    #expect(state.most <= max(limit, 1))
  }

  @Test func doesNotWaitForTheWorkThatItHasRoomFor() async {
    let backlog = Backlog(limit: 2)
    let (signal, open) = AsyncStream.makeStream(of: Void.self)
    // This would never come back if the first piece of work were waited for.
    await Self.add({ for await _ in signal { break } }, to: backlog)
    await Self.add(
      {
        open.yield()
        open.finish()
      },
      to: backlog
    )
    await backlog.finish()
  }

  @Test func isDoneWhenNothingWasAdded() async {
    await Backlog(limit: 1).finish()
  }
}
