import AccordModel

/// Sees to it that a credential which was taken stays so: a token may expire while a suite runs.
///
/// Everything after that would be refused for that one reason. An answer that looks so is checked by
/// a request that changes nothing and had succeeded with the credential.
actor CredentialWatch {
  /// How many answers to requests with the credential lie between one look and the next, at least: a
  /// server that refuses right requests for another reason is not asked for each of them.
  static let distance = 10

  private let session: Session
  private let reading: AnswerReading
  private var proof: (request: Request, call: CredentialCheck.Call)?
  private var sinceLook = CredentialWatch.distance
  private var looking: Task<String?, Never>?

  /// Why nothing more of the suite is judged, if nothing is.
  private(set) var reason: String?

  init(session: Session, reading: AnswerReading) {
    self.session = session
    self.reading = reading
  }

  /// Learns of a request that succeeded with the credential, and may be sent again.
  func note(success request: Request, of call: CredentialCheck.Call) {
    if proof == nil { proof = (request, call) }
  }

  /// Learns how a step's request with the credential was answered; tells why its case is not judged,
  /// if the credential is no longer taken.
  func note(_ exchange: Exchange, to step: Case.Step, of testCase: Case) async -> String? {
    guard session.tokens != nil, step.request.carriesCredential, let response = exchange.response
    else { return nil }
    sinceLook += 1
    guard mayBeRefused(response, step) else {
      noteProof(exchange.request, response, step, testCase)
      return nil
    }
    if let looking, let found = await looking.value { return found }
    guard reason == nil, sinceLook > Self.distance, let proof else { return reason }
    sinceLook = 0
    let look = Task {
      await isRefused(proof.request, proof.call, as: response)
        ? words(for: response, of: testCase, proof.call) : nil
    }
    looking = look
    let found = await look.value
    reason = reason ?? found
    looking = nil
    return reason
  }

  /// Keeps the first request of a case that succeeded and may be sent again.
  private func noteProof(
    _ request: Request,
    _ response: Response,
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
        isPromised: { rule.statuses.contains($0) }
      )
    )
  }

  /// Whether an answer may be that of a credential which is no longer taken.
  private func mayBeRefused(_ response: Response, _ step: Case.Step) -> Bool {
    guard !step.expectation.lists(response.status, in: session.suite.errors) else { return false }
    if reading.credentialRefusal(response) != nil { return true }
    guard case .success(let rule) = step.expectation.outcome,
      !rule.statuses.contains(response.status)
    else { return false }
    return response.status == 401 || response.status == 403
      || (300..<400).contains(response.status)
  }

  /// Whether the request that had succeeded is refused now.
  private func isRefused(
    _ request: Request,
    _ call: CredentialCheck.Call,
    as answer: Response
  ) async -> Bool {
    guard let credential = session.suite.credential,
      case .secret(let token)? = await session.tokens?.token()
    else { return false }
    let again = request.carrying(
      credential.value(with: token),
      in: call.template.credentialFields
    )
    guard case .exchanged(let exchange) = await session.transport.send({ .request(again) }),
      let response = exchange.response
    else { return false }
    if reading.credentialRefusal(response) != nil { return true }
    return response.status == answer.status && !call.isPromised(response.status)
  }

  private func words(
    for response: Response,
    of testCase: Case,
    _ call: CredentialCheck.Call
  ) -> String {
    let origin = session.tokens?.origin
    return """
      The credential was taken at first and is refused since \(testCase.id): a request with \
      \(origin?.name ?? "it") was answered with \(response.statusInWords), and \(call.name), which had \
      succeeded before, is refused now too. Nothing of the suite \(session.suite.id) from there on \
      is judged; \(origin?.lasting ?? "give one that lasts").
      """
  }
}
