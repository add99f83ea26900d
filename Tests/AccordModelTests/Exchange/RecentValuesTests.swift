import AccordModel
import Testing

@Suite struct RecentValuesTests {
  private typealias Values = RecentValues<Int, Int>

  /// The keys that are made anew when these are asked for, each with its weight.
  private static func made(_ asked: [(key: Int, weight: Int)]) -> [Int] {
    let values = Values { $0 == $1 }
    var made: [Int] = []
    for (key, weight) in asked {
      let value = values.value(for: key, weight: { _ in weight }) {
        made.append(key)
        return key * 2
      }
      #expect(value == key * 2)
    }
    return made
  }

  @Test func whatWasMadeIsNotMadeAgain() {
    #expect(Self.made([(1, 2_000), (2, 2_000), (1, 2_000), (2, 2_000)]) == [1, 2])
  }

  @Test func whatIsLightIsMadeAgain() {
    #expect(Self.made([(1, 1_023), (1, 1_023), (2, 1_024), (2, 1_024)]) == [1, 1, 2])
  }

  @Test func whatWouldDriveOutMostIsNotKept() {
    #expect(Self.made([(1, 1 << 19), (1, 1 << 19), (2, 600_000), (2, 600_000)]) == [1, 2, 2])
  }

  @Test func whatWasNotAskedForLongestGoesFirst() {
    let sixteen = (1...16).map { (key: $0, weight: 2_000) }
    // The first is asked for again, so that the second goes.
    let asked = sixteen + [(1, 2_000), (17, 2_000), (1, 2_000), (2, 2_000)]
    #expect(Self.made(asked) == Array(1...17) + [2])
  }

  @Test func onlySoMuchIsKept() {
    let five = (1...5).map { (key: $0, weight: 1 << 19) }
    #expect(Self.made(five + [(2, 1 << 19), (1, 1 << 19)]) == [1, 2, 3, 4, 5, 1])
  }

  @Test func shortBodiesAreNotLookedFor() {
    let values = RecentValues<[UInt8], Int>()
    var made = 0
    func value(_ count: Int) -> Int {
      values.value(for: [UInt8](repeating: 7, count: count)) {
        made += 1
        return made
      }
    }
    #expect([value(1_023), value(1_023), value(1_024), value(1_024)] == [1, 2, 3, 3])
  }
}
