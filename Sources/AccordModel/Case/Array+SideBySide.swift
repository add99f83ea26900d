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
