@testable import AccordJudging
import AccordSchema
import Testing

@Suite struct ValueDifferenceTests {
  @Test(
    arguments: [
      (["a": 1, "b": 2], ["b": 2.0, "a": 1]),
      ([1, [nil]], [1, [nil]]),
      ("é", "é"),
    ] as [(JSON, JSON)]
  )
  func equalValuesHaveNoDifference(_ left: JSON, _ right: JSON) {
    #expect(ValueDifference.first(left, right) == nil)
  }

  @Test func firstPlaceIsFoundAndTheOthersAreCounted() {
    let left: JSON = ["a": [1, 2], "b": true, "c": nil]
    let right: JSON = ["c": false, "b": true, "a": [1, 3, 4], "d": 5]
    #expect(
      ValueDifference.first(left, right)
        == ValueDifference(
          path: InstancePath([.member("a"), .item(1)]),
          left: 2,
          right: 3,
          more: 3
        )
    )
  }

  @Test func whatIsOnOneSideOnlyIsADifference() {
    #expect(
      ValueDifference.first(["a": 1], [:])
        == ValueDifference(path: InstancePath([.member("a")]), left: 1, right: nil)
    )
    #expect(
      ValueDifference.first([], [1])
        == ValueDifference(path: InstancePath([.item(0)]), left: nil, right: 1)
    )
    #expect(
      ValueDifference.first([1], ["0": 1])
        == ValueDifference(path: .root, left: [1], right: ["0": 1])
    )
  }
}
