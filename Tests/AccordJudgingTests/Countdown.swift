import Synchronization

/// Says after so many questions that the time is over.
final class Countdown: Sendable {
  private let rest: Mutex<Int>

  init(_ count: Int) { rest = Mutex(count) }

  func tick() -> Bool {
    rest.withLock { rest in
      rest -= 1
      return rest < 0
    }
  }
}
