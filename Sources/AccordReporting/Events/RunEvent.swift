package import AccordModel
import AccordSchema

/// One line of the stream that is written while a run goes on.
package enum RunEvent: Sendable, Hashable {
  /// A case is done.
  case finished(RunRecord.Case, suite: ContractSuite.ID)
  /// Something may have been made that a request is to remove; `accord clean` sends it if the run
  /// never does.
  case cleanUpNeeded(CleanUpRequest)
  /// Nothing is left of what a request was to remove.
  case cleanUpDone(CleanUpRequest)
  /// The run ended.
  case ended(RunEnd)

  /// The version of the shape of the events; it grows when a member changes its meaning or goes.
  package static let schemaVersion = 4

  /// A suite as it is planned.
  package struct PlannedSuite: Sendable, Hashable {
    /// The suite; its cases, where they do not come from a plan.
    package let suite: RunRecord.Suite

    /// The plan from which the cases come, each of which may be made when it is asked for.
    private let plan: Plan?

    /// The plan of a suite that is held against a subject.
    package init(_ plan: Plan, subject: String) {
      self.plan = plan
      suite = RunRecord.Suite(
        Report.SuiteResult(
          suite: plan.suite,
          subject: subject,
          results: [],
          notProvoked: plan.notProvoked,
          contracts: plan.contracts
        )
      )
    }

    /// A suite as it was planned, its cases as they came out.
    package init(_ suite: RunRecord.Suite) {
      self.suite = suite
      plan = nil
    }

    /// Passes on what is said of each case.
    func forEachCase(_ pass: (JSON) -> Void) {
      if let plan {
        for testCase in plan.cases {
          let planned = testCase.made
          pass(
            Self.json(
              planned.id,
              planned.contract,
              planned.origin,
              planned.title,
              planned.clauses
            )
          )
        }
      } else {
        for planned in suite.cases {
          pass(
            Self.json(
              planned.id,
              planned.contract,
              planned.origin,
              planned.title,
              planned.clauses
            )
          )
        }
      }
    }

    private static func json(
      _ id: CaseID,
      _ contract: Contract.ID,
      _ origin: Case.Origin,
      _ title: String,
      _ clauses: [Clause.ID]
    ) -> JSON {
      [
        "id": .string(id.description),
        "contract": .string(contract),
        "origin": .string(origin.rawValue),
        "title": .string(title),
        "clauses": .texts(clauses),
      ]
    }

    /// What is said of a case that never finished.
    package static let reason = "The run ended before its turn."
  }
}

/// What is known when a run begins, apart from its plan.
package struct RunBeginning: Sendable, Hashable {
  /// The seed of everything that is made up.
  package var seed: UInt64
  /// Whether broken assumptions fail the run.
  package var isStrict: Bool
  /// When it began; `nil` where that says nothing.
  package var began: Moment?
  /// The version of Accord.
  package var version: String
  /// Which part of a plan it is, if the plan was divided.
  package var part: RunRecord.Part?

  /// The beginning of a run.
  package init(
    seed: UInt64,
    isStrict: Bool,
    began: Moment?,
    version: String = AccordVersion.current,
    part: RunRecord.Part? = nil
  ) {
    self.part = part
    self.seed = seed
    self.isStrict = isStrict
    self.began = began
    self.version = version
  }
}

/// What is known when a run has ended, apart from its cases.
package struct RunEnd: Sendable, Hashable {
  /// What came of it, as one sentence.
  package var headline: String
  /// The exit status.
  package var exitStatus: Int32
  /// Why it ended early, if it did.
  package var interruption: String?
  /// The settings, with the warnings about the run.
  package var settings: Report.Settings
  /// What is to be said of the entries of the baseline.
  package var baseline: [Baseline.Finding]
  /// The counts.
  package var summary: Summary
  /// How much of what each suite promises was put to the test, in the order of the suites.
  package var coverage: [Coverage.Figure]

  /// The end of a run.
  package init(_ run: RunRecord) {
    headline = run.headline
    exitStatus = run.exitStatus
    interruption = run.interruption
    settings = run.settings
    baseline = run.baseline
    summary = run.summary
    coverage = run.suites.map(\.coverage)
  }
}
