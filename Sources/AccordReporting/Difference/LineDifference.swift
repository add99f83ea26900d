/// Compares two texts line by line: the shortest way from one to the other.
///
/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986). Texts that
/// have too little in common are not searched to the end: all of one is replaced by all of the other.
enum LineDifference {
  /// The most lines that may differ before the search is given up.
  private static let limit = 300

  /// What only the first text has, what only the second has and what both have, in order.
  static func lines(_ expected: [String], _ actual: [String]) -> [DifferenceLine] {
    var numbers: [[UInt8]: Int] = [:]
    // Equal bytes and not equal strings: é has two spellings, and they differ.
    func number(_ line: String) -> Int {
      let bytes = Array(line.utf8)
      if let number = numbers[bytes] { return number }
      numbers[bytes] = numbers.count
      return numbers.count - 1
    }
    let left = expected.map(number)
    let right = actual.map(number)

    let head = zip(left, right).prefix { $0 == $1 }.count
    let most = min(left.count, right.count) - head
    let tail = zip(left.reversed(), right.reversed()).prefix(most).prefix { $0 == $1 }.count
    let leftCore = left[head..<left.count - tail]
    let rightCore = right[head..<right.count - tail]

    var lines = expected.prefix(head).map { DifferenceLine(.same, $0) }
    var missing: [DifferenceLine] = []
    var found: [DifferenceLine] = []
    var (x, y) = (head, head)
    for step in steps(Array(leftCore), Array(rightCore)) {
      switch step {
      case .both:
        lines += missing + found
        (missing, found) = ([], [])
        lines.append(DifferenceLine(.same, expected[x]))
        (x, y) = (x + 1, y + 1)
      case .left:
        missing.append(DifferenceLine(.expected, expected[x]))
        x += 1
      case .right:
        found.append(DifferenceLine(.actual, actual[y]))
        y += 1
      }
    }
    return lines + missing + found
      + expected.suffix(tail).map { DifferenceLine(.same, $0) }
  }

  private enum Step { case both, left, right }

  /// The steps along both sequences.
  private static func steps(_ left: [Int], _ right: [Int]) -> [Step] {
    let most = min(left.count + right.count, limit)
    let origin = most + 1
    // The furthest place on each diagonal; a diagonal is the difference of both places.
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    for distance in 0...most {
      trace.append(furthest)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        var x = start(diagonal, distance, furthest, origin).x
        while x < left.count, x - diagonal < right.count, left[x] == right[x - diagonal] { x += 1 }
        furthest[origin + diagonal] = x
        if x >= left.count, x - diagonal >= right.count {
          return way(to: (left.count, right.count), trace, origin)
        }
      }
    }
    return left.map { _ in .left } + right.map { _ in .right }
  }

  /// Where the search on a diagonal begins: a step down or to the right of its neighbours.
  private static func start(
    _ diagonal: Int,
    _ distance: Int,
    _ furthest: [Int],
    _ origin: Int
  ) -> (x: Int, isDown: Bool) {
    let left = furthest[origin + diagonal - 1]
    let above = furthest[origin + diagonal + 1]
    let isDown = diagonal == -distance || (diagonal != distance && left < above)
    return isDown ? (above, true) : (left + 1, false)
  }

  /// The way back from the end, turned round.
  private static func way(to end: (Int, Int), _ trace: [[Int]], _ origin: Int) -> [Step] {
    var steps: [Step] = []
    var (x, y) = end
    for (distance, furthest) in trace.enumerated().reversed() {
      let begin = start(x - y, distance, furthest, origin)
      while x > begin.x {
        steps.append(.both)
        (x, y) = (x - 1, y - 1)
      }
      guard distance > 0 else { break }
      steps.append(begin.isDown ? .right : .left)
      if begin.isDown { y -= 1 } else { x -= 1 }
    }
    return steps.reversed()
  }
}
