@testable import AccordJudging
import AccordModel
import Testing

/// The same exchanges of a case are judged once.
@Suite struct JudgementMemoryTests {
  private let right = RuleExample.answer("right", .json(JudgeTests.book))
  private let wrong = RuleExample.answer("wrong", .json(#"{"id":"7","title":"Emma"}"#))

  /// How often something was judged of which the judgement is asked.
  private func judged(
    _ memory: JudgementMemory,
    _ exchanges: [Exchange],
    saying judgement: Judgement = Judgement(.conforms)
  ) -> (count: Int, judgement: Judgement) {
    var count = 0
    let judgement = memory.judgement(of: right.testCase, exchanges) {
      count += 1
      return judgement
    }
    return (count, judgement)
  }

  @Test func whatDiffersInTimingAloneIsJudgedOnce() {
    let memory = JudgementMemory()
    var later = right.exchanges
    later[0].timing.total += 17
    #expect(judged(memory, right.exchanges).count == 1)
    #expect(judged(memory, later).count == 0)
    #expect(judged(memory, wrong.exchanges).count == 1)
    #expect(judged(memory, []).count == 1)
  }

  @Test func whatWasNotJudgedToItsEndIsJudgedAgain() {
    let memory = JudgementMemory()
    let ended = judged(memory, right.exchanges, saying: Judgement(.notRun(reason: "It is late.")))
    #expect(ended.count == 1)
    let again = judged(memory, right.exchanges)
    #expect(again.count == 1 && again.judgement.verdict == .conforms)
  }

  @Test func aJudgeSaysTheSameWithAMemory() {
    let judge = Judge(memory: JudgementMemory())
    for example in [right, wrong, right, wrong] {
      #expect(judge.judge(example) == Judge().judge(example))
    }
  }

  @Test func itsSizeIsBounded() {
    let memory = JudgementMemory()
    for number in 0..<6 {
      var exchanges = right.exchanges
      exchanges[0].request.target += "\(number)"
      #expect(judged(memory, exchanges).count == 1)
      #expect(judged(memory, exchanges).count == (number < 4 ? 0 : 1))
    }
  }
}
