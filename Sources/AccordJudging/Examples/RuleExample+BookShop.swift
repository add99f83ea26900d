import AccordModel
import AccordSchema
import HTTPTypes

/// One exchange of an example.
struct Turn {
  /// The contract that is called.
  var contract: Contract
  /// The request's method.
  var method: HTTPRequest.Method
  /// The request's target.
  var target: String
  /// What is promised.
  var expectation: Expectation
  /// The answer.
  var response: Response

  /// A list of books.
  static func list(
    _ target: String,
    _ response: Response,
    in format: Format = BookShop.json
  )
    -> Turn
  {
    Turn(
      contract: BookShop.list,
      method: .get,
      target: target,
      expectation: BookShop.listed(in: format),
      response: response
    )
  }

  /// The removal of a book.
  static func remove(_ id: Int) -> Turn {
    Turn(
      contract: BookShop.remove,
      method: .delete,
      target: "/books/\(id)",
      expectation: BookShop.removed,
      response: .empty(200)
    )
  }
}

extension RuleExample {
  /// One exchange in which a book is asked for, with the place of the violation if there is one.
  static func answer(
    _ name: String,
    to expectation: Expectation = BookShop.found(),
    target: String = "/v1/books/7",
    from origin: Case.Origin = .example,
    _ response: Response,
    at place: String? = nil
  ) -> RuleExample {
    example(
      name,
      BookShop.get,
      origin,
      nil,
      [
        Turn(
          contract: BookShop.get,
          method: .get,
          target: target,
          expectation: expectation,
          response: response
        )
      ],
      place
    )
  }

  /// An exchange whose answer cannot be read, with the place of the violation.
  static func unreadable(
    _ name: String,
    _ failure: ExchangeFailure,
    at place: String
  ) -> RuleExample {
    var example = answer(name, Response(status: 0), at: place)
    for index in example.exchanges.indices {
      example.exchanges[index].outcome = .failed(failure, partial: nil)
    }
    return example
  }

  /// The removal of a book.
  static func removal(
    _ name: String,
    _ response: Response,
    at place: String? = nil
  )
    -> RuleExample
  {
    var turn = Turn.remove(7)
    turn.response = response
    return example(name, BookShop.remove, .example, nil, [turn], place)
  }

  /// Several exchanges that are held to a relation of the first one's contract.
  static func relation(
    _ name: String,
    _ kind: Relation.Kind,
    of contract: Contract = BookShop.list,
    _ turns: [Turn],
    at place: String? = nil
  ) -> RuleExample {
    example(
      name,
      contract,
      .relation,
      .relation("example", "The answers agree.", kind),
      turns,
      place
    )
  }

  private static func example(
    _ name: String,
    _ contract: Contract,
    _ origin: Case.Origin,
    _ relation: Relation?,
    _ turns: [Turn],
    _ place: String?
  ) -> RuleExample {
    let steps = turns.map { turn in
      Case.Step(
        "\(turn.method.rawValue) \(turn.target)",
        template(turn),
        expecting: turn.expectation,
        of: turn.contract.id
      )
    }
    let exchanges = turns.map { turn in
      Exchange(
        request: Request(
          origin: "https://books.example",
          method: turn.method.rawValue,
          target: turn.target,
          fields: [Field("Host", "books.example")]
        ),
        outcome: .answered(turn.response)
      )
    }
    return RuleExample(
      name,
      suite: BookShop.suite,
      testCase: Case(
        id: CaseID(["bookshop", contract.id, "example", name]),
        suite: BookShop.suite.id,
        contract: contract.id,
        origin: origin,
        title: name,
        steps: steps,
        relation: relation,
        clauses: []
      ),
      exchanges: exchanges,
      place: place
    )
  }

  /// The request as the plan would have it: the query as arguments, so that relations can see what
  /// was asked for.
  private static func template(_ turn: Turn) -> RequestTemplate {
    let parts = turn.target.split(separator: "?", maxSplits: 1)
    let query = parts.dropFirst().first?.split(separator: "&").compactMap { pair -> Argument? in
      let halves = pair.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { return nil }
      return Argument(String(halves[0]), .literal(.string(String(halves[1]))))
    }
    return RequestTemplate(
      turn.method,
      [.text(String(parts.first ?? "/"))],
      query: Arguments(query ?? [])
    )
  }
}
