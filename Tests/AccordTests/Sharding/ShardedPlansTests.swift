import AccordModel
import Testing

@testable import Accord

@Suite("Sharded plans") struct ShardedPlansTests {
  private static func plan(_ cases: [Case]) -> Plan {
    Plan(
      suite: ContractSuite("orders", name: "Orders", "Takes orders.", contracts: []),
      cases: cases,
      notProvoked: []
    )
  }

  private static func reading(_ name: String, of given: String? = nil) -> Case {
    var path: [RequestTemplate.PathPiece] = [.text("/orders/\(name)")]
    if let given { path = [.text("/orders/"), .value(.given(given))] }
    return Case(
      id: CaseID(["orders", "orders.get", name]),
      suite: "orders",
      contract: "orders.get",
      title: "Reads.",
      steps: [
        Case.Step(
          "request",
          RequestTemplate(.get, path),
          expecting: Case.Expectation(.success(.status(.ok, .payload(.any)))),
          of: "orders.get"
        )
      ],
      clauses: []
    )
  }

  private static func cancelling(_ name: String) -> Case {
    var testCase = reading(name, of: "order")
    testCase.access = .writes
    testCase.consumes = ["order"]
    return testCase
  }

  private static let cases =
    (0..<60).map { reading("read-\($0)") } + [reading("an-order", of: "order")]
    + (0..<5).map { cancelling("cancel-\($0)") }

  private static func parts(
    _ cases: [Case],
    _ count: Int,
    durations: [CaseID: Int] = [:]
  ) throws -> [[CaseID]] {
    let divided = ShardedPlans([plan(cases)], among: count, durations: durations)
    return try (1...count).map { number in
      divided.plans(of: try #require(Shard(number, of: count)))[0].cases.map(\.id)
    }
  }

  @Test("Every case is in one part, in the order of the plan", arguments: [1, 2, 3, 7, 100])
  func coversThePlan(_ count: Int) throws {
    let parts = try Self.parts(Self.cases, count)
    #expect(parts.reduce(0) { $0 + $1.count } == Self.cases.count)
    let all = Self.cases.map(\.id)
    #expect(Set(parts.joined()) == Set(all))
    for part in parts { #expect(all.filter(Set(part).contains) == part) }
  }

  @Test("What changes something is in one part, with what reads the data that it uses up")
  func keepsTogether() throws {
    for count in [2, 3, 7] {
      let together = try Self.parts(Self.cases, count).filter { part in
        part.contains { $0.description.contains("cancel") || $0.description.contains("an-order") }
      }
      #expect(together.count == 1)
    }
  }

  @Test("A new case moves no other")
  func isStable() throws {
    let more = Self.cases + [Self.reading("one-more"), Self.cancelling("cancel-more")]
    for (before, after) in zip(try Self.parts(Self.cases, 4), try Self.parts(more, 4)) {
      #expect(Set(before).isSubset(of: Set(after)))
    }
  }

  @Test("With a part more, cases move only to it")
  func growsByAPart() throws {
    let three = try Self.parts(Self.cases, 3)
    let four = try Self.parts(Self.cases, 4)
    for index in three.indices { #expect(Set(four[index]).isSubset(of: Set(three[index]))) }
  }

  @Test("Durations balance the parts, and a case that has none moves no other")
  func balances() throws {
    var durations: [CaseID: Int] = [:]
    for (index, testCase) in Self.cases.enumerated() { durations[testCase.id] = 100 + index * 7 }
    durations[Self.cases[0].id] = 2_000
    let parts = try Self.parts(Self.cases, 3, durations: durations)
    let times = parts.map { $0.reduce(0) { $0 + (durations[$1] ?? 0) } }
    let total = times.reduce(0, +)
    #expect(times.allSatisfy { abs($0 * 3 - total) < total / 10 }, "\(times)")
    let more = try Self.parts(Self.cases + [Self.reading("new")], 3, durations: durations)
    for (before, after) in zip(parts, more) { #expect(Set(before).isSubset(of: Set(after))) }
  }

  @Test("A part is one from 1 to the number of all")
  func refusesWrongNumbers() {
    #expect(Shard(0, of: 3) == nil)
    #expect(Shard(4, of: 3) == nil)
    #expect(Shard(1, of: 0) == nil)
    #expect(Shard(3, of: 3)?.number == 3)
  }
}
