import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordJudging

/// What a rule looks at where its own examples do not lead: each condition of a rule decides something.
@Suite struct NarrowExampleTests {
  /// An example that a rule accepts as a whole, or objects to at its place.
  struct Sample: Sendable, CustomTestStringConvertible {
    var rule: String
    var example: RuleExample
    var testDescription: String { "\(rule): \(example.name)" }
  }

  static let accepted: [Sample] = [
    Sample(rule: "same-read-twice", example: .covers("the same bytes", "Emma", "Emma")),
    Sample(
      rule: "reads-back",
      example: .put("the same title and more", #"{"id":7,"title":"Emma"}"#)
    ),
    Sample(
      rule: "stronger-place-wins",
      example: .alone("the answer of the value that wins", .books([7]))
    ),
    Sample(
      rule: "sorting-sorts",
      example: .relation(
        "a list that is asked for by more than one of two directions",
        .sortingSorts(nested),
        [
          .list(["by": "title", "way": "down"], .json(sorted("b", "a"))),
          .list(["by": "title"], .json(sorted("a", "b"))),
        ]
      )
    ),
  ]

  static let rejected: [Sample] = [
    Sample(
      rule: "same-read-twice",
      example: .covers("other bytes", "Emma", "Emmi", at: "response body")
    ),
    Sample(
      rule: "same-read-twice",
      example: .covers("fewer bytes", "Emma", "Em", at: "response body")
    ),
    Sample(
      rule: "reads-back",
      example: .put("another title", #"{"id":7,"title":"Ida"}"#, at: "response body /title")
    ),
    Sample(
      rule: "reads-back",
      example: .put(
        "nothing is found",
        #"{"errorCode":1044,"errorMsg":"No."}"#,
        status: 404,
        at: "response status"
      )
    ),
    Sample(
      rule: "change-is-visible",
      example: .states(
        "an item that is listed twice",
        .changed(since: 1, ignoring: []),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.books([7, 7]))],
        look: 2,
        at: "response body"
      )
    ),
    Sample(
      rule: "sorting-sorts",
      example: .relation(
        "an item that is only in the list that descends",
        .sortingSorts(BookShop.sorting),
        [
          .list(["by": 0, "order": "up"], .json(sorted("a", "b"))),
          .list(["by": 0, "order": "down"], .json(sorted("c", "b", "a"))),
        ],
        at: "response body /items"
      )
    ),
    Sample(
      rule: "ranges-are-served",
      example: .ranges("the whole beyond its end", beyond: 200, at: "response status")
    ),
    Sample(
      rule: "pages-hold-all",
      example: .linked(
        "a link that is no reference",
        [.books([7, 8]), .linking([9], "</books?a b>; rel=next")],
        at: "response header Link"
      )
    ),
    Sample(
      rule: "pages-hold-all",
      example: .linked(
        "an item that is on no page",
        whole: .books([7, 8, 9]),
        [.linking([7, 8], "</books?page=2>; rel=next"), .books([])],
        at: "response body /items"
      )
    ),
  ]

  @Test(arguments: accepted) func isAccepted(_ sample: Sample) {
    let judgement = Judge(isStrict: true).judge(sample.example)
    #expect(judgement.violations == [])
    #expect(judgement.notChecked.isEmpty, "\(judgement.notChecked)")
    #expect(judgement.verdict == .conforms)
    #expect(judgement.rules.contains(sample.rule))
  }

  @Test(arguments: rejected) func isRejected(_ sample: Sample) throws {
    let place = try #require(sample.example.place)
    let judgement = Judge().judge(sample.example)
    #expect(Set(judgement.violations.map(\.rule)) == [sample.rule])
    #expect(judgement.violations.contains { $0.place.description.hasPrefix(place) })
  }

  /// Another ETag is another state of the whole, of which nothing is promised.
  @Test func partsOfAnotherStateAreNotCompared() {
    let judgement = Judge().judge(.ranges("another ETag", tags: ["\"a\"", "\"b\""]))
    #expect(judgement.violations == [])
    #expect(
      "\(judgement.verdict)".contains(
        "The answer changed between the reads: its ETag is another one."
      )
    )
  }

  /// What is neither refused nor answered says nothing of the place.
  @Test func anOutageShowsNoPlace() {
    let judgement = Judge().judge(.alone("an outage", .json("{}", status: 500)))
    #expect(!judgement.violations.contains { $0.rule == "stronger-place-wins" })
    #expect(!judgement.exercised.contains("parameter/shop"))
    #expect(!judgement.rules.contains("stronger-place-wins"))
  }

  /// A refusal that needs no content has none by HEAD, so that its media type tells of nothing.
  @Test(arguments: [true, false]) func emptyRefusalsHaveNoMediaType(allowsEmptyBody: Bool) {
    var turn = Turn.head(401, fields: [Field("Content-Type", "text/plain")])
    turn.expectation = BookShop.refused(
      .status(.unauthorized, allowsEmptyBody: allowsEmptyBody)
    )
    let rules = Judge().judge(.listing("empty", turn)).violations.map(\.rule)
    #expect(rules.contains("content-type-matches-format") == !allowsEmptyBody)
  }

  /// Where a contract declares several media types for its answers, it is told whether another one is declared
  /// at all.
  @Test(arguments: [
    (
      "application/xml",
      "The contract declares application/xml, and this request does not ask for it."
    ),
    (
      "text/plain",
      "The contract declares "
        + BookShop.suite.formats.map(\.mediaType).joined(separator: ", ") + " for its answers."
    ),
  ])
  func otherMediaTypesAreToldFromUndeclaredOnes(_ type: String, _ hint: String) {
    var sibling = BookShop.get.responses[0]
    sibling.formats = ["xml"]
    var example = RuleExample.answer("several", .answer(200, type, JudgeTests.book))
    let index = example.suite.contracts.firstIndex { $0.id == BookShop.get.id } ?? 0
    example.suite.contracts[index].responses.append(sibling)
    let hints = Judge().judge(example).violations
      .filter { $0.rule == "content-type-matches-format" }.map(\.hint)
    #expect(hints == [hint])
    // Where it declares one for all, there is nothing to tell.
    let plain = Judge().judge(.answer("one", .answer(200, type, JudgeTests.book))).violations
      .filter { $0.rule == "content-type-matches-format" }
    #expect(plain.count == 1)
    #expect(plain.allSatisfy { $0.hint?.contains("declares") != true })
  }

  /// Broken JSON that is said to be JSON is wrong whoever states what there should be; a name that stands twice
  /// is JSON.
  @Test func brokenContentContradictsItsLabel() {
    var scene = Scene()
    scene.rule.contentClause.basis = Scene.open
    scene.write(Array(#"{"id":7"#.utf8))
    #expect(scene.judgement().violations.map(\.level) == [.must])

    // Not grammar but a limit of the syntax that is promised: of CSV nothing says that it is JSON.
    scene.format = BookShop.jsv
    scene.label("application/jsv")
    scene.write(Array("{id:7".utf8))
    #expect(scene.judgement().violations.map(\.level) == [.assumption])
  }

  /// That a version is honoured shows in a right answer alone.
  @Test func versionsShowInRightAnswersAlone() {
    func exercised(_ response: Exchange.Response) -> Bool {
      let example = RuleExample.answer(
        "version",
        to: BookShop.found(versionClause: BookShop.absentMeansOne),
        from: .version,
        response
      )
      return Judge().judge(example).exercised.contains("version/1/absent")
    }
    #expect(exercised(.book("Emma")))
    #expect(!exercised(.json(#"{"id":7,"title":"Emma"}"#, status: 202)))
    #expect(!exercised(.json(#"{"errorCode":1044,"errorMsg":"No."}"#)))
  }

  // MARK: - Lists

  private static func sorted(_ titles: String...) -> String {
    let items = titles.map { #"{"id":\#($0.utf8.reduce(0) { $0 + Int($1) }),"title":"\#($0)"}"# }
    return #"{"items":[\#(items.joined(separator: ","))]}"#
  }

  /// One direction has the parameters of the other, and one more.
  private static let nested = Relation.Sorting(
    [
      .order(
        "title",
        ascending: ["by": "title"],
        descending: ["by": "title", "way": "down"],
        by: "/title"
      )
    ],
    items: "/items",
    identity: ["/id"]
  )
}

extension RuleExample {
  /// A cover that is read twice.
  fileprivate static func covers(
    _ name: String,
    _ first: String,
    _ second: String,
    at place: String? = nil
  ) -> RuleExample {
    var cover = BookShop.cover()
    cover.format = Format("octets", .bytes, mediaType: "application/octet-stream")
    let turns = [first, second].map { bytes in
      Turn.get(expecting: cover, .answer(200, "application/octet-stream", bytes))
    }
    return relation(name, .sameReadTwice, of: BookShop.get, turns, at: place)
  }

  /// A book whose title is put, and which is then read.
  fileprivate static func put(
    _ name: String,
    _ answer: String,
    status: Int = 200,
    at place: String? = nil
  ) -> RuleExample {
    let sent: JSON = ["title": "Emma"]
    var write = Turn.remove(7)
    write.request.method = .put
    write.request.body = .value(sent, [], .json, BookShop.book)
    var example = relation(
      name,
      .readsBack(by: "books.get"),
      of: BookShop.remove,
      [write, .get(.json(answer, status: status))],
      at: place
    )
    example.exchanges[0].request.body = Array(#"{"title":"Emma"}"#.utf8)
    example.exchanges[0].request.payload = sent
    return example
  }

  /// One request with a value in two places, of which one counts.
  fileprivate static func alone(_ name: String, _ response: Exchange.Response) -> RuleExample {
    relation(
      name,
      .strongerPlaceWins(parameter: "shop", decoy: "none"),
      [.list(["shop": "a"], response)]
    )
  }

  /// A list of books, its first byte, its last byte and what is beyond.
  fileprivate static func ranges(
    _ name: String,
    beyond: Int = 416,
    tags: [String] = [],
    at place: String? = nil
  ) -> RuleExample {
    let text = #"{"items":[]}"#
    func tag(_ number: Int) -> [Field] {
      tags.indices.contains(number) ? [Field("ETag", tags[number])] : []
    }
    var turns = [Turn.list(.json(text, fields: tag(0)))]
    for (range, byte) in [("bytes 0-0/12", "{"), ("bytes 11-11/12", "}")] {
      var turn = Turn.list(
        .json(byte, status: 206, fields: [Field("Content-Range", range)] + tag(1))
      )
      turn.expectation = .any([200, 206])
      turns.append(turn)
    }
    var last = Turn.list(beyond == 416 ? .empty(416) : .json(text, status: beyond))
    last.expectation = BookShop.refused(.status(.rangeNotSatisfiable, allowsEmptyBody: true))
    return relation(name, .ranges, turns + [last], at: place)
  }

  /// Pages of two books that lead to one another by links, and the whole where it is read first.
  fileprivate static func linked(
    _ name: String,
    whole: Exchange.Response? = nil,
    _ pages: [Exchange.Response],
    at place: String? = nil
  ) -> RuleExample {
    let paging = Relation.Pages(
      next: .link(),
      size: "size",
      of: 2,
      items: "/items",
      identity: ["/id"],
      whole: whole == nil ? nil : [:]
    )
    return relation(
      name,
      .pagesHoldAll(paging),
      (whole.map { [Turn.list($0)] } ?? []) + pages.map { .list(["size": 2], $0) },
      at: place
    )
  }
}

extension Exchange.Response {
  /// Books with a field that leads on.
  fileprivate static func linking(_ numbers: [Int], _ link: String) -> Exchange.Response {
    var response = Exchange.Response.books(numbers)
    response.fields.append(Field("Link", link))
    return response
  }
}
