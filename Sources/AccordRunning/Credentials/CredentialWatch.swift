import AccordModel
import Synchronization

/// Sees to it that a credential which was taken stays so: a token may expire while a suite runs.
///
/// Everything after that would be refused for that one reason. An answer that looks so is checked by
/// a request that changes nothing and had succeeded with the credential; until then its case waits.
actor CredentialWatch {
  /// How many answers to requests with the credential lie between one look and the next, at least: a
  /// server that refuses right requests for another reason is not asked for each of them.
  static let distance = 10

  private typealias Proof = (request: Exchange.Request, call: CredentialCheck.Call)

  private let session: Session
  private let reading: AnswerReading
  private var proof: Proof?
  private var sinceLook = CredentialWatch.distance
  private var looking: Task<String?, Never>?

  private var held: [(index: Int, run: CaseRun, doubt: Doubt)] = []
  private var settled: [(index: Int, run: CaseRun)] = []

  /// What is asked of every case, without waiting for the watch.
  private nonisolated let refusal = Mutex<String?>(nil)
  private nonisolated let mayHaveReleased = Atomic(false)

  /// Why nothing more of the suite is judged, if nothing is.
  nonisolated var reason: String? { refusal.withLock(\.self) }

  init(session: Session, reading: AnswerReading) {
    self.session = session
    self.reading = reading
  }

  /// Learns of a request that succeeded with the credential, and may be sent again.
  func note(success request: Exchange.Request, of call: CredentialCheck.Call) {
    if proof == nil { proof = (request, call) }
  }

  /// What an answer says of the credential.
  enum Sight: Sendable, Hashable {
    /// Nothing that would keep its case from being judged.
    case clear
    /// It may be refused; nobody has looked since.
    case doubtful(Doubt)
    /// It is refused: why the case is not judged.
    case refused(reason: String)
  }

  /// An answer that may be that of a credential which is no longer taken.
  struct Doubt: Sendable, Hashable {
    /// The status in words.
    var answer: String
    /// The case that got it.
    var testCase: CaseID
  }

  /// Learns how a step's request with the credential was answered.
  nonisolated func note(
    _ exchange: Exchange,
    to step: Case.Step,
    of testCase: Case
  ) async -> Sight {
    guard step.request.carriesCredential, session.tokens.source(for: step.request) != nil,
      let response = exchange.response
    else { return .clear }
    return await note(response, in: exchange, to: step, of: testCase)
  }

  private func note(
    _ response: Exchange.Response,
    in exchange: Exchange,
    to step: Case.Step,
    of testCase: Case
  ) async -> Sight {
    sinceLook += 1
    guard mayBeRefused(response, step) else {
      noteProof(exchange.request, response, step, testCase)
      return .clear
    }
    if let looking, let found = await looking.value { return .refused(reason: found) }
    guard reason == nil, let proof else { return sight }
    let doubt = Doubt(answer: response.statusInWords, testCase: testCase.id)
    guard sinceLook > Self.distance else { return .doubtful(doubt) }
    await look(by: proof, since: held.first?.doubt ?? doubt)
    return sight
  }

  /// Keeps the result of a case with a doubtful answer until somebody has looked.
  func hold(_ index: Int, _ run: CaseRun, _ doubt: Doubt) {
    held.append((index, run, doubt))
    if reason != nil { mayHaveReleased.store(true, ordering: .releasing) }
  }

  /// The results that no longer wait: as they are, or failed if the credential is refused.
  nonisolated func released() async -> [(index: Int, run: CaseRun)] {
    guard mayHaveReleased.load(ordering: .acquiring) else { return [] }
    return await takeReleased()
  }

  private func takeReleased() -> [(index: Int, run: CaseRun)] {
    defer {
      mayHaveReleased.store(false, ordering: .releasing)
      settled = []
      if reason != nil { held = [] }
    }
    guard let reason else { return settled }
    return settled + held.map { ($0.index, .failed(reason: reason)) }
  }

  /// Settles the results that still wait: by a last look, if there may be one.
  func finish(mayLook: Bool) async {
    guard let first = held.first, reason == nil else { return }
    guard mayLook, let proof else { return settle(held.count) }
    await look(by: proof, since: first.doubt)
  }

  private var sight: Sight { reason.map { .refused(reason: $0) } ?? .clear }

  /// Sends what had succeeded again, and settles what waited for it.
  private func look(by proof: Proof, since doubt: Doubt) async {
    sinceLook = 0
    let waiting = held.count
    let look = Task { () -> String? in
      let found = await isRefused(proof.request, proof.call) ? words(doubt, proof.call) : nil
      // Before anybody who waits for it goes on, and may look again.
      end(found, waiting)
      return found
    }
    looking = look
    _ = await look.value
  }

  /// Notes what a look found; what came meanwhile waits for the next.
  private func end(_ found: String?, _ waiting: Int) {
    if let found {
      refusal.withLock { $0 = $0 ?? found }
      mayHaveReleased.store(true, ordering: .releasing)
    }
    looking = nil
    if reason == nil { settle(waiting) }
  }

  private func settle(_ count: Int) {
    settled += held.prefix(count).map { ($0.index, $0.run) }
    held.removeFirst(count)
    mayHaveReleased.store(true, ordering: .releasing)
  }

  /// Keeps the first request of a case that succeeded and may be sent again.
  private func noteProof(
    _ request: Exchange.Request,
    _ response: Exchange.Response,
    _ step: Case.Step,
    _ testCase: Case
  ) {
    guard proof == nil, case .success(let rule) = step.expectation.outcome,
      rule.statuses.contains(response.status), reading.isSuccess(response),
      session.suite.mayRepeat(step, of: testCase)
    else { return }
    proof = (
      request,
      CredentialCheck.Call(
        name: testCase.id.description,
        template: step.request,
        mayRepeat: true,
        isPromised: { rule.statuses.contains($0) },
        hasContent: rule.hasContent
      )
    )
  }

  /// Whether an answer may be that of a credential which is no longer taken.
  private func mayBeRefused(_ response: Exchange.Response, _ step: Case.Step) -> Bool {
    guard !step.expectation.lists(response.status, in: session.suite.errors) else { return false }
    if reading.credentialRefusal(response) != nil { return true }
    if case .success(let rule) = step.expectation.outcome, rule.statuses.contains(response.status) {
      return false
    }
    return response.status == 401 || response.turnsAway
  }

  /// Whether the request that had succeeded is refused now.
  private func isRefused(
    _ request: Exchange.Request,
    _ call: CredentialCheck.Call
  ) async -> Bool {
    guard
      case .proof(let proof)? = await session.tokens.source(for: call.template)?
        .token(for: request)
    else { return false }
    let again = request.carrying(
      proof,
      of: proof.credential,
      in: call.template.credentialFields
    )
    guard case .exchanged(let exchange) = await session.transport.send({ .request(again) }),
      let response = exchange.response
    else { return false }
    if reading.credentialRefusal(response) != nil { return true }
    return !call.isPromised(response.status) && (response.status == 401 || response.turnsAway)
  }

  private func words(_ doubt: Doubt, _ call: CredentialCheck.Call) -> String {
    let origin = session.tokens.source(for: call.template)?.issuer.origin
    return """
      The credential was taken at first and is refused since \(doubt.testCase): a request with \
      \(origin?.name ?? "it") was answered with \(doubt.answer), and \(call.name), which had \
      succeeded before, is refused now too. Nothing of the suite \(session.suite.id) from there on \
      is judged; \(origin?.lasting ?? "give one that lasts").
      """
  }
}
