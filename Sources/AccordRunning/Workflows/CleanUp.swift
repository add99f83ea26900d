import AccordModel
import AccordSchema
import HTTPTypes

/// What is sent after a case, whatever became of it, so that nothing is left of what it made.
struct CleanUp: Sendable {
  /// How long the exchange that is on its way, and then the clean-up, may take once the run is
  /// interrupted.
  static let grace: Duration = .seconds(3)

  let session: Session
  let testCase: Case
  let elsewhere: OtherServers

  /// Hears what is to be removed, and what became of it.
  let tell: @Sendable (CleanUpEvent) async -> Void

  /// The requests that were told of already, by their numbers.
  private var told: [Int: CleanUpRequest] = [:]

  init(
    session: Session,
    testCase: Case,
    elsewhere: OtherServers,
    tell: @escaping @Sendable (CleanUpEvent) async -> Void
  ) {
    self.session = session
    self.testCase = testCase
    self.elsewhere = elsewhere
    self.tell = tell
  }

  /// Tells of each request whose values are known now and that has something to remove.
  ///
  /// `begun` is how many steps were begun, the one that is about to be sent among them.
  mutating func note(_ values: OperandValues, begun: Int) async {
    for number in testCase.cleanUp.indices where told[number] == nil {
      guard hasReason(number, begun: begun),
        values.hasOutputs(of: testCase.cleanUp[number].request),
        let request = request(number, values)
      else { continue }
      told[number] = request
      await tell(.needed(request))
    }
  }

  /// Sends every request that has something to remove.
  func run(_ values: OperandValues, begun: Int) async {
    for (number, step) in testCase.cleanUp.enumerated() where hasReason(number, begun: begun) {
      guard let request = told[number] ?? request(number, values) else {
        if mayHaveMade(step, values) {
          let lack = step.request.outputs.first { values.value(of: .output($0)) == nil }
          let reason = lack.map { "needs the output \($0.words), which no answer has" }
          await tell(
            .impossible(
              testCase.id,
              step: step.name,
              request: step.request.outline,
              reason: reason ?? "cannot be made"
            )
          )
        }
        continue
      }
      let reason = await reason(of: step, values)
      await tell(reason.map { .failed(request, reason: $0) } ?? .done(request))
    }
  }

  /// Why something may be left after a request was sent; `nil` where nothing is.
  private func reason(of step: Case.Step, _ values: OperandValues) async -> String? {
    func removes(_ status: Int) -> Bool { step.removes(by: status, in: session.suite.errors) }
    guard let uri = values.foreignTarget(of: step.request) else {
      return await session.send(step.request, values, changesState: true).reasonOfRemains(removes)
    }
    guard let origin = uri.origin, testCase.allows(origin) else {
      return "was not sent: it leads to another server, \(uri.origin ?? "which is none")"
    }
    switch await elsewhere.send(step.request, to: uri, origin, values, from: session) {
    case .exchanged(let exchange):
      return PacedTransport.Sent.exchanged(exchange).reasonOfRemains(removes)
    case .skipped(let reason), .failed(let reason, _), .interrupted(let reason):
      return PacedTransport.Sent.failed(reason: reason).reasonOfRemains(removes)
    }
  }

  /// Whether a clean-up step has a reason to be sent: it names no step, or one of them was begun.
  private func hasReason(_ number: Int, begun: Int) -> Bool {
    let cleanUp = testCase.workflow?.cleanUp ?? []
    let names = cleanUp.indices.contains(number) ? cleanUp[number].dependsOn : []
    let steps = testCase.steps.prefix(begun)
    return begun > 0 && (names.isEmpty || steps.contains { names.contains($0.name) })
  }

  /// Whether the steps whose outputs a request needs were answered, so that there may be something to
  /// remove.
  private func mayHaveMade(_ step: Case.Step, _ values: OperandValues) -> Bool {
    step.request.outputs.contains { output in
      guard values.exchanges.indices.contains(output.step) else { return false }
      switch values.exchanges[output.step].outcome {
      case .answered(let response): return response.status < 400
      // What was sent and not answered may have been done.
      case .failed(let failure, _): return failure.kind.mayHaveArrived
      }
    }
  }

  private func request(_ number: Int, _ values: OperandValues) -> CleanUpRequest? {
    let step = testCase.cleanUp[number]
    guard let request = try? session.builder.request(step.request, values, proof: nil) else {
      return nil
    }
    let general =
      session.builder.extraFields.map(\.name) + ["Host", "Content-Length", TraceParent.fieldName]
    let hidden = Set(general.map { $0.lowercased() })
    let credentials = step.request.fields.filter { $0.value == .credential }.map(\.name)
    return CleanUpRequest(
      suite: testCase.suite,
      testCase: testCase.id,
      number: number,
      step: step.name,
      method: request.method,
      target: request.target,
      fields: request.fields.filter { !hidden.contains($0.name.lowercased()) },
      body: request.body,
      caller: step.request.carriesCredential
        ? CleanUpRequest.Caller(role: step.request.role, fields: credentials) : nil
    )
  }
}

extension Case.Step {
  /// Whether an answer of this status to a clean-up says that nothing is left: that it was done, or
  /// that there is nothing to remove.
  fileprivate func removes(by status: Int, in errors: ErrorCatalogue) -> Bool {
    (200..<300).contains(status) || [404, 410].contains(status)
      || expectation.allows(status, in: errors)
  }
}

extension ExchangeFailure.Kind {
  /// Whether a request may have been done though it was not answered.
  var mayHaveArrived: Bool {
    switch self {
    case .nameNotResolved, .refused, .connectTimeout, .tls, .proxyRefused, .notSent, .otherServer:
      false
    case .responseTimeout, .reset, .closedBeforeHead, .closedInHead, .truncatedBody, .malformedHead,
      .malformedChunk, .headOverLimit, .bodyOverLimit, .network, .cancelled:
      true
    }
  }
}
