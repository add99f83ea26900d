import AccordModel
import AccordSchema

/// What workflows made for the cases of a suite, until it is removed.
actor MadeValues {
  private var made: [(cleanUp: CleanUp, values: OperandValues, begun: Int)] = []
  private var count = 0

  /// The number of the next value.
  func next() -> Int {
    count += 1
    return count
  }

  /// Notes what is to be removed.
  func note(_ cleanUp: CleanUp, _ values: OperandValues, begun: Int) {
    made.append((cleanUp, values, begun))
  }

  /// Removes it all, the last first.
  func cleanUp() async {
    let all = made
    made = []
    await ExchangeRunner.finishing {
      for last in all.reversed() { await last.cleanUp.run(last.values, begun: last.begun) }
    }
  }
}
