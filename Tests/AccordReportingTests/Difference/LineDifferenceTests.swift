import Testing

@testable import AccordReporting

struct LineDifferenceTests {
  private func text(_ left: String, _ right: String, context: Int? = nil) -> String {
    let lines = LineDifference.lines(left.map(String.init), right.map(String.init))
    return (context.map(lines.hunks) ?? lines).map { $0.sign + $0.text }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", "", ""),
    ("a", "a", " a"),
    ("a", "", "-a"),
    ("", "a", "+a"),
    ("abc", "axc", " a -b +x  c"),
    ("abcd", "bcde", "-a  b  c  d +e"),
    ("abcabba", "cbabac", "-a -b  c +b  a  b -b  a +c"),
    ("aaa", "aa", " a  a -a"),
  ])
  func shortest(_ left: String, _ right: String, _ expected: String) {
    #expect(text(left, right) == expected)
  }

  @Test
  func linesFarFromADifferenceAreCounted() {
    #expect(
      text("abcdefghijk", "abcdefghijX", context: 2)
        == " … 8 lines  i  j -k +X"
    )
    #expect(text("abcdefg", "abXdefg", context: 1) == " a  b -c +X  d  … 3 lines")
    #expect(text("ab", "ab", context: 1) == " … 2 lines")
  }

  @Test
  func spellingsThatLookAlikeDiffer() {
    let lines = LineDifference.lines(["caf\u{E9}"], ["cafe\u{301}"])
    #expect(lines.map(\.sign) == ["-", "+"])
  }

  @Test
  func bothTextsAreThereAndNoWayIsShorter() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<300 {
      let left = (0..<next(12)).map { _ in String(next(3)) }
      let right = (0..<next(12)).map { _ in String(next(3)) }
      let lines = LineDifference.lines(left, right)
      #expect(lines.filter { $0.kind != .actual }.map(\.text) == left)
      #expect(lines.filter { $0.kind != .expected }.map(\.text) == right)
      let same = lines.count { $0.kind == .same }
      #expect(same == longestCommon(left, right), "\(left) \(right)")
    }
  }

  /// The length of the longest common subsequence, by the table of the textbooks.
  private func longestCommon(_ left: [String], _ right: [String]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for a in left {
      var diagonal = 0
      for (index, b) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = a == b ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }

  @Test
  func textsWithoutMuchInCommonAreReplaced() {
    let left = (0..<5_000).map { "l\($0)" }
    let right = (0..<5_000).map { "r\($0)" }
    let lines = LineDifference.lines(["same"] + left, ["same"] + right)
    #expect(lines.count == 10_001)
    #expect(lines[0].kind == .same)
    #expect(lines[1...5_000].allSatisfy { $0.kind == .expected })
    #expect(lines[5_001...].allSatisfy { $0.kind == .actual })
    let shown = lines.hunks(context: 3)
    #expect(shown.count == 61)
    #expect(shown.last?.text == "… 9941 lines")
  }

  @Test
  func longLinesAreCut() {
    let line = DifferenceLine(.actual, String(repeating: "x", count: 1_000))
    #expect(line.text.hasSuffix("x… (700 more characters)"))
  }
}
