import AccordModel
import HTTPTypes

/// Whether a server takes the credential of a suite, as one right request with it shows.
///
/// Where it does not, everything is refused for that one reason: a request that has to be refused
/// would seem to conform, and a right one would seem to be answered wrongly.
struct CredentialCheck: Sendable {
  let session: Session
  let reading: AnswerReading
  let watch: CredentialWatch
  /// A request of a contract that it refuses, if a case begins with one.
  private let wrong: Case.Step?

  init(session: Session, reading: AnswerReading, cases: [Case]) {
    self.session = session
    self.reading = reading
    let neighbours = Set(session.suite.neighbours.map(\.contract.id))
    wrong = cases.lazy.filter { !$0.isDrafted }.compactMap(\.steps.first).first { step in
      guard case .refusal = step.expectation.outcome else { return false }
      return step.request.givens.isEmpty && !neighbours.contains(step.contract)
        && !Self.absences.contains { step.expectation.allows($0, in: session.suite.errors) }
    }
    watch = CredentialWatch(session: session, reading: reading)
  }

  /// What was seen.
  enum Look: Sendable, Hashable {
    /// No right request with the credential was answered.
    case none
    /// One was, and not with the refusal of the credential.
    case taken
    /// One got an answer that says nothing but that: the reason why the suite ends.
    case refused(reason: String)
  }

  /// A right request with the credential, and what is known of it.
  struct Call: Sendable {
    /// What it is named in messages.
    var name: String
    var template: RequestTemplate
    /// Whether it may be sent again, because it changes nothing.
    var mayRepeat: Bool
    /// Whether a status is one that the request deserves.
    var isPromised: @Sendable (Int) -> Bool
    /// Whether a success has content in one of the suite's formats.
    var hasContent: Bool
    /// Whether no contract promises its operation: that of a look-up, and that of a neighbour.
    var mayBeAbsent = false
  }

  /// What the answer to a right request with the credential shows.
  ///
  /// An answer that is neither a success nor certainly that of a missing credential is held beside
  /// the answers that the same request gets with a made-up token and without one, where it may be
  /// sent again.
  func look(at exchange: Exchange, of call: Call) async -> Look {
    guard let tokens = session.tokens.source(for: call.template),
      let response = exchange.response
    else { return .none }
    let origin = tokens.issuer.origin
    let beginning = "\(call.name), a right request with \(origin.name), was answered with"
    let end = "Nothing of the suite \(session.suite.id) is judged; \(origin.advice)."
    if let words = reading.credentialRefusal(response) {
      return .refused(
        reason: """
          The server does not take the credential: \(beginning) \(words), which is what a request \
          without a credential gets. \(end)
          """
      )
    }
    // A page in the place of the API's content is held beside others, whatever its status.
    let isPage = AnswerLikeness(session.suite, reading).isPage(response) && call.hasContent
    let isPromised = call.isPromised(response.status)
    guard !isPromised || isPage else {
      if call.mayRepeat, reading.isSuccess(response) {
        await watch.note(success: exchange.request, of: call)
      }
      return .taken
    }
    guard call.mayRepeat else { return .taken }
    let proxy = session.proxy.map { " \($0)" } ?? ""
    let comparison = CredentialComparison(session: session, reading: reading)
    let answer =
      isPromised
      ? "\(response.statusInWords) and content that says it is \(response.kind ?? "nothing")"
      : response.statusInWords
    switch await comparison.finding(of: exchange, call.template) {
    case .tells: return .taken
    case .asMadeUp(let without):
      return .refused(
        reason: """
          The server does not take the credential: \(beginning) \(answer), and so is \
          the same request with a made-up token; without one it is answered with \
          \(without.statusInWords). \(end)
          """
      )
    case .turnedAway(let other):
      return .refused(
        reason: """
          The server knows the credential and does not allow it: \(beginning) \(answer), and the \
          same request with a made-up token with \(other.statusInWords), which is what a request \
          with a wrong credential gets. Nothing of the suite \(session.suite.id) is judged; \
          \(origin.allowance).
          """
      )
    // An operation that is not there shows nothing of the credential, unless none is.
    case .always where call.mayBeAbsent && Self.absences.contains(response.status):
      guard await isAnsweredAlike(response) else { return .none }
      fallthrough
    case .always:
      return .refused(
        reason: """
          The server does not look at the credential: \(beginning) \(answer), and so \
          is the same request with a made-up token and without one. Every request may be answered \
          so: is \(session.builder.address) the right address?\(proxy) \(end)
          """
      )
    }
  }

  /// The statuses of an operation that is not there (RFC 9110 sections 15.5.5, 15.5.6 and 15.6.2).
  private static let absences = [404, 405, 501]

  /// Whether a wrong request of a contract, which must not be answered so, is answered in the same way.
  private func isAnsweredAlike(_ response: Exchange.Response) async -> Bool {
    guard let wrong,
      case .exchanged(let exchange) = await session.send(
        wrong.request,
        OperandValues(token: "credential")
      ),
      let other = exchange.response
    else { return false }
    return AnswerLikeness(session.suite, reading).isLike(response, other)
  }

  /// The place of the first case, in the order of running, whose first request is a right one with
  /// the credential; `canServe` says whether its live data are there.
  func witness(among cases: [Case], _ order: [Int], _ canServe: (Case) -> Bool) -> Int? {
    guard session.tokens[nil] != nil else { return nil }
    return order.first { index in
      guard cases[index].carriesCredential, let step = cases[index].steps.first,
        case .success = step.expectation.outcome
      else { return false }
      return step.request.carriesCredential && canServe(cases[index])
    }
  }

  /// The right request with which a case begins.
  func call(of testCase: Case) -> Call? {
    guard let step = testCase.steps.first, case .success(let rule) = step.expectation.outcome,
      step.request.carriesCredential
    else { return nil }
    return Call(
      name: testCase.id.description,
      template: step.request,
      mayRepeat: session.suite.mayRepeat(step, of: testCase),
      isPromised: { rule.statuses.contains($0) },
      hasContent: rule.hasContent,
      mayBeAbsent: session.suite.neighbours.contains { $0.contract.id == step.contract }
    )
  }
}

extension CredentialCheck.Call {
  /// The call of a look-up.
  init(_ discovery: Given.Discovery) {
    self.init(
      name: discovery.name,
      template: discovery.request,
      mayRepeat: discovery.effect == .readOnly,
      isPromised: { (200..<300).contains($0) },
      hasContent: true,
      mayBeAbsent: true
    )
  }
}

extension ResponseRule {
  /// Whether it promises content in one of the suite's formats.
  var hasContent: Bool {
    switch content {
    case .payload, .rows: true
    case .octets, .empty, .unspecified: false
    }
  }
}

extension Case {
  /// The role that calls in its first request with a credential; `nil` is the suite's usual caller.
  var role: String? { callers.first ?? nil }

  /// Whether one of its requests carries the suite's credential.
  var carriesCredential: Bool { !callers.isEmpty }
}

extension ContractSuite {
  /// Whether a step's request may be sent once more: by its contract it changes nothing, or, where
  /// that says nothing, neither by the plan nor by its method (RFC 9110 section 9.2.1).
  func mayRepeat(_ step: Case.Step, of testCase: Case) -> Bool {
    guard testCase.access == .reads else { return false }
    switch contract(step.contract)?.effect {
    case .readOnly?: return true
    case .changesState?: return false
    case nil: return step.request.method == .get || step.request.method == .head
    }
  }
}
