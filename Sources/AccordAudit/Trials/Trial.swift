import Accord
import AccordJudging
import AccordMocking
import AccordModel
import AccordRunning

/// Holds mutants to a plan.
struct Trial: Sendable {
  let recording: Recording
  let index: SuiteIndex
  let judge: Judge
  let runner: CaseRunner
  let seed: UInt64
  /// Requests that no case sends, by the contract to which they lead.
  let requests: [Contract.ID: [MadeRequest]]
  /// Whether there is a server to ask, so that more than recorded answers can be wrong.
  let hasServer: Bool

  /// What became of a mutant.
  struct Finding: Sendable {
    /// The case and the rule that noticed it in a plain run.
    var noticed: AuditReport.Notice?
    /// The same in a strict run.
    var noticedStrictly: AuditReport.Notice?
    /// The first answer that differs, where one does.
    var difference: AuditReport.Difference?
    /// The case that came nearest.
    var nearest: CaseID?
    /// How many cases got another answer.
    var reached = 0
  }

  /// Lets the cases look at a mutant that could notice it.
  func finding(of mutant: Mutant) async -> Finding {
    var finding = Finding()
    let server = MutantServer(mutant, of: index, seed: seed)
    let meant = recording.cases.filter { $0.touches(mutant.scope) }
    // Those whose answers need no server first: they cost least.
    let ordered = meant.filter(\.isFixed) + meant.filter { !$0.isFixed }
    for recorded in ordered {
      guard hasServer || mutant.isAnswerAlone else { break }
      guard let exchanges = await exchanges(of: recorded, mutant, server) else { continue }
      note(exchanges, of: recorded, in: &finding)
      if finding.noticed != nil { break }
    }
    if finding.reached == 0 {
      if hasServer { finding.difference = await difference(of: mutant, server) }
      finding.nearest =
        meant.first?.testCase.id
        ?? recording.cases.first { $0.testCase.contract == mutant.contract }?.testCase.id
    }
    return finding
  }

  /// The exchanges of a case with a mutant; `nil` where none differs.
  private func exchanges(
    of recorded: RecordedCase,
    _ mutant: Mutant,
    _ server: MutantServer
  ) async -> [Exchange]? {
    if case .answer(let edit) = mutant.action, recorded.isFixed || !hasServer {
      return edited(recorded, mutant.scope, edit)
    }
    // As long as nothing is changed, everything is as it was.
    guard recorded.steps.contains(where: { couldChange($0, mutant) }) else { return nil }
    guard recorded.isFixed else {
      let exchanges: [Exchange]
      switch await runner.run(recorded.testCase, against: server) {
      case .exchanged(let found): exchanges = found
      // The judge says of a case without exchanges that it failed.
      case .failed: return []
      // A run with a case that was skipped is as green as without it.
      case .skipped, .notRun: return nil
      }
      let isSame =
        exchanges.count == recorded.exchanges.count
        && zip(exchanges, recorded.exchanges).allSatisfy { $0.outcome == $1.outcome }
      return isSame ? nil : exchanges
    }
    server.reset()
    var exchanges = recorded.exchanges
    var differs = false
    for (index, step) in recorded.steps.enumerated() {
      let isHEAD = step.request.method == "HEAD"
      let outcome = await server.answer(step.request).outcome(isHEAD: isHEAD)
      guard outcome != exchanges[index].outcome else { continue }
      exchanges[index].outcome = outcome
      differs = true
    }
    return differs ? exchanges : nil
  }

  /// Whether a mutant does with a request, or its answer, anything but what the unbroken server does.
  private func couldChange(_ step: RecordedCase.Step, _ mutant: Mutant) -> Bool {
    guard let occasion = step.occasion, mutant.scope.contains(occasion) else { return false }
    switch mutant.action {
    case .answer(let edit):
      guard let view = step.view else { return false }
      var answer = step.answer
      edit(&answer, view)
      return answer != step.answer
    case .request(let change): return change(step.request, occasion) != nil
    case .exchange:
      guard let concerns = mutant.concerns, let view = step.view else { return true }
      return concerns(step.request, view)
    }
  }

  private func edited(
    _ recorded: RecordedCase,
    _ scope: Scope,
    _ edit: (inout MockAnswer, AnswerView) -> Void
  ) -> [Exchange]? {
    var exchanges = recorded.exchanges
    var differs = false
    for (index, step) in recorded.steps.enumerated() {
      guard let occasion = step.occasion, scope.contains(occasion), let view = step.view,
        case .answered(var response) = exchanges[index].outcome
      else { continue }
      var answer = step.answer
      edit(&answer, view)
      guard answer != step.answer else { continue }
      response.status = answer.status
      response.reason = answer.reason
      response.fields = answer.fields
      response.body = step.request.method == "HEAD" ? [] : answer.body
      guard exchanges[index].outcome != .answered(response) else { continue }
      exchanges[index].outcome = .answered(response)
      differs = true
    }
    return differs ? exchanges : nil
  }

  private func note(_ exchanges: [Exchange], of recorded: RecordedCase, in finding: inout Finding) {
    finding.reached += 1
    let id = recorded.testCase.id
    if finding.difference == nil {
      finding.difference = difference(exchanges, recorded)
      finding.nearest = id
    }
    let judgement = judge.judge(recorded.testCase, exchanges, in: index)
    let new = judgement.objections.filter { !recorded.known.contains($0.objection) }
    func notice(_ rule: String) -> AuditReport.Notice {
      AuditReport.Notice(testCase: id, rule: rule)
    }
    if let must = new.first(where: { $0.level == .must }) {
      finding.noticed = notice(must.objection.rule)
    } else if case .failed = judgement.verdict {
      finding.noticed = notice("failed")
    }
    if finding.noticedStrictly == nil {
      finding.noticedStrictly =
        finding.noticed ?? new.first.map { notice($0.objection.rule) }
    }
  }

  private func difference(
    _ exchanges: [Exchange],
    _ recorded: RecordedCase
  ) -> AuditReport.Difference? {
    for (index, step) in recorded.steps.enumerated() {
      guard exchanges.indices.contains(index) else { break }
      guard exchanges[index].outcome != recorded.exchanges[index].outcome else { continue }
      return AuditReport.Difference(
        testCase: recorded.testCase.id,
        request: step.request,
        before: step.answer,
        after: exchanges[index].response.map { MockAnswer($0) }
      )
    }
    return nil
  }

  /// The first of the made requests that a mutant answers otherwise.
  private func difference(
    of mutant: Mutant,
    _ server: MutantServer
  ) async -> AuditReport.Difference? {
    for made in requests[mutant.contract] ?? [] {
      guard made.steps.contains(where: { couldChange($0, mutant) }) else { continue }
      server.reset()
      var changed: [MockAnswer] = []
      for step in made.steps { changed.append(await server.answer(step.request)) }
      let differing = made.steps.indices.first { made.steps[$0].isOther(changed[$0]) }
      guard let place = differing else { continue }
      return AuditReport.Difference(
        testCase: nil,
        request: made.steps[place].request,
        before: made.steps[place].answer,
        after: changed[place]
      )
    }
    return nil
  }
}

extension RecordedCase.Step {
  /// Whether another answer than the recorded one can be told from it: to HEAD nobody sees content.
  fileprivate func isOther(_ changed: MockAnswer) -> Bool {
    guard request.method == "HEAD" else { return changed != answer }
    return changed.outcome(isHEAD: true) != answer.outcome(isHEAD: true)
  }
}

/// Requests that no case sends, with what the unbroken server answers.
struct MadeRequest: Sendable {
  /// The requests, one after the other, with their answers.
  var steps: [RecordedCase.Step]
}
