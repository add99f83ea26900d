import AccordModel
import Testing

@Suite("What is done side by side keeps its order")
struct SideBySideTests {
  @Test(arguments: [0, 1, 255, 256, 257, 512, 10_000])
  func everyElementComesOnceAndInItsPlace(count: Int) {
    let numbers = Array(0..<count)
    #expect(numbers.mapSideBySide { $0 * 2 } == numbers.map { $0 * 2 })
  }

  @Test(arguments: [1, 3, 7])
  func partsMayBeAsShortAsOneElement(length: Int) {
    let numbers = Array(0..<20)
    #expect(numbers.mapSideBySide(inPartsOf: length) { "\($0)" } == numbers.map { "\($0)" })
  }
}
