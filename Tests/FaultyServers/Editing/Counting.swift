@testable import AccordMocking
import Synchronization

/// Counts the answers of a server that does not do the same every time.
enum Counting {
  /// A distortion that knows how many answers there were, this one among them.
  static func distortion(
    _ change: @escaping @Sendable (inout MockAnswer, Int) -> Void
  ) -> Mock.Distortion {
    let counter = Counter()
    return { request, mock in
      var answer = mock(request)
      change(&answer, counter.next())
      return answer
    }
  }

  /// A number that only grows.
  final class Counter: Sendable {
    private let value = Mutex(0)

    /// The next number, from 1.
    func next() -> Int {
      value.withLock { value in
        value += 1
        return value
      }
    }

    /// How many numbers were given out.
    var count: Int { value.withLock { $0 } }
  }
}
