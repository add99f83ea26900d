import Accord
import AccordJudging
import AccordMocking
import AccordModel
import AccordRunning

/// What the unbroken server answers to the cases of a plan, each alone.
struct Recording: Sendable {
  /// The cases that say something, in the order of the plan.
  var cases: [RecordedCase] = []
  /// How many cases say nothing, because they conform to nothing even on the unbroken server.
  var silent: [(case: CaseID, reason: String)] = []

  /// Runs every case alone against a mock that has forgotten the others.
  static func made(
    of plan: Plan,
    _ index: SuiteIndex,
    judge: Judge,
    seed: UInt64
  ) async -> Recording {
    let runner = CaseRunner(plan: plan, index: index, seed: seed)
    let results = await Workers.map(
      plan.cases,
      making: {
        MutantServer(nil, of: index, seed: seed)
      }
    ) { testCase, server in
      await record(testCase, runner, server, judge, index)
    }
    var recording = Recording()
    for result in results {
      switch result {
      case .success(let recorded): recording.cases.append(recorded)
      case .failure(let silence): recording.silent.append((silence.id, silence.reason))
      }
    }
    return recording
  }

  private struct Silence: Error {
    var id: CaseID
    var reason: String
  }

  private static func record(
    _ testCase: Case,
    _ runner: CaseRunner,
    _ server: MutantServer,
    _ judge: Judge,
    _ index: SuiteIndex
  ) async -> Result<RecordedCase, Silence> {
    let run = await runner.run(testCase, against: server)
    switch run {
    case .exchanged(let exchanges):
      guard var found = recorded(testCase, exchanges, on: server.main, judge, index) else {
        return .failure(Silence(id: testCase.id, reason: "It says nothing of the unbroken server."))
      }
      // What is sent again as it was must be answered as it was.
      if found.isFixed {
        server.reset()
        for step in found.steps {
          let again = await server.answer(step.request)
          let sent = again.outcome(isHEAD: step.request.method == "HEAD")
          guard case .answered(let response) = sent, MockAnswer(response) == step.answer else {
            found.isFixed = false
            break
          }
        }
      }
      return .success(found)
    case .skipped(let reason), .failed(let reason, _), .notRun(let reason):
      return .failure(Silence(id: testCase.id, reason: reason))
    }
  }

  /// A case with its exchanges, unless it says nothing.
  static func recorded(
    _ testCase: Case,
    _ exchanges: [Exchange],
    on mock: Mock,
    _ judge: Judge,
    _ index: SuiteIndex
  ) -> RecordedCase? {
    let judgement = judge.judge(testCase, exchanges, in: index)
    switch judgement.verdict {
    case .conforms, .notChecked, .violates: break
    case .skipped, .failed, .notRun: return nil
    }
    let steps = exchanges.map { exchange in
      let request = MockRequest(exchange.request)
      let answer = exchange.response.map { MockAnswer($0) } ?? MockAnswer(0)
      let occasion = Occasion(request, of: mock)
      return RecordedCase.Step(
        request: request,
        occasion: occasion,
        answer: answer,
        view: occasion.map { AnswerView(answer, to: request, $0, in: index) }
      )
    }
    let takes = testCase.steps.contains { !$0.request.outputs.isEmpty }
    return RecordedCase(
      testCase: testCase,
      exchanges: exchanges,
      steps: steps,
      isFixed: !takes && testCase.workflow == nil && testCase.cleanUp.isEmpty,
      known: Set(judgement.objections.map(\.objection))
    )
  }
}
