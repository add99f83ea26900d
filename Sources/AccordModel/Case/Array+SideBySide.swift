import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What each element becomes, in their order, made on as many threads as there are processors.
  ///
  /// A thread does as many elements one after the other as `length` says; no more than that many are done
  /// where the caller is.
  package func mapSideBySide<Result: Sendable>(
    inPartsOf length: Int = 256,
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > length else { return map(transform) }
    let parts = Mutex<[Int: [Result]]>([:])
    let numbers = 0..<(count + length - 1) / length
    DispatchQueue.concurrentPerform(iterations: numbers.count) { number in
      let part = self[number * length..<Swift.min(count, (number + 1) * length)].map(transform)
      parts.withLock { $0[number] = part }
    }
    return parts.withLock { parts in
      var results: [Result] = []
      results.reserveCapacity(count)
      for number in numbers { results += parts[number] ?? [] }
      return results
    }
  }
}

/// What two things become that do not need each other, each on a thread of its own where there is one.
package func sideBySide<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First,
  _ second: @Sendable () -> Second
) -> (first: First, second: Second) {
  let made = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 {
      let value = first()
      made.withLock { $0.0 = value }
    } else {
      let value = second()
      made.withLock { $0.1 = value }
    }
  }
  return made.withLock { made in (made.0 ?? first(), made.1 ?? second()) }
}
