/// An origin of cases of a user's own, beside those of every plan: contract in, cases out.
///
/// ```swift
/// /// Every endpoint answers requests that came through a proxy.
/// struct ProxiedRequests: CaseOrigin {
///   let id = "proxied"
///
///   func cases(of contract: Contract, in suite: ContractSuite) -> [Case] {
///     contract.drafts(in: suite).map { draft in
///       var draft = draft
///       draft.setHeader("X-Forwarded-For", to: "203.0.113.7")
///       return draft.answered("proxied", "A request through a proxy is answered as documented.")
///     }
///   }
/// }
///
/// Extensions(origins: [ProxiedRequests()])
/// ```
///
/// Its cases are selected, run, judged and reported as all others are.
public protocol CaseOrigin: Sendable {
  /// The identifier, lower case with hyphens, that no other origin has: reports show it as
  /// ``Case/origin``.
  var id: String { get }

  /// The cases of a contract of a suite, in an order that is always the same.
  ///
  /// Each is a case of this contract: its identifier begins with that of the suite and the contract,
  /// as ``CaseID`` shows. `Contract.drafts(in:of:)` gives right requests to begin with.
  func cases(of contract: Contract, in suite: ContractSuite) -> [Case]
}
