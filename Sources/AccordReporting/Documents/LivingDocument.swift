public import AccordModel

/// What an API does, for people, written from its contracts and their cases.
///
/// The same contracts give the same bytes, so that the document can be committed and compared.
///
/// ```swift
/// let document = LivingDocument(of: PetStore.suite.plan(), run: report.record.suites.first)
/// print(document.markdown)
/// ```
public struct LivingDocument: Sendable {
  private let plan: Plan
  private let run: RunRecord.Suite?

  /// The document of the suite of a plan; with a run of that suite, every promise carries what the run
  /// showed of it.
  public init(of plan: Plan, run: RunRecord.Suite? = nil) {
    self.plan = plan
    self.run = run
  }

  /// The document as Markdown.
  public var markdown: String {
    let suite = plan.suite
    let coverage = run.map { Coverage(of: suite, in: $0) }
    let documented = DocumentedValues(of: suite)
    var pages = suite.contracts.map {
      EndpointPage(
        contract: $0,
        suite: suite,
        plan: plan,
        coverage: coverage,
        documented: documented
      )
    }
    let shared = AssumptionList.shared(by: pages.map(\.madeAssumptions))
    var known = ShownTables()
    for index in pages.indices {
      pages[index].known = known
      pages[index].shared = Set(shared.reasons.map(\.reason))
      pages[index].add(to: &known)
    }
    let page = SuitePage(suite: suite, plan: plan, shared: shared).markdown
    let figures = coverage.map { CoverageTables($0, of: suite).markdown } ?? ""
    return page + figures + pages.map(\.markdown).joined()
  }

  /// The pages of a site of documents, by the names of their files: the one that lists the others first.
  ///
  /// They need no network and no build.
  public static func site(of documents: [LivingDocument]) -> [(name: String, text: String)] {
    let pages = documents.map { (suite: $0.plan.suite, markdown: $0.markdown) }
    return DocumentSite(pages).files.map { ($0.name, $0.text) }
  }
}
