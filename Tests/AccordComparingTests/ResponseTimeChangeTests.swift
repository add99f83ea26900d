import AccordModel
import AccordOpenAPI
import AccordSchema
import Testing

@testable import AccordComparing

/// What a suite promises of how long answers take, in two versions of it.
@Suite struct ResponseTimeChangeTests {
  private static let contract = Contract(
    "orders.list",
    "Lists orders.",
    document: "shop.txt",
    effect: .readOnly,
    routes: [.get("/orders")],
    responses: [.statuses(.anyOf([200]), .payload(.array(of: .string)))],
    examples: [.example("all")]
  )

  private static func changes(
    _ old: (suite: Duration?, contract: Duration?),
    _ new: (Duration?, Duration?)
  ) throws
    -> [Change]
  {
    func description(_ suite: Duration?, _ own: Duration?) throws -> Description {
      let promising = own.map { Self.contract.answers(within: $0) } ?? Self.contract
      let bare = ContractSuite("shop", name: "Shop", "Sells things.", contracts: [promising])
      let whole = suite.map { bare.answers(within: $0) } ?? bare
      return try Description(
        parsing: whole.openAPI().document.bytes(indented: true),
        named: "shop.json"
      )
    }
    return ContractComparison(
      from: try description(old.suite, old.contract),
      to: try description(new.0, new.1)
    ).changes
  }

  typealias Row = (
    old: (Duration?, Duration?), new: (Duration?, Duration?), id: String, level: ChangeLevel,
    words: String
  )

  static let rows: [Row] = [
    (
      (nil, .milliseconds(300)), (nil, .milliseconds(500)), "api-response-time-increased",
      .dangerous,
      "the promised response time changed from 300 ms to 500 ms"
    ),
    (
      (nil, .milliseconds(300)), (nil, .microseconds(250)), "api-response-time-decreased",
      .harmless,
      "the promised response time changed from 300 ms to 0.25 ms"
    ),
    (
      (nil, nil), (.seconds(1), nil), "api-response-time-set", .harmless,
      "a response time of 1000 ms was promised"
    ),
    (
      (.seconds(1), nil), (nil, nil), "api-response-time-unset", .dangerous,
      "the promised response time of 1000 ms was taken away"
    ),
    (
      (.seconds(1), nil), (.seconds(1), .seconds(2)), "api-response-time-increased", .dangerous,
      "the promised response time changed from 1000 ms to 2000 ms"
    ),
  ]

  @Test(arguments: rows.indices)
  func isTold(_ index: Int) throws {
    let row = Self.rows[index]
    let changes = try Self.changes(row.old, row.new)
    #expect(changes.map(\.id) == [row.id])
    #expect(changes.map(\.level) == [row.level])
    #expect(changes.first?.operation == "GET /orders")
    #expect(changes.first?.sentence.contains(row.words) == true, "\(changes.first?.sentence ?? "")")
  }

  @Test func theSameIsNoChange() throws {
    #expect(try Self.changes((.seconds(1), nil), (.seconds(1), nil)).isEmpty)
    #expect(try Self.changes((.seconds(1), nil), (.seconds(9), .seconds(1))).isEmpty)
  }
}
