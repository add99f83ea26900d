import AccordModel
import AccordSchema
import HTTPTypes
import Synchronization
import Testing

@testable import AccordRunning

/// Live data are looked for as far as they are needed.
@Suite struct GivenSearchTests {
  /// The suite, whose parcels are read in pages.
  private func suite(_ pages: Relation.Pages.Next?) -> ContractSuite {
    var suite = Shop.suite
    suite.givens[1].discovery?.pages = pages
    return suite
  }

  /// Cases that use parcels up.
  private func uses(_ count: Int) -> [Case] {
    (1...count).map { number in
      Shop.testCase(
        "use \(number)",
        RequestTemplate(.post, [.text("/use/"), .value(.given("parcel", field: "id"))]),
        consumes: ["parcel"],
        access: .writes
      )
    }
  }

  private func orders(_ list: String) throws -> GivenValues {
    var givens = GivenValues()
    try givens.add("shop.order=\(list)", for: [Shop.suite])
    return givens
  }

  private static func parcels(_ numbers: [Int], next: String = "") -> Exchange.Outcome {
    let list = numbers.map { #"{"number": \#($0), "code": "c\#($0)", "open": true}"# }
    return .ok(#"{"parcels": [\#(list.joined(separator: ", "))]\#(next)}"#)
  }

  /// What a list in pages of two is asked for, and what answers it.
  private static let pages: [(next: Relation.Pages.Next, targets: [String])] = [
    (.number("page"), ["?order=9", "?order=9&page=2", "?order=9&page=3"]),
    (.number("page", from: 0), ["?order=9", "?order=9&page=1", "?order=9&page=2"]),
    (.offset("skip"), ["?order=9", "?order=9&skip=2", "?order=9&skip=4"]),
    (.cursor("after", at: "/next"), ["?order=9", "?order=9&after=m1", "?order=9&after=m2"]),
    (.link(), ["?order=9", "?mark=1", "?mark=2"]),
  ]

  @Test(arguments: pages)
  func readsPageByPage(next: Relation.Pages.Next, targets: [String]) async throws {
    let server = RecordingServer { request, count in
      guard request.target.hasPrefix("/base/parcels") else { return .ok() }
      guard count <= 2 else { return Self.parcels([5], next: #", "next": null"#) }
      let link = Field("Link", "</base/parcels?mark=\(count)>; rel=\"next\"")
      let body = Self.parcels([count * 2 - 1, count * 2], next: #", "next": "m\#(count)""#)
      guard case .answered(var response) = body else { return body }
      response.fields.append(link)
      return .answered(response)
    }
    let outcomes = try await runCases(
      uses(5),
      of: suite(next),
      on: server.transport,
      givens: try orders("9")
    )
    let lists = server.requests.map(\.target).filter { $0.hasPrefix("/base/parcels") }
    #expect(lists == targets.map { "/base/parcels" + $0 })
    let used = server.requests.map(\.target).filter { $0.hasPrefix("/base/use") }
    #expect(used == (1...5).map { "/base/use/\($0)" })
    #expect(await outcomes.words == Array(repeating: "200", count: 5))
  }

  @Test func readsNoFurtherThanItNeeds() async throws {
    let server = RecordingServer { request, _ in
      request.target.hasPrefix("/base/parcels") ? Self.parcels([1, 2]) : .ok()
    }
    _ = try await runCases(
      uses(1),
      of: suite(.number("page")),
      on: server.transport,
      givens: try orders("9")
    )
    #expect(server.requests.map(\.target) == ["/base/parcels?order=9", "/base/use/1"])
  }

  @Test func endsWhereEveryPageIsTheSame() async throws {
    let server = RecordingServer { request, _ in
      request.target.hasPrefix("/base/parcels") ? Self.parcels([1, 2]) : .ok()
    }
    let outcomes = try await runCases(
      uses(3),
      of: suite(.number("page")),
      on: server.transport,
      givens: try orders("9")
    )
    // Two pages to see it, and two once more when nothing is left.
    let lists = server.requests.filter { $0.target.hasPrefix("/base/parcels") }
    #expect(lists.count == 4)
    #expect(await outcomes.words.count { $0 == "200" } == 2)
  }

  @Test func looksWithEveryValueOfWhatItNeeds() async throws {
    let server = RecordingServer { request, _ in
      switch request.target {
      case "/base/parcels?order=7": Self.parcels([])
      case "/base/parcels?order=8": Self.parcels([81])
      case "/base/parcels?order=9": Self.parcels([91, 92])
      default: .ok()
      }
    }
    let outcomes = try await runCases(
      uses(3),
      of: suite(nil),
      on: server.transport,
      givens: try orders("7,8,9")
    )
    #expect(await outcomes.words == ["200", "200", "200"])
    let used = server.requests.map(\.target).filter { $0.hasPrefix("/base/use") }
    #expect(used == ["/base/use/81", "/base/use/91", "/base/use/92"])
  }

  @Test func looksAgainWhenItRunsDry() async throws {
    let server = RecordingServer { request, count in
      guard request.target.hasPrefix("/base/parcels") else { return .ok() }
      return Self.parcels(count == 1 ? [1] : [count])
    }
    let outcomes = try await runCases(
      uses(3),
      of: suite(nil),
      on: server.transport,
      givens: try orders("9")
    )
    #expect(await outcomes.words == ["200", "200", "200"])
    #expect(
      server.requests.map(\.target) == [
        "/base/parcels?order=9", "/base/use/1", "/base/parcels?order=9", "/base/use/3",
        "/base/parcels?order=9", "/base/use/5",
      ]
    )
  }

  /// What was refused and is still there was not used up; what was taken and is still there was.
  @Test(arguments: [(409, ["409", "409"]), (503, ["503", "503"])])
  func takesBackWhatIsStillThere(status: Int, words: [String]) async throws {
    let server = RecordingServer { request, _ in
      request.target.hasPrefix("/base/parcels") ? Self.parcels([1]) : .status(status)
    }
    let outcomes = try await runCases(
      uses(2),
      of: suite(nil),
      on: server.transport,
      givens: try orders("9")
    )
    #expect(await outcomes.words == words)
  }

  @Test func doesNotTakeBackWhatWasUsed() async throws {
    let server = RecordingServer { request, _ in
      request.target.hasPrefix("/base/parcels") ? Self.parcels([1]) : .ok()
    }
    let outcomes = try await runCases(
      uses(3),
      of: suite(nil),
      on: server.transport,
      givens: try orders("9")
    )
    #expect(await outcomes.words.map { $0.prefix(7) } == ["200", "skipped", "skipped"])
    // Once for each time that something was changed since.
    #expect(server.requests.count { $0.target.hasPrefix("/base/parcels") } == 2)
  }

  @Test func aGivenValueThatWasRefusedGoesBackAtTheEnd() async throws {
    let server = RecordingServer { _, count in count == 1 ? .status(409) : .ok() }
    let use = RequestTemplate(.post, [.text("/use/"), .value(.given("order"))])
    let outcomes = try await runCases(
      ["a", "b", "c", "d"].map {
        Shop.testCase($0, use, consumes: ["order"], access: .writes)
      },
      on: server.transport,
      givens: try orders("1,2")
    )
    #expect(server.requests.map(\.target) == ["/base/use/1", "/base/use/2", "/base/use/1"])
    #expect(await outcomes.words.map { $0.prefix(7) } == ["409", "200", "200", "skipped"])
  }

  /// The list of all parcels belongs to nobody in particular.
  private var openSuite: ContractSuite {
    var suite = Shop.suite
    suite.givens[1].discovery?.request.query = [:]
    return suite
  }

  @Test func whatNobodyGaveIsNotUsedUp() async throws {
    let server = RecordingServer { request, _ in
      request.target.hasPrefix("/base/parcels") ? Self.parcels([1, 2]) : .ok()
    }
    let reads = Shop.testCase(
      "reads",
      RequestTemplate(.get, [.text("/p/"), .value(.given("parcel", field: "id"))])
    )
    let outcomes = try await runCases([reads] + uses(1), of: openSuite, on: server.transport)
    #expect(server.requests.map(\.target) == ["/base/parcels", "/base/p/2"])
    #expect(
      await outcomes.words == [
        "200",
        """
        skipped: No value of shop.parcel was given, and the case would use one up: A parcel with its \
        code. 2 were found by listParcels and are nobody's to use up. Give one with --given \
        shop.parcel=…, or allow it with --use-found shop.parcel.
        """,
      ]
    )
    #expect(outcomes.shortages.isEmpty)
    var givens = GivenValues()
    try givens.useFound("shop.parcel", for: [openSuite])
    let allowed = try await runCases(uses(1), of: openSuite, on: server.transport, givens: givens)
    #expect(await allowed.words == ["200"])
  }

  @Test func whatIsNotUsedUpIsShared() async throws {
    let server = RecordingServer { _, _ in .ok() }
    var givens = try orders("1")
    try givens.reuse("shop.order", for: [Shop.suite])
    let use = RequestTemplate(.post, [.text("/use/"), .value(.given("order"))])
    let outcomes = try await runCases(
      ["a", "b"].map { Shop.testCase($0, use, consumes: ["order"], access: .writes) },
      on: server.transport,
      givens: givens
    )
    #expect(await outcomes.words == ["200", "200"])
    #expect(throws: GivenValues.Invalid.unknown("shop.x", known: ["shop.order", "shop.parcel"])) {
      try givens.reuse("shop.x", for: [Shop.suite])
    }
  }
}
