import AccordJudging
import AccordMocking
import AccordModel
import Synchronization

/// A mutant that answers, in process.
final class MutantServer: Sendable {
  /// The mock that keeps what the server keeps.
  let main: Mock
  private let second: Mock?
  private let mutant: Mutant?
  private let index: SuiteIndex
  private let memory = TurnMemory()
  /// Whether anything was asked that may have changed something.
  private let isTouched = Mutex(true)

  /// A server with the fault of a mutant; without one it is the mock.
  init(_ mutant: Mutant?, of index: SuiteIndex, seed: UInt64, sharing main: Mock? = nil) {
    self.mutant = mutant
    self.index = index
    self.main = main ?? Mock([index.suite], seed: seed, now: { 0 })
    var isAsked = mutant?.other != nil || mutant?.mirrors == true
    if case .exchange = mutant?.action { isAsked = true }
    second = isAsked ? Mock([mutant?.other ?? index.suite], seed: seed, now: { 0 }) : nil
  }

  /// Forgets what requests changed.
  func reset() {
    let isTouched = isTouched.withLock { isTouched in
      defer { isTouched = false }
      return isTouched
    }
    if isTouched {
      main.reset()
      second?.reset()
    }
    memory.reset()
  }

  /// Answers a request.
  func answer(_ request: MockRequest) async -> MockAnswer {
    let occasion = Occasion(request, of: main)
    if occasion?.contract.effect != .readOnly { isTouched.withLock { $0 = true } }
    guard let mutant, let occasion, mutant.scope.contains(occasion) else {
      if mutant?.mirrors == true { _ = await second?.answer(request) }
      return await main.answer(request)
    }
    switch mutant.action {
    case .answer(let edit):
      var answer = await main.answer(request)
      edit(&answer, AnswerView(answer, to: request, occasion, in: index))
      return answer
    case .request(let change):
      return await main.answer(change(request, occasion) ?? request)
    case .exchange(let play):
      let turn = Turn(
        request: request,
        occasion: occasion,
        main: { [main] in await main.answer($0) },
        other: { [main, second] in await (second ?? main).answer($0) },
        memory: memory,
        view: { [index] in AnswerView($0, to: request, occasion, in: index) }
      )
      if let answer = await play(turn) { return answer }
      return await main.answer(request)
    }
  }

  /// How an exchange ends.
  func outcome(of request: Exchange.Request) async -> Exchange.Outcome {
    await answer(MockRequest(request)).outcome(isHEAD: request.method == "HEAD")
  }
}

extension MockRequest {
  /// A request as it was sent.
  init(_ request: Exchange.Request) {
    self.init(request.method, request.target, fields: request.fields, body: request.body)
  }
}

extension MockAnswer {
  /// A response as an answer to be changed.
  init(_ response: Exchange.Response) {
    self.init(response.status)
    reason = response.reason
    fields = response.fields
    body = response.body
  }
}
