import Testing

@testable import AccordGenerating

@Suite struct SeededNumbersTests {
  @Test func theSameSeedGivesTheSameNumbers() {
    var first = SeededNumbers(seed: 7, for: "orders.add")
    var second = SeededNumbers(seed: 7, for: "orders.add")
    var other = SeededNumbers(seed: 7, for: "orders.get")
    let numbers = (0..<20).map { _ in first.next() }
    #expect(numbers == (0..<20).map { _ in second.next() })
    #expect(numbers != (0..<20).map { _ in other.next() })
  }
}
