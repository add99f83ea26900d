import AccordModel

/// One suite with everything that serves it.
struct Host: Sendable {
  let suite: ContractSuite
  let router: Router
  let convention: any Convention
  let behaviour: any Behaviour

  /// Chooses how a suite is served by its identifier.
  init(_ suite: ContractSuite, seed: UInt64, now: @escaping @Sendable () -> Int64) {
    self.suite = suite
    switch suite.id {
    case "interact":
      let behaviour = InteractBehaviour(suite, seed: seed, now: now)
      self.behaviour = behaviour
      convention = PlainConvention(
        suite,
        seed: seed,
        undeclaredError: InteractBehaviour.invalidParameter,
        accepts: behaviour.accepts
      )
    case "platform":
      let behaviour = PlatformBehaviour(suite)
      self.behaviour = behaviour
      convention = ServiceStackConvention(suite, accepts: behaviour.accepts)
    default:
      let behaviour = ContractBehaviour(suite)
      self.behaviour = behaviour
      convention = PlainConvention(suite, seed: seed, accepts: behaviour.accepts)
    }
    router = Router(suite: suite, ignoresCase: convention.ignoresPathCase)
  }

  /// Where a request leads, and the format that its path asks for.
  func find(
    _ request: MockRequest,
    _ target: RequestTarget
  ) -> (finding: Router.Finding, suffix: Format?) {
    let method = convention.method(of: request, target)
    let (path, suffix) = convention.split(target.path)
    return (router.find(method, path), suffix)
  }

  /// The answer of a contract.
  func answer(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch,
    suffix: Format?
  ) -> MockAnswer {
    let format = convention.format(
      of: request,
      target,
      suffix: suffix,
      contract: match.contract
    )
    do {
      if let name = request.value(of: Mock.errorField) {
        guard suite.errors[name] != nil else { return unknownError(name) }
        return try convention.answer(Denial(named: name, ""), to: match.contract, in: format)
      }
      let call = try convention.call(request, target, match)
      return try convention.answer(call, try behaviour.perform(call), in: format)
    } catch let denial as Denial {
      do {
        return try convention.answer(denial, to: match.contract, in: format)
      } catch {
        return unwritable(format, error)
      }
    } catch {
      return unwritable(format, error)
    }
  }

  private func unwritable(_ format: Format, _ error: any Error) -> MockAnswer {
    .text(500, "The mock cannot write its answer in \(format.id): \(error)\n")
  }

  private func unknownError(_ name: String) -> MockAnswer {
    let names = suite.errors.entries.map(\.name).joined(separator: ", ")
    return .text(
      400,
      "\(Mock.errorField): \(suite.name) declares no error \"\(name)\"; it declares \(names).\n"
    )
  }
}
