import AccordModel

/// One suite with everything that serves it.
struct Host: Sendable {
  let suite: ContractSuite
  let router: Router
  let convention: any MockConvention
  let behaviour: any ServedBehaviour
  private let resources: MadeResources
  private let critical: CriticalAnswers
  private let living: LivingResources
  private let seed: UInt64
  private let kept = KeptContent()

  /// Serves a suite with the behaviour that it names.
  init(_ suite: ContractSuite, seed: UInt64, now: @escaping @Sendable () -> Int64) {
    let setting = MockSetting(suite, seed: seed, now: now)
    let named = suite.behaviour
    let behaviour = Self.served(named, setting)
    let convention = named.convention(setting) { behaviour.accepts($0) }
    self.suite = suite
    self.seed = seed
    self.behaviour = behaviour
    resources = MadeResources(suite)
    critical = CriticalAnswers(suite, resources)
    living = LivingResources(suite, resources)
    self.convention = convention
    router = Router(suite: suite, ignoresCase: convention.ignoresPathCase)
  }

  private static func served(
    _ behaviour: some MockBehaviour,
    _ setting: MockSetting
  ) -> any ServedBehaviour { StatefulBehaviour(behaviour, setting) }

  /// Where a request leads, and the format that its path asks for.
  func find(
    _ request: MockRequest,
    _ target: RequestTarget
  ) -> (finding: Router.Finding, suffix: Format?) {
    let method = convention.method(of: request, target)
    let (path, suffix) = convention.split(target.path)
    let found = router.find(method, path)
    // HEAD is answered wherever GET is (RFC 9110 section 9.3.2); whoever sends it leaves out the content.
    guard method == "HEAD", case .otherMethods = found,
      case .route(let match) = router.find("GET", path)
    else { return (found, suffix) }
    return (.route(match), suffix)
  }

  /// The answer of a contract.
  func answer(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch,
    suffix: Format?
  ) -> MockAnswer {
    // A contract may describe the endpoint that grants tokens: whoever is entitled to one gets it.
    if let granted = MockCredentials(suite: suite).answer(granting: request) { return granted }
    let format = convention.format(
      of: request,
      target,
      suffix: suffix,
      contract: match.contract
    )
    do {
      if let name = request.value(of: Mock.errorField) {
        guard suite.errors[name] != nil else { return unknownError(name) }
        return refuse(.error(name), match.contract, format)
      }
      let call = try convention.call(request, target, match)
      let conditions = ConditionalAnswers(match.contract)
      try conditions.check(request)
      let known = try self.reply(to: call)
      var reply = known.reply
      let page = reply.value == nil ? PagedAnswers(suite: suite, seed: seed).page(for: call) : nil
      if let page { reply = MockReply(page.value, as: reply.response) }
      if let content = kept.reply(to: call, reply, showingNone: suite.errors) { reply = content }
      if reply.value == nil, reply.bytes == nil, call.contract.isUsual(reply.response),
        let list = SortedItems(call.contract)?
          .value(for: call, seed: seed, showingNone: suite.errors)
      {
        reply = MockReply(list, as: reply.response)
      }
      var answer = try convention.answer(call, reply, in: format)
      if let link = page?.link { answer.setField("Link", link) }
      answer = LocationAnswers(suite: suite) { behaviour.values(of: $0) }
        .answer(answer, of: match.contract)
      if let location = known.location, !answer.fields.values(of: "Location").isEmpty {
        answer.setField("Location", location)
      }
      kept.keep(call, answer, in: suite)
      answer = try conditions.answer(answer, to: request)
      return asGet(answer, request, target, match, suffix)
    } catch let refusal as MockRefusal {
      let answer = refuse(refusal, match.contract, format)
      return MockCredentials(suite: suite).challenging(answer, to: request)
    } catch {
      return unwritable(format, error)
    }
  }

  /// An answer to HEAD with the fields of what GET gets of another contract, where that promises it.
  private func asGet(
    _ answer: MockAnswer,
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch,
    _ suffix: Format?
  ) -> MockAnswer {
    guard request.method == "HEAD", (200..<300).contains(answer.status),
      case .route(let get) = router.find("GET", convention.split(target.path).path),
      get.contract.id != match.contract.id,
      get.contract.relations.contains(where: { $0.kind == .headAnswersAsGet })
    else { return answer }
    var read = request
    read.method = "GET"
    var whole = self.answer(read, target, get, suffix: suffix)
    guard whole.status == answer.status else { return answer }
    let known = whole.fields.map { $0.name.lowercased() }
    whole.fields += answer.fields.filter { !known.contains($0.name.lowercased()) }
    return whole
  }

  /// The answer to a method that no route of the path answers: what a contract says of it, else what
  /// the convention does.
  func answer(
    _ request: MockRequest,
    _ target: RequestTarget,
    otherMethodsThan allowed: [String],
    _ match: RouteMatch,
    suffix: Format?
  ) -> MockAnswer {
    guard let refusal = match.route.otherMethods else {
      return convention.answer(otherMethods: allowed)
    }
    let format = convention.format(
      of: request,
      target,
      suffix: suffix,
      contract: match.contract
    )
    let names = allowed.joined(separator: ", ")
    var answer = refuse(MockRefusal(refusal, "Served are \(names)."), match.contract, format)
    if answer.status == 405 { answer.setField("Allow", names) }
    return answer
  }

  /// The answer of an endpoint that no contract declares; `nil` if the behaviour knows none.
  func answer(undeclared request: MockRequest) -> MockAnswer? {
    do throws(MockRefusal) {
      if let answer = try behaviour.answer(undeclared: request) { return answer }
      return MockCredentials(suite: suite).answer(issuing: request)
    } catch {
      return refuse(error, nil, suite.formats.first ?? .json)
    }
  }

  private func reply(to call: MockCall) throws(MockRefusal) -> MadeResources.Reply {
    let reply = try behaviour.reply(to: call)
    guard reply.isOfContract else { return MadeResources.Reply(reply: reply) }
    func usual() throws(MockRefusal) -> MockReply {
      try ContractAnswers(suite: suite).reply(to: call, behaviour.values)
    }
    if let known = try living.reply(to: call, behaviour.values, usual) { return known }
    return critical.reply(try resources.reply(to: call, usual), to: call)
  }

  /// Restores the start state.
  func reset() {
    behaviour.reset()
    resources.reset()
    living.reset()
    kept.clear()
  }

  private func refuse(
    _ refusal: MockRefusal,
    _ contract: Contract?,
    _ format: Format
  ) -> MockAnswer {
    do {
      return try convention.answer(refusal, to: contract, in: format)
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
