package import AccordModel

/// What an API does, for people, written from its contracts and their cases.
///
/// The same contracts give the same bytes, so that the document can be committed and compared.
package struct LivingDocument: Sendable {
  /// Creates the writer.
  package init() {}

  /// The document of one suite.
  package func markdown(for suite: ContractSuite, plan: Plan) -> String {
    let pages = suite.contracts.map { EndpointPage(contract: $0, suite: suite, plan: plan) }
    return SuitePage(suite: suite, plan: plan).markdown + pages.map(\.markdown).joined()
  }
}
