import AccordModel

@testable import AccordReporting

/// Runs of one endpoint whose exchanges took so long.
enum Timed {
  /// A suite with a case for each verdict and time, in microseconds.
  static func suite(_ cases: [(verdict: Verdict, time: Int64)]) -> RunRecord.Suite {
    RunRecord.Suite(
      id: "pets",
      name: "Pets",
      subject: "a server",
      contracts: [RunRecord.Endpoint(id: "pets.get", summary: "Returns a pet.")],
      cases: cases.enumerated().map { index, one in
        RunRecord.Case(
          id: CaseID("pets/pets.get/\(index)"),
          contract: "pets.get",
          origin: .example,
          title: "Reads.",
          clauses: [],
          verdict: one.verdict,
          exchanges: [
            RunRecord.Exchange(
              Exchange(
                request: Runs.request,
                outcome: .answered(Runs.response),
                timing: Exchange.Timing(total: one.time * 1_000)
              ),
              step: nil,
              expanding: []
            )
          ]
        )
      },
      notProvoked: []
    )
  }
}
