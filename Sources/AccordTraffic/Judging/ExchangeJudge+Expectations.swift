import AccordMocking
import AccordModel

extension ExchangeJudge {
  /// What a right request deserves.
  func right(
    _ reading: RequestReader.Reading,
    _ seenCase: SeenCase,
    _ status: Int
  ) -> Case.Expectation {
    let contract = reading.call.contract
    let version = reading.call.version
    func isMeant(_ rule: ResponseRule) -> Bool {
      rule.versions.isEmpty || version.map(rule.versions.contains) ?? true
    }
    let possible = contract.responses.filter(isMeant)
    let others = contract.otherwise.filter(isMeant)
    guard let usual = possible.first(where: { $0.statuses.contains(status) }) ?? possible.first
    else {
      return Case.Expectation(
        .success(others.first ?? .statuses(.any, .unspecified)),
        version: version
      )
    }
    let ways = ExpectedFormats(seenCase)
    let format = ways.ways.isEmpty ? nil : reading.format.id
    let rule = contract.response(in: format, besides: usual)
    var expectation = Case.Expectation(.success(rule), version: version)
    expectation.otherResponses = possible.filter { !$0.isSibling(of: rule) } + others
    ways.put(of: rule, into: &expectation)
    return expectation
  }

  /// What a wrong request deserves, with the reason why it is wrong.
  func refused(
    _ refusal: Refusal,
    _ reason: String,
    _ reading: RequestReader.Reading,
    _ seen: SeenExchange
  ) -> Case.Expectation {
    var expectation = Case.Expectation(
      .refusal(refusal, because: reason),
      version: reading.call.version
    )
    ExpectedFormats(SeenCase(suite: suite, seen: seen, reading: reading))
      .put(of: refusal, into: &expectation)
    return expectation
  }
}
