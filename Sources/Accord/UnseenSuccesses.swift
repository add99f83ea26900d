package import AccordModel
package import AccordReporting

/// The contracts of which a run saw no success, because right requests were answered with errors that are
/// admitted in its place.
struct UnseenSuccesses {
  /// A case as far as it matters here.
  struct Seen {
    var contract: Contract.ID
    var verdict: Verdict
    /// What was put to the test; of many cases it is asked for where it matters.
    var exercised: () -> [Promise.ID]
  }

  /// What was seen of a contract.
  private struct Evidence {
    var hasSuccess = false
    var errors: Set<Int> = []
  }

  private let suite: ContractSuite
  private let seen: [Contract.ID: Evidence]

  /// Looks at the cases of a suite.
  init(in suite: ContractSuite, of cases: some Sequence<Seen>) {
    self.suite = suite
    let promised = Dictionary(
      suite.contracts.map { ($0.id, Set($0.responses.map(\.clause.id))) }
    ) { first, _ in first }
    var seen: [Contract.ID: Evidence] = [:]
    for result in cases where seen[result.contract]?.hasSuccess != true {
      let exercised = result.exercised()
      var evidence = seen[result.contract] ?? Evidence()
      evidence.hasSuccess = !(promised[result.contract] ?? []).isDisjoint(with: exercised)
      if result.isNotChecked { evidence.errors.formUnion(exercised.compactMap(Self.error)) }
      seen[result.contract] = evidence
    }
    self.seen = seen
  }

  /// Each of them as a sentence, in the order of the suite.
  var sentences: [String] { suite.contracts.compactMap(sentence) }

  private func sentence(of contract: Contract) -> String? {
    guard let evidence = seen[contract.id], !evidence.hasSuccess, !evidence.errors.isEmpty else {
      return nil
    }
    let words = evidence.errors.sorted().map(String.init).joined(separator: ", ")
    let guesses = contract.parameters.compactMap { parameter -> String? in
      guard case .given(let id, _)? = parameter.example, suite.given(id)?.guess != nil else {
        return nil
      }
      return "--given \(suite.id).\(id)=VALUE"
    }
    let advice =
      guesses.isEmpty ? "" : " Give what the server has: \(guesses.joined(separator: " "))."
    return """
      \(suite.id)/\(contract.id) was not put to the test: right requests got \(words) alone, which is \
      admitted, and no success was seen.\(advice)
      """
  }

  /// The status of an error, of the promise that it is one of the contract's.
  private static func error(_ promise: Promise.ID) -> Int? {
    guard promise.hasPrefix("status/"), let status = Int(promise.dropFirst("status/".count)),
      status >= 400
    else { return nil }
    return status
  }
}

extension UnseenSuccesses.Seen {
  /// A case of a report.
  init(_ result: Report.Result) {
    self.init(
      contract: result.testCase.contract,
      verdict: result.judgement.verdict,
      exercised: { result.judgement.exercised }
    )
  }

  /// A case of a record.
  init(_ result: RunRecord.Case) {
    self.init(
      contract: result.contract,
      verdict: result.verdict,
      exercised: { result.exercised }
    )
  }

  fileprivate var isNotChecked: Bool {
    if case .notChecked = verdict { true } else { false }
  }
}

extension RunRecord {
  /// The contracts of suites of which the run saw no success, because right requests were answered with
  /// errors that are admitted, each as a sentence.
  package func unseenSuccesses(in known: [ContractSuite]) -> [String] {
    suites.flatMap { seen in
      known.first { $0.id == seen.id }.map { suite in
        UnseenSuccesses(in: suite, of: seen.cases.lazy.map(UnseenSuccesses.Seen.init)).sentences
      } ?? []
    }
  }
}
