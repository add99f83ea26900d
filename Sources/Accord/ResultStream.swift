/// Tells the results of a suite in an order that is the same in every run, whatever finished first.
///
/// It is that in which the cases begin, so that what is known is held back only by what began before
/// it and is still under way.
actor ResultStream<Result: Sendable> {
  private let order: [Int]
  private let tell: @Sendable (Result) async -> Void
  private var waiting: [Int: Result] = [:]
  private var told = 0
  private var isTelling = false

  /// A stream of results, which come in any order, in the order of their places.
  init(_ order: [Int], _ tell: @escaping @Sendable (Result) async -> Void) {
    self.order = order
    self.tell = tell
  }

  /// Takes the result of the case at a place, and tells all that nothing holds back any more.
  func add(_ result: Result, at index: Int) async {
    waiting[index] = result
    // Who tells already tells this one too, at its turn.
    guard !isTelling else { return }
    isTelling = true
    while told < order.count, let next = waiting.removeValue(forKey: order[told]) {
      told += 1
      await tell(next)
    }
    isTelling = false
  }

  /// Tells what is still held back, where a case before it never came to an end.
  func finish() async {
    for index in order[told...] {
      guard let result = waiting.removeValue(forKey: index) else { continue }
      await tell(result)
    }
    told = order.count
  }
}
