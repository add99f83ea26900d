package import AccordModel
import AccordSchema

/// Reads requests that others sent to a server of a suite: which contract they are of, and what of them is not
/// as the contract has it.
package struct RequestReader: Sendable {
  /// Where a request leads.
  package enum Finding: Sendable {
    /// To a route that answers its method.
    case route(RouteMatch)
    /// To routes that answer other methods only: these.
    case otherMethods([String], RouteMatch)
    /// To none.
    case nothing
  }

  /// A request as its contract has it.
  package struct Reading: Sendable {
    /// What is wrong with it, in the order in which the mock looks.
    package var faults: [RequestFault]
    /// Whether all that is wrong was found; the convention of a framework finds the first thing.
    package var isComplete: Bool
    /// The call, as far as it was read.
    package var call: MockCall
    /// The format of its answer.
    package var format: Format
    /// The format that the suffix of its path asks for.
    package var suffix: Format?
  }

  private let suite: ContractSuite
  private let convention: any MockConvention
  private let router: Router

  /// Reads the requests of a suite.
  package init(_ suite: ContractSuite) {
    self.suite = suite
    let setting = MockSetting(suite)
    convention = suite.behaviour.convention(setting) { _ in true }
    router = Router(suite: suite, ignoresCase: convention.ignoresPathCase)
  }

  /// Where a request leads.
  package func find(_ request: MockRequest) -> Finding {
    let target = RequestTarget(request.target)
    let method = convention.method(of: request, target)
    let (path, _) = convention.split(target.path)
    switch router.find(method, path, target.query) {
    case .route(let match): return .route(match)
    case .nothing: return .nothing
    case .otherMethods(let allowed, let other):
      // HEAD is answered wherever GET is (RFC 9110 section 9.3.2).
      if method == "HEAD", case .route(let match) = router.find("GET", path, target.query) {
        return .route(match)
      }
      return .otherMethods(allowed, other)
    }
  }

  /// What a contract says of a request that leads to it.
  ///
  /// Without `readsCredential` nothing is said of who calls.
  package func read(
    _ request: MockRequest,
    _ match: RouteMatch,
    readsCredential: Bool
  ) -> Reading {
    let target = RequestTarget(request.target)
    let suffix = convention.split(target.path).suffix
    let format = convention.format(of: request, target, suffix: suffix, contract: match.contract)
    if let checker = (convention as? HTTPConvention)?.checker(of: match.contract.id) {
      let found = checker.faults(in: request, target, match, readsCredential: readsCredential)
      return Reading(
        faults: found.faults,
        isComplete: true,
        call: found.call,
        format: format,
        suffix: suffix
      )
    }
    do throws(MockRefusal) {
      let known = readsCredential ? request : identified(request)
      let call = try convention.call(known, RequestTarget(known.target), match)
      return Reading(faults: [], isComplete: true, call: call, format: format, suffix: suffix)
    } catch {
      return Reading(
        faults: [RequestFault(.any, error, in: match.contract)],
        isComplete: false,
        call: MockCall(match.contract, match.route, request: request),
        format: format,
        suffix: suffix
      )
    }
  }

  /// The request with a credential, where it has none.
  private func identified(_ request: MockRequest) -> MockRequest {
    guard let credential = suite.credential,
      credential.token(in: request.target, request.fields) == nil
    else { return request }
    var whole = Exchange.Request(
      origin: "",
      method: request.method,
      target: request.target,
      fields: request.fields,
      body: request.body
    )
    whole.put(MockSetting.token, at: credential.place)
    return MockRequest(whole.method, whole.target, fields: whole.fields, body: whole.body)
  }
}
