import AccordMocking
import AccordModel

/// The formats that the answer to a request may have, as the plan has it for the requests of cases.
struct ExpectedFormats {
  private let seen: SeenCase

  init(_ seen: SeenCase) { self.seen = seen }

  private var suite: ContractSuite { seen.suite }
  private var contract: Contract { seen.contract }

  /// The ways by which the request asks for a format, the one that wins first.
  var ways: [Negotiation.Rule] {
    guard contract.negotiates(in: suite) else { return [] }
    let request = seen.call.request
    return (suite.negotiation?.ways ?? []).filter { rule in
      switch rule.way {
      case .suffix: seen.reading.suffix != nil
      case .query(let name):
        request.query.contains { pair in
          pair.name == name && suite.formats.contains { $0.queryValue == pair.value }
        }
      case .accept: !admitted.isEmpty && !admitsAnything
      }
    }
  }

  private var accepted: [String] { seen.call.request.fields.values(of: "Accept") }

  /// The formats that Accept admits.
  private var admitted: [Format] {
    AcceptField(accepted).admitted(of: contract.formats(in: suite))
  }

  private var admitsAnything: Bool { accepted.contains { $0.contains("*/*") } }

  /// Puts the formats of the answer to a right request into an expectation.
  func put(of rule: ResponseRule, into expectation: inout Case.Expectation) {
    guard rule.promisesFormat else { return }
    let formats = answerFormats(of: rule)
    expectation.format = formats.first
    expectation.otherFormats = Array(formats.dropFirst())
    expectation.formatClause = clause ?? rule.contentClause
  }

  /// Puts the formats of a refusal into an expectation.
  func put(of refusal: Refusal, into expectation: inout Case.Expectation) {
    let errors = suite.errors
    guard errors.promisesBodies, let usual = contract.responses.first else { return }
    let answers = answerFormats(of: usual)
    guard errors.formats.isEmpty else {
      expectation.format = errors.format(besides: answers.first)
      expectation.otherFormats = errors.formats.filter { $0 != expectation.format }
      expectation.formatClause = errors.formatClause
      return
    }
    let writable = suite.formats.filter(\.syntax.writesValues)
    let formats = answers.filter(\.syntax.writesValues) + writable.prefix(1)
    expectation.format = formats.first
    expectation.otherFormats = formats.dropFirst().filter { $0 != formats.first }
    expectation.formatClause = clause ?? refusal.named
  }

  /// The formats that are right, the usual first.
  private func answerFormats(of rule: ResponseRule) -> [Format] {
    guard contract.negotiates(in: suite) else { return writtenFormats(of: rule) }
    guard let way = ways.first else {
      // Whoever admits anything gets the usual one, or any other.
      guard admitsAnything || accepted.isEmpty else { return [seen.reading.format] }
      let others = admitsAnything ? contract.formats(in: suite) : []
      return [seen.reading.format] + others.filter { $0 != seen.reading.format }
    }
    guard case .accept = way.way else { return [seen.reading.format] }
    let best = AcceptField(accepted).best(of: admitted)
    return [best].compactMap(\.self) + admitted.filter { $0 != best }
  }

  private func writtenFormats(of rule: ResponseRule) -> [Format] {
    let siblings = contract.responses.filter { $0.isSibling(of: rule) }
    let named = suite.formats.filter { format in
      siblings.contains { $0.formats.contains(format.id) }
    }
    let isOpen = siblings.contains { response in
      guard response.formats.isEmpty else { return false }
      if case .octets = response.content { return false }
      return true
    }
    let others = contract.formats(in: suite).filter { !named.contains($0) }
    let all = named + (isOpen ? Array(others.prefix(1)) : [])
    let usual = AcceptField(accepted).best(of: all) ?? all.first
    return [usual].compactMap(\.self) + all.filter { $0 != usual }
  }

  /// The promise by which the answer has that format.
  private var clause: Clause? {
    guard contract.negotiates(in: suite), let negotiation = suite.negotiation else { return nil }
    let ways = ways
    guard let way = ways.first else { return negotiation.fallbackClause }
    return ways.count > 1 ? negotiation.precedenceClause : way.clause(for: seen.reading.format.id)
  }
}
