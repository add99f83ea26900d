import AccordSchema
import AccordWire
import Synchronization

/// A library that lends, on a socket: an API that nothing here ships, written for the settings that sharpen its
/// document, right or wrong in one way.
final class LibraryServer: Sendable {
  /// What it does wrong.
  enum Fault: String, CaseIterable, Sendable {
    /// An error has another name than it should.
    case namesAnother
    /// An error shows its name in another member.
    case namesElsewhere
    /// An error comes with another status than its name has.
    case anotherStatus
    /// An error says nothing to people.
    case saysNothing
    /// Readers add books.
    case readersAdd
    /// Readers are told of another error than that they may not.
    case readersUnknown
    /// A loan that was returned stays open.
    case staysOpen
    /// A loan can be returned twice.
    case returnsTwice
    /// A loan that cannot be returned is opened by the attempt.
    case opensAgain
    /// To return one loan returns all.
    case returnsAll
    /// Loans that were returned are not listed.
    case hidesReturned
  }

  /// The document of the right one.
  static let document = """
    openapi: 3.1.0
    info: {title: Library, version: '1'}
    security: [{token: []}]
    paths:
      /books:
        get:
          operationId: listBooks
          parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}]
          responses:
            '200': {description: books, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Book'}}}}}
            default: {$ref: '#/components/responses/Problem'}
        post:
          operationId: addBook
          requestBody:
            required: true
            content: {application/json: {schema: {type: object, required: [title], properties: {title: {type: string}}}}}
          responses:
            '201': {description: a book, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
            default: {$ref: '#/components/responses/Problem'}
      /loans:
        get:
          operationId: listLoans
          responses:
            '200':
              description: loans
              content:
                application/json:
                  schema:
                    type: object
                    required: [loans]
                    properties: {loans: {type: array, items: {$ref: '#/components/schemas/Loan'}}}
            default: {$ref: '#/components/responses/Problem'}
        post:
          operationId: lend
          requestBody:
            required: true
            content: {application/json: {schema: {type: object, required: [title], properties: {title: {type: string}}}}}
          responses:
            '201': {description: a loan, content: {application/json: {schema: {$ref: '#/components/schemas/Loan'}}}}
            default: {$ref: '#/components/responses/Problem'}
      /loans/{loanId}:
        parameters: [{$ref: '#/components/parameters/loanId'}]
        get:
          operationId: getLoan
          responses:
            '200': {description: a loan, content: {application/json: {schema: {$ref: '#/components/schemas/Loan'}}}}
            default: {$ref: '#/components/responses/Problem'}
      /loans/{loanId}/return:
        parameters: [{$ref: '#/components/parameters/loanId'}]
        post:
          operationId: returnLoan
          responses:
            '200': {description: a loan, content: {application/json: {schema: {$ref: '#/components/schemas/Loan'}}}}
            default: {$ref: '#/components/responses/Problem'}
    components:
      securitySchemes: {token: {type: http, scheme: bearer}}
      parameters:
        loanId: {name: loanId, in: path, required: true, schema: {type: integer, minimum: 1}}
      responses:
        Problem: {description: wrong, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
      schemas:
        Book: {type: object, required: [id, title], properties: {id: {type: integer}, title: {type: string}}}
        Loan:
          type: object
          required: [id, title, state]
          properties: {id: {type: integer}, title: {type: string}, state: {enum: [OPEN, BACK]}}
        Problem:
          type: object
          required: [problem]
          properties:
            problem: {type: object, properties: {code: {type: string}, detail: {type: string}}}
    """

  /// What the document does not say.
  static let settings = """
    {
      "openapi": "library.yaml",
      "errors": {
        "name": "/problem/code",
        "message": "/problem/detail",
        "names": {
          "bad-request": 400, "no-caller": 401, "not-for-readers": 403, "unknown": 404,
          "returned-already": {"status": 409, "aliases": ["back-already"]}
        }
      },
      "refusals": {
        "*/parameter/*/invalid": "bad-request",
        "*/body/*": "bad-request",
        "*/unknown": "unknown",
        "*/credential/*": "no-caller"
      },
      "roles": {
        "reader": {"calls": "*", "mayNot": {"addBook": "not-for-readers"}},
        "librarian": {"scheme": "token", "calls": ["addBook"]}
      },
      "lifeCycles": {
        "loan": {
          "states": ["open", "returned"],
          "made": {"call": "lend", "identity": "/id"},
          "transitions": {
            "return": {
              "call": "returnLoan", "from": "open", "to": "returned",
              "refused": {"returned": "returned-already"}
            }
          },
          "views": {
            "get": {"call": "GET /loans/{loanId}", "state": "/state", "values": {"open": "OPEN", "returned": "BACK"}},
            "list": {
              "call": "listLoans", "items": "/loans", "identity": "/id",
              "state": "/state", "values": {"open": "OPEN", "returned": "BACK"}
            }
          },
          "cleanUp": []
        }
      }
    }
    """

  /// The tokens of its callers, as the environment has them.
  static let environment = ["LIBRARY_LIBRARIAN": "token-of-ada", "LIBRARY_READER": "token-of-bob"]

  /// What it keeps.
  private struct Shelves {
    var books = ["Emma"]
    var loans: [(title: String, isOpen: Bool)] = [("Persuasion", true)]
  }

  private let server: WireServer

  init(_ fault: Fault? = nil) async throws {
    let shelves = Keeper()
    server = try await WireServer.start { request in
      shelves.value.withLock { Self.answer(request, &$0, fault) }
    }
  }

  private final class Keeper: Sendable {
    let value = Mutex(Shelves())
  }

  /// Its address.
  var address: String { "http://127.0.0.1:\(server.port)" }

  func stop() async { await server.shutdown(grace: .zero) }

  // MARK: - Answers

  private static func answer(
    _ request: WireServerRequest,
    _ shelves: inout Shelves,
    _ fault: Fault?
  ) -> WireReply {
    let target = request.targetText.split(separator: "?", maxSplits: 1).map(String.init)
    let query = target.count == 2 ? target[1] : ""
    let parts = (target.first ?? "").split(separator: "/").map(String.init)
    let bearer = request.fields.firstText(of: "authorization")
    let caller = environment.first { bearer == "Bearer \($0.value)" }?.key
    guard let caller else { return problem("no-caller", fault) }
    switch (request.method, parts.first, parts.count) {
    case ("GET", "books", 1):
      guard isRightLimit(query) else { return problem("bad-request", fault) }
      let books = shelves.books.enumerated().map { book($0 + 1, $1) }
      return write(200, "[\(books.joined(separator: ","))]")
    case ("POST", "books", 1):
      if caller == "LIBRARY_READER", fault != .readersAdd {
        return problem(fault == .readersUnknown ? "no-caller" : "not-for-readers", fault)
      }
      guard let title = title(request) else { return problem("bad-request", fault) }
      shelves.books.append(title)
      return write(201, book(shelves.books.count, title))
    case ("GET", "loans", 1):
      let loans = shelves.loans.enumerated().filter { fault != .hidesReturned || $0.element.isOpen }
        .map { loan($0.offset + 1, $0.element) }
      return write(200, "{\"loans\":[\(loans.joined(separator: ","))]}")
    case ("POST", "loans", 1):
      guard let title = title(request) else { return problem("bad-request", fault) }
      shelves.loans.append((title, true))
      return write(201, loan(shelves.loans.count, (title, true)))
    case ("GET", "loans", 2), ("POST", "loans", 3):
      guard let number = Int(parts[1]), number > 0 else { return problem("bad-request", fault) }
      guard number <= shelves.loans.count else { return problem("unknown", fault) }
      guard request.method == "POST" else {
        return write(200, loan(number, shelves.loans[number - 1]))
      }
      return giveBack(number, &shelves, fault)
    default: return problem("unknown", fault)
    }
  }

  private static func giveBack(
    _ number: Int,
    _ shelves: inout Shelves,
    _ fault: Fault?
  ) -> WireReply {
    guard shelves.loans[number - 1].isOpen || fault == .returnsTwice else {
      if fault == .opensAgain { shelves.loans[number - 1].isOpen = true }
      return problem("returned-already", fault)
    }
    if fault == .returnsAll {
      for index in shelves.loans.indices { shelves.loans[index].isOpen = false }
    }
    if fault != .staysOpen { shelves.loans[number - 1].isOpen = false }
    return write(200, loan(number, (shelves.loans[number - 1].title, false)))
  }

  private static func isRightLimit(_ query: String) -> Bool {
    query.split(separator: "&").allSatisfy { pair in
      guard pair.hasPrefix("limit=") else { return true }
      return Int(pair.dropFirst("limit=".count)).map { (1...100).contains($0) } ?? false
    }
  }

  private static func title(_ request: WireServerRequest) -> String? {
    (try? JSONDocument(parsing: request.body))?.root["title"]?.string
  }

  private static func book(_ id: Int, _ title: String) -> String {
    "{\"id\":\(id),\"title\":\(JSON.string(title).text())}"
  }

  private static func loan(_ id: Int, _ loan: (title: String, isOpen: Bool)) -> String {
    "{\"id\":\(id),\"title\":\(JSON.string(loan.title).text()),\"state\":\"\(loan.isOpen ? "OPEN" : "BACK")\"}"
  }

  private static func problem(_ name: String, _ fault: Fault?) -> WireReply {
    let statuses = [
      "bad-request": 400, "no-caller": 401, "not-for-readers": 403, "unknown": 404,
      "returned-already": 409,
    ]
    var status = statuses[name] ?? 400
    var code = name
    if fault == .namesAnother, name == "unknown" { code = "bad-request" }
    if fault == .anotherStatus, name == "unknown" { status = 400 }
    let member = fault == .namesElsewhere && name == "bad-request" ? "kind" : "code"
    let detail = fault == .saysNothing && name == "unknown" ? "" : "It is refused."
    return write(status, "{\"problem\":{\"\(member)\":\"\(code)\",\"detail\":\"\(detail)\"}}")
  }

  private static func write(_ status: Int, _ body: String) -> WireReply {
    .response(
      status: status,
      fields: [WireField("Content-Type", "application/json")],
      body: Array(body.utf8),
      keepAlive: false
    )
  }
}
