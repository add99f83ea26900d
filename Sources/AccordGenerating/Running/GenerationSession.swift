import Accord
package import AccordModel
package import AccordReporting

/// What is generated beside a run, from the failures that were kept to those that are shrunk.
package struct GenerationSession: Sendable {
  /// The most failures that are shrunk, one for each cause.
  static let mostShrunk = 20

  private var generations: [Generation]
  private let seed: UInt64

  /// Prepares the suites of a run.
  package init(
    of suites: [ContractSuite],
    seed: UInt64,
    where isMeant: (Contract, ContractSuite) -> Bool
  ) {
    self.seed = seed
    generations = suites.map { suite in
      Generation(of: suite, seed: seed) { isMeant($0, suite) }
    }
  }

  /// The contracts of which nothing is generated, a sentence each.
  package var leftOut: [String] { generations.flatMap(\.leftOut) }

  /// So many cases more of each contract, by suites.
  package mutating func cases(_ count: Int) -> [[Case]] {
    generations.indices.map { generations[$0].cases(count) }
  }

  /// The case of a token.
  package mutating func testCase(of token: ReplayToken) throws(ReplayProblem) -> Case {
    guard
      let index = generations.firstIndex(where: { $0.builder.suite.id == token.call.suite })
    else {
      throw .unknownSuite(token.call.suite, known: generations.map(\.builder.suite.id))
    }
    return try generations[index].testCase(of: token)
  }

  /// A result with what is wrong with its statuses, if it is of a generated case.
  package func marking(_ result: RunRecord.Case, of suite: ContractSuite.ID) -> RunRecord.Case {
    guard result.origin == .generated,
      let generation = generations.first(where: { $0.builder.suite.id == suite })
    else { return result }
    return ServerErrors.marking(
      result,
      of: generation.testCases[result.id],
      in: generation.builder.suite
    )
  }

  /// A run with what is wrong with the statuses of its generated cases.
  package func marking(_ record: RunRecord) -> RunRecord {
    var record = record
    for place in record.suites.indices {
      let suite = record.suites[place].id
      record.suites[place].cases = record.suites[place].cases.map { marking($0, of: suite) }
    }
    return record
  }

  // MARK: - Kept failures

  /// What came of the failures that were kept.
  package struct Kept: Sendable {
    /// The results, by suites; nil where nothing was sent.
    package var record: RunRecord?
    /// What is said of those that fail no more, or that cannot be sent any more.
    package var remarks: [String] = []
    /// Those that still count: they fail, or nothing can be said of them now.
    package var remaining: [FailureFile.Entry] = []

    /// Nothing was kept.
    package init() {}
  }

  /// Sends the failures of earlier runs again.
  package mutating func retry(
    _ entries: [FailureFile.Entry],
    by run: GeneratedRun
  ) async throws -> Kept {
    var kept = Kept()
    var sent: [(entry: FailureFile.Entry, id: CaseID)] = []
    var cases = generations.map { _ in [Case]() }
    for entry in entries {
      // Of a suite that is not verified now nothing can be said.
      guard
        let index = generations.firstIndex(where: { $0.builder.suite.id == entry.token.call.suite }
        ),
        generations[index].builder.calls(of: entry.token.call.contract) != nil
          || generations[index].builder.suite.contract(entry.token.call.contract) == nil
      else {
        kept.remaining.append(entry)
        continue
      }
      do throws(ReplayProblem) {
        let testCase = try generations[index].testCase(of: entry.token)
        cases[index].append(testCase)
        sent.append((entry, testCase.id))
      } catch {
        kept.remarks.append("A failure that was kept is removed: \(error).")
      }
    }
    guard !sent.isEmpty else { return kept }
    let record = try await run.record(cases)
    kept.record = record
    let results = Dictionary(record.suites.flatMap(\.cases).map { ($0.id, $0) }) { first, _ in first
    }
    for (entry, id) in sent {
      let result = results[id]
      if result?.verdict == .conforms {
        kept.remarks.append(
          "\(id) fails no more, and is not kept any longer. It was: \(entry.cause)."
        )
      } else {
        kept.remaining.append(entry)
      }
    }
    return kept
  }

  // MARK: - Failures

  /// The generated cases of a run that fail, one for each cause, shrunk; with the results of the smallest.
  package func failures(
    in record: RunRecord,
    by run: GeneratedRun,
    kept: [FailureFile.Entry] = []
  ) async throws -> (failures: [GeneratedFailure], smallest: RunRecord?, remarks: [String]) {
    var failures: [GeneratedFailure] = []
    var remarks: [String] = []
    var smallest: RunRecord?
    let known = Set(kept.map(\.token.call))
    for suite in record.suites {
      guard let index = generations.firstIndex(where: { $0.builder.suite.id == suite.id }) else {
        continue
      }
      let generation = generations[index]
      for (cause, call) in causes(in: suite, record, generation) {
        guard !run.isInterrupted else {
          remarks.append("The run ended before every generated failure was shrunk.")
          return (failures, smallest, remarks)
        }
        guard failures.count < Self.mostShrunk else {
          remarks.append(
            "More than \(Self.mostShrunk) causes fail generated cases; the others are not shrunk."
          )
          return (failures, smallest, remarks)
        }
        let outcome =
          known.contains(call)
          ? Shrinker.Outcome(call: call, attempts: 0, isSmallest: true)
          : try await shrink(call, cause, index, generation, run)
        guard let token = ReplayToken(outcome.call),
          let testCase = try? generation.builder.testCase(outcome.call)
        else { continue }
        var lists = generations.map { _ in [Case]() }
        lists[index] = [testCase]
        let last = try await run.record(lists)
        let result = last.suites.first?.cases.first
        smallest = smallest.map { $0.adding(last) } ?? last
        var calls: [String]?
        if case .sequence(_, let names) = outcome.call.kind { calls = names }
        failures.append(
          GeneratedFailure(
            contract: "\(suite.id)/\(call.contract)",
            cause: result.flatMap { FailureCause($0, in: last) }?.words ?? cause.words,
            token: token,
            attempts: outcome.attempts,
            isKept: known.contains(call),
            isSmallest: outcome.isSmallest,
            script: result?.script ?? result?.exchanges.first?.curl ?? "",
            source: generation.builder.source(of: outcome.call),
            calls: calls
          )
        )
      }
    }
    return (failures, smallest, remarks)
  }

  /// The causes in their order, each with the simplest call that fails for it.
  private func causes(
    in suite: RunRecord.Suite,
    _ record: RunRecord,
    _ generation: Generation
  ) -> [(cause: FailureCause, call: GeneratedCall)] {
    struct Key: Hashable {
      var contract: Contract.ID
      var cause: FailureCause
    }
    var list: [(cause: FailureCause, call: GeneratedCall)] = []
    var places: [Key: Int] = [:]
    for result in suite.cases where result.origin == .generated {
      guard let call = generation.calls[result.id], let cause = FailureCause(result, in: record)
      else { continue }
      let key = Key(contract: call.contract, cause: cause)
      guard let place = places[key] else {
        places[key] = list.count
        list.append((cause, call))
        continue
      }
      let contract = generation.builder.calls(of: call.contract)
      if Simplicity(of: call, contract) < Simplicity(of: list[place].call, contract) {
        list[place].call = call
      }
    }
    return list
  }

  private func shrink(
    _ call: GeneratedCall,
    _ cause: FailureCause,
    _ index: Int,
    _ generation: Generation,
    _ run: GeneratedRun
  ) async throws -> Shrinker.Outcome {
    let count = generations.count
    let shrinker = Shrinker(builder: generation.builder) { cases in
      var lists = [[Case]](repeating: [], count: count)
      lists[index] = cases
      let record = try await run.record(lists)
      let results = Dictionary(
        (record.suites.first?.cases ?? []).map { ($0.id, $0) }
      ) { first, _ in first }
      return cases.map { testCase in
        results[testCase.id].flatMap { FailureCause($0, in: record) } == cause
      }
    }
    return try await shrinker.shrunk(call)
  }
}

extension RunRecord {
  /// The run with the cases and warnings of another of the same suites; a case that is there already stays as
  /// it is.
  package func adding(_ other: RunRecord) -> RunRecord { adding([other]) }

  /// The run with the cases of others that it does not have yet; what it has is looked through once.
  package func adding(_ others: [RunRecord]) -> RunRecord {
    var result = self
    var known = suites.map { Set($0.cases.map(\.id)) }
    var said = Set(settings.warnings)
    for other in others {
      for suite in other.suites {
        guard let place = result.suites.firstIndex(where: { $0.id == suite.id }) else {
          result.suites.append(suite)
          known.append(Set(suite.cases.map(\.id)))
          continue
        }
        result.suites[place].cases += suite.cases.filter { known[place].insert($0.id).inserted }
      }
      result.settings.warnings += other.settings.warnings.filter { said.insert($0).inserted }
      result.interruption = result.interruption ?? other.interruption
    }
    return result
  }
}
