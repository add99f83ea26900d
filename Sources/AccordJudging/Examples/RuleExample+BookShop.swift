import AccordModel
import AccordSchema
import HTTPTypes

/// One exchange of an example.
struct Turn {
  /// The contract that is called.
  var contract: Contract
  /// The request; every value of it is known.
  var request: RequestTemplate
  /// What is promised.
  var expectation: Case.Expectation
  /// The answer.
  var response: Exchange.Response

  /// The request's method and target.
  var line: String { "\(request.method.rawValue) \(target)" }

  /// The request's target.
  var target: String {
    let path = request.path.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let operand, _, _): operand.known.wireText
      }
    }
    let query = request.query.list.map { "\($0.name)=\($0.value.known.wireText)" }
    return path.joined() + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// A book.
  static func get(
    version: Int = 1,
    query: Arguments = [:],
    expecting expectation: Case.Expectation = BookShop.found(),
    _ response: Exchange.Response
  ) -> Turn {
    Turn(
      contract: BookShop.get,
      request: RequestTemplate(
        .get,
        [
          .text("/v"), .value(.literal(.number(JSONNumber(version))), of: "version"),
          .text("/books/"), .value(7, of: "id"),
        ],
        query: query
      ),
      expectation: expectation,
      response: response
    )
  }

  /// A list of books.
  static func list(
    _ query: Arguments,
    _ response: Exchange.Response,
    in format: Format = BookShop.json
  ) -> Turn {
    Turn(
      contract: BookShop.list,
      request: RequestTemplate(.get, [.text("/books")], query: query),
      expectation: BookShop.listed(in: format),
      response: response
    )
  }

  /// The head of the list of all books.
  static func head(_ status: Int = 200, fields: [Field] = []) -> Turn {
    Turn(
      contract: BookShop.list,
      request: RequestTemplate(.head, [.text("/books")]),
      expectation: BookShop.listed(),
      response: Exchange.Response(status: status, fields: fields)
    )
  }

  /// The list of all books.
  static func list(_ response: Exchange.Response, in format: Format = BookShop.json) -> Turn {
    list([:], response, in: format)
  }

  /// The removal of a book.
  static func remove(_ id: Int) -> Turn {
    Turn(
      contract: BookShop.remove,
      request: RequestTemplate(
        .delete,
        [.text("/books/"), .value(.literal(.number(JSONNumber(id))), of: "id")]
      ),
      expectation: BookShop.removed,
      response: .empty(200)
    )
  }
}

extension Operand {
  /// The value; there is none in an example that only a run would know.
  fileprivate var known: JSON {
    guard case .literal(let value) = self else { return .null }
    return value
  }
}

extension RequestTemplate.Body? {
  /// The bytes of it, as far as an example has them.
  fileprivate var bytes: [UInt8] {
    guard case .bytes(let bytes)? = self else { return [] }
    return bytes
  }
}

extension RuleExample {
  /// One exchange in which a book is asked for, with the place of the violation if there is one.
  static func answer(
    _ name: String,
    to expectation: Case.Expectation = BookShop.found(),
    version: Int = 1,
    from origin: Case.Origin = .example,
    _ response: Exchange.Response,
    at place: String? = nil
  ) -> RuleExample {
    example(
      name,
      BookShop.get,
      origin,
      nil,
      [.get(version: version, expecting: expectation, response)],
      place
    )
  }

  /// An exchange whose answer cannot be read, with the place of the violation.
  static func unreadable(
    _ name: String,
    _ failure: ExchangeFailure,
    at place: String
  ) -> RuleExample {
    var example = answer(name, Exchange.Response(status: 0), at: place)
    for index in example.exchanges.indices {
      example.exchanges[index].outcome = .failed(failure, partial: nil)
    }
    return example
  }

  /// One exchange in which a book is asked for of a shop that promises a time, and how long the answer took.
  static func answer(
    _ name: String,
    within limit: Duration,
    took duration: Duration?,
    connecting connect: Duration = .zero,
    at place: String? = nil
  ) -> RuleExample {
    var example = answer(name, .book("Emma"), at: place)
    example.suite = example.suite.answers(within: limit, basis: .stated)
    for index in example.exchanges.indices {
      example.exchanges[index].timing = Exchange.Timing(
        connect: ResponseTime.nanoseconds(connect),
        total: ResponseTime.nanoseconds(connect + (duration ?? .zero))
      )
    }
    return example
  }

  /// The removal of a book.
  static func removal(
    _ name: String,
    _ response: Exchange.Response,
    at place: String? = nil
  )
    -> RuleExample
  {
    var turn = Turn.remove(7)
    turn.response = response
    return example(name, BookShop.remove, .example, nil, [turn], place)
  }

  /// One exchange in which books are listed, with the place of the violation if there is one.
  static func listing(_ name: String, _ turn: Turn, at place: String? = nil) -> RuleExample {
    example(name, BookShop.list, .example, nil, [turn], place)
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

  /// One step of a workflow in which a book is asked for.
  static func workflow(
    _ name: String,
    _ response: Exchange.Response,
    giving part: Output.Part? = nil,
    _ schema: Schema = .integer,
    until: Workflow.Until? = nil,
    if criterion: Workflow.Criterion? = nil,
    at place: String? = nil
  ) -> RuleExample {
    var example = answer(name, response, at: place)
    example.testCase.origin = .workflow
    example.testCase.workflow = .workflow(
      "example",
      "A book is found.",
      steps: [
        .step(
          "find",
          BookShop.get.id,
          criteria: [criterion].compactMap(\.self),
          outputs: part.map { [.output("book", $0, schema)] } ?? [],
          until: until
        )
      ]
    )
    return example
  }

  /// Several exchanges of which one shows the book 7, or lists it.
  static func states(
    _ name: String,
    _ kind: StateAssertion.Kind,
    isItem: Bool = false,
    _ turns: [Turn],
    look: Int? = nil,
    at place: String? = nil
  ) -> RuleExample {
    var example = example(name, BookShop.get, .lifeCycle, nil, turns, place)
    let source = SourceLine(fileID: #fileID, line: #line)
    let clause = Clause(
      "life-cycle/book/get",
      "get shows a book.",
      basis: .stated,
      source: source
    )
    example.testCase.assertions = [
      StateAssertion(
        kind,
        ofStep: look ?? turns.count - 1,
        item: isItem
          ? StateAssertion.Item(
            items: "/items",
            pointer: "/id",
            identity: Output(.requestParameter("id"), ofStep: 0)
          ) : nil,
        by: clause
      )
    ]
    return example
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
        turn.line,
        turn.request,
        expecting: turn.expectation,
        of: turn.contract.id,
        by: Case.Call(route: "route", version: turn.expectation.version)
      )
    }
    let exchanges = turns.map { turn in
      Exchange(
        request: Exchange.Request(
          origin: "https://books.example",
          method: turn.request.method.rawValue,
          target: turn.target,
          fields: [Field("Host", "books.example")],
          body: turn.request.body.bytes,
          arguments: turn.request.arguments(\.known)
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
}

extension Exchange.Response {
  /// The book 7 with a title.
  static func book(_ title: String) -> Exchange.Response {
    .json(#"{"id":7,"title":"\#(title)"}"#)
  }

  /// Books with these numbers, all with the same title.
  static func books(_ numbers: [Int]) -> Exchange.Response {
    let items = numbers.map { #"{"id":\#($0),"title":"Emma"}"# }
    return .json(#"{"items":[\#(items.joined(separator: ","))]}"#)
  }
}
