package import AccordModel

/// What an API does, for people, written from its contracts and their cases.
///
/// The same contracts give the same bytes, so that the document can be committed and compared.
package struct LivingDocument: Sendable {
  /// Creates the writer.
  package init() {}

  /// The document of one suite; with a run, every promise carries what the run showed of it.
  package func markdown(
    for suite: ContractSuite,
    plan: Plan,
    run: RunRecord.Suite? = nil
  ) -> String {
    let coverage = run.map { Coverage(of: suite, in: $0) }
    let pages = suite.contracts.map {
      EndpointPage(contract: $0, suite: suite, plan: plan, coverage: coverage)
    }
    let page = SuitePage(suite: suite, plan: plan).markdown
    let figures = coverage.map { CoverageTables($0, of: suite).markdown } ?? ""
    return page + figures + pages.map(\.markdown).joined()
  }
}
