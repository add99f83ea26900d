import AccordMocking
import AccordModel
import AccordSchema
import Testing

/// What a call costs does not grow with how much was made before, but for lists, which grow by an item each.
@Suite("Cost of many resources", .serialized)
struct ResourceStoreCostTests {
  /// A mock that keeps so many boxes.
  private struct Store {
    let mock = Mock([Boxes.suite])
    let ids: [Int]

    init(_ count: Int) async throws {
      var ids: [Int] = []
      for number in 0..<count {
        let box = try await Self.send(mock, "POST", "/boxes", #"{"label":"Box \#(number)"}"#)
        ids.append(try #require(box["id"]?.number?.int))
      }
      self.ids = ids
    }

    @discardableResult
    static func send(
      _ mock: Mock,
      _ method: String,
      _ target: String,
      _ body: String = ""
    ) async throws -> JSON {
      let fields = body.isEmpty ? [] : [Field("Content-Type", "application/json")]
      let request = MockRequest(method, target, fields: fields, body: Array(body.utf8))
      let answer = await mock.answer(request)
      return (try? JSONDocument(parsing: answer.body).root.value) ?? .null
    }

    /// The least time that a call took on average, of several rounds: what else runs meanwhile is in the
    /// others.
    func cost(
      _ calls: Int,
      _ method: String,
      _ target: (Int) -> String
    ) async throws -> Duration {
      var least = Duration.seconds(60)
      for round in 0..<8 {
        let start = ContinuousClock.now
        for number in 0..<calls {
          let id = ids[(number * 37 + round) % ids.count]
          try await Self.send(mock, method, target(id))
        }
        least = min(least, (ContinuousClock.now - start) / calls)
      }
      return least
    }
  }

  @Test func readsAndCallsCostTheSameAmongTenThousand() async throws {
    let (few, many) = (try await Store(100), try await Store(10_000))
    for (method, path) in [("GET", ""), ("POST", "/send")] {
      let small = try await few.cost(100, method) { "/boxes/\($0)\(path)" }
      let large = try await many.cost(100, method) { "/boxes/\($0)\(path)" }
      #expect(large < small * 4, "\(method) \(path): \(small) of 100, \(large) of 10,000")
    }
  }

  @Test func listsCostAsMuchAsTheirItems() async throws {
    let (few, many) = (try await Store(100), try await Store(1_000))
    let small = try await few.cost(2, "GET") { _ in "/boxes" }
    let large = try await many.cost(2, "GET") { _ in "/boxes" }
    #expect(large < small * 40, "\(small) of 100, \(large) of 1,000")
  }
}
