import Accord
import AccordJudging
import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes

/// Holds exchanges that were seen to a suite.
struct ExchangeJudge: Sendable {
  let suite: ContractSuite
  private let index: SuiteIndex
  private let reader: RequestReader
  private let flaws: SchemaFlaws
  private let promises: [Contract.ID: Set<Clause.ID>]
  private let judge: Judge
  /// The judge of answers from whose content codings were taken off.
  private let filtered: Judge
  /// The judge of answers whose content is not known.
  private let blind: Judge

  /// What is said of an exchange.
  enum Outcome {
    /// It is of a contract, and was judged.
    case judged(Report.Result)
    /// It is of none.
    case unmatched(UnmatchedReason)
  }

  init(_ suite: ContractSuite, rules: RuleSet, isStrict: Bool, limits: ValidationLimits) {
    self.suite = suite
    index = SuiteIndex(suite)
    reader = RequestReader(suite)
    flaws = SchemaFlaws(in: suite)
    promises = Dictionary(
      suite.contracts.map { ($0.id, Set($0.clauses(in: suite).map(\.id))) },
      uniquingKeysWith: { first, _ in first }
    )
    judge = Judge(rules: rules, isStrict: isStrict, limits: limits)
    filtered = Judge(
      rules: rules.without(["digest-is-of-content"]),
      isStrict: isStrict,
      limits: limits
    )
    let seeing: Set<String> = [
      "status-is-declared", "status-is-expected", "wrong-request-is-refused", "response-headers",
      "allow-lists-methods", "content-type-is-well-formed", "content-type-matches-format",
    ]
    blind = Judge(
      rules: rules.without(Set(rules.rules.map(\.id)).subtracting(seeing)),
      isStrict: isStrict,
      limits: limits
    )
  }

  /// What is said of an exchange whose request has this target below the server's address.
  func outcome(of seen: SeenExchange, target: String) -> Outcome {
    let request = MockRequest(
      seen.method,
      target,
      fields: seen.fields,
      body: seen.content.bytes
    )
    guard HTTPRequest.Method(seen.method) != nil else {
      return .unmatched(.methodIsNoToken)
    }
    switch reader.find(request) {
    case .route(let match):
      return .judged(result(of: seen, request, match))
    case .otherMethods(let allowed, let match):
      let methods = allowed.joined(separator: ", ")
      guard !seen.isPreflight, let refusal = match.route.otherMethods else {
        return .unmatched(
          seen.isPreflight ? .preflight(suite.id) : .otherMethods(methods, suite.id)
        )
      }
      let reading = reader.read(request, match, readsCredential: false)
      let expectation = refused(refusal, "has a method that is none of \(methods)", reading, seen)
      let seenCase = SeenCase(suite: suite, seen: seen, reading: reading)
      return .judged(judged(seenCase, expectation, []))
    case .nothing:
      return .unmatched(.noRoute)
    }
  }

  // MARK: Requests

  private func result(
    of seen: SeenExchange,
    _ request: MockRequest,
    _ match: RouteMatch
  ) -> Report.Result {
    var doubts: [String] = []
    var reading = reader.read(request, match, readsCredential: true)
    let credential =
      [match.contract.credential?.missing].compactMap(\.self)
      + match.contract.headers.filter(\.isCredential).compactMap(\.missing)
    let lacksCredential = reading.faults.contains { fault in
      fault.part == .credential
        || fault.part == .any && fault.refusal.map(credential.contains) ?? false
    }
    if lacksCredential, seen.isFiltered, !seen.showsCredential(of: suite) {
      // Who is refused for it had none, whatever was written down.
      if seen.status >= 400, seen.content.absence == nil {
        let refused = result(of: seen, reading, doubts)
        if case .conforms = refused.judgement.verdict { return refused }
      }
      reading = reader.read(request, match, readsCredential: false)
      doubts.append("No credential was recorded; whoever wrote the file may have taken it out.")
    }
    if let absence = seen.content.absence {
      reading.faults.removeAll { $0.part == .body || $0.part == .any }
      doubts.append(absence)
    }
    return result(of: seen, reading, doubts)
  }

  // MARK: Answers

  private func result(
    of seen: SeenExchange,
    _ reading: RequestReader.Reading,
    _ doubts: [String]
  ) -> Report.Result {
    let seenCase = SeenCase(suite: suite, seen: seen, reading: reading)
    let status = seen.status
    guard reading.faults.isEmpty else {
      let deserved = DeservedRefusal(reading.faults, of: reading.call.contract, in: suite.errors)
      let strict = refused(deserved.refusal, deserved.reason, reading, seen)
      let result = judged(seenCase, strict, doubts)
      // What a framework's convention finds first need not be what the server looks at first.
      guard !reading.isComplete, status >= 400, result.judgement.verdict == .violates else {
        return result
      }
      let loose = DeservedRefusal(
        anyOf: reading.call.contract,
        in: suite.errors,
        deserved.reason
      )
      return judged(
        seenCase,
        refused(loose.refusal, deserved.reason, reading, seen),
        doubts + ["Which of several things that are wrong goes first, the contract does not say."]
      )
    }
    if seen.isAnswerOfHTTP(reading.call.contract) {
      let expectation = right(reading, seenCase, status)
      let reason =
        "\(status) answers a conditional request or one for a part, of which the contract "
        + "does not speak."
      return Report.Result(
        seenCase.testCase(expectation, known: promises[reading.call.contract.id] ?? []),
        exchanges: [seenCase.exchange(seen.outcome)],
        judgement: Judgement(.notChecked(reason: reason), notChecked: [reason])
      )
    }
    return answered(seenCase, reading, status, doubts)
  }

  /// What is said of the answer to a request in which nothing is wrong.
  private func answered(
    _ seenCase: SeenCase,
    _ reading: RequestReader.Reading,
    _ status: Int,
    _ doubts: [String]
  ) -> Report.Result {
    let contract = reading.call.contract
    let isDeclared = contract.responses.contains { $0.statuses.contains(status) }
    guard status >= 400, !isDeclared,
      contract.otherAnswer(of: status, version: reading.call.version) == nil
    else { return judged(seenCase, right(reading, seenCase, status), doubts) }
    var admitted = AdmittedErrors(of: contract, in: suite.errors).refusal(with: status)
    if !doubts.isEmpty {
      // What is not known of the request may be what the server finds wrong.
      let any = contract.refusals.filter { refusal in
        refusal.statuses.map { $0.contains(status) }
          ?? refusal.names.contains { suite.errors[$0]?.statuses.contains(status) ?? true }
      }
      if let first = admitted ?? any.first {
        var union = first
        union.names = ((admitted?.names ?? []) + any.flatMap(\.names)).reduce(into: []) {
          if !$0.contains($1) { $0.append($1) }
        }
        if union.names.isEmpty { union.statuses = .anyOf([status]) } else { union.statuses = nil }
        admitted = union
      }
    }
    guard let admitted else { return judged(seenCase, right(reading, seenCase, status), doubts) }
    let reason =
      "Nothing is seen to be wrong with the request, and \(status) is an error that the contract has for "
      + "what only the server knows: whether it had reason is not known."
    return judged(seenCase, refused(admitted, "", reading, seenCase.seen), doubts + [reason])
  }

  /// The result of an exchange that is held to an expectation; where something is not known, it does not
  /// conform.
  private func judged(
    _ seenCase: SeenCase,
    _ expectation: Case.Expectation,
    _ doubts: [String]
  ) -> Report.Result {
    let seen = seenCase.seen
    let known = promises[seenCase.contract.id] ?? []
    let testCase = seenCase.testCase(expectation, known: known)
    var doubts = doubts
    var judge = seen.isFiltered ? filtered : self.judge
    var isBlind = false
    switch seen.answer {
    case .none(let reason):
      return Report.Result(testCase, judgement: Judgement(.skipped(reason: reason)))
    case .broken: break
    case .response(_, let content):
      guard let absence = content.absence else { break }
      doubts.append(absence)
      (judge, isBlind) = (blind, true)
      // An error in the status of success would be in the content.
      if case .refusal = expectation.outcome, seen.status < 300 {
        return Report.Result(
          testCase,
          exchanges: [seenCase.exchange(seen.outcome)],
          judgement: Judgement(.notChecked(reason: absence), notChecked: doubts)
        )
      }
    }
    let exchange = seenCase.exchange(seen.outcome)
    var judgement = flaws.applied(
      to: judge.judge(testCase, [exchange], in: index),
      of: testCase
    )
    switch judgement.verdict {
    case .conforms where !doubts.isEmpty:
      judgement.verdict = .notChecked(reason: doubts.joined(separator: " "))
      judgement.notChecked += doubts
    case .notChecked(let reason) where !doubts.isEmpty:
      judgement.verdict = .notChecked(reason: ([reason] + doubts).joined(separator: " "))
      judgement.notChecked += doubts
    case .failed where isBlind:
      judgement.verdict = .notChecked(reason: doubts.joined(separator: " "))
      judgement.notChecked += doubts
    case .conforms, .notChecked, .failed, .violates, .skipped, .notRun: break
    }
    return Report.Result(testCase, exchanges: [exchange], judgement: judgement)
  }
}
