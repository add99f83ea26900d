import Accord
import AccordModel
import Testing

@Suite("Orders by named members, what is read back, other answers and links are stated")
struct ShelfTests {
  private let run = VocabularyRun(suite: Shelves.suite)

  @Test func contractsAreSound() throws {
    let problems = try run.problems()
    #expect(problems == [])
  }

  @Test func mockKeepsTheContracts() async throws {
    let found = try await run.againstMock()
    #expect(found == [])
  }

  @Test func rightServerConforms() async throws {
    let server = ShelfServer()
    let found = try await run.against { server.answer($0) }
    #expect(found == [])
  }

  @Test(arguments: ShelfServer.Variation.allCases)
  func harmlessVariationConforms(_ variation: ShelfServer.Variation) async throws {
    let server = ShelfServer(variation: variation)
    let found = try await run.against { server.answer($0) }
    let unseen = variation == .noLink ? ["books.get/relation/cover"] : []
    #expect(found.map(\.testCase) == unseen, "\(found)")
  }

  private static let price = "books.list/relation/sorted/price"
  private static let title = "books.list/relation/sorted/title"
  private static let newest = "books.list/relation/sorted/newest"
  private static let cover = "covers.put/relation/kept"

  @Test(arguments: [
    (
      ShelfServer.Fault.ignoresSort, [price, title, newest], "with which the list ascends by /price"
    ),
    (.sortsByOther, [title], "with which the list ascends by /title after"),
    (.neverDescends, [price, title, newest], "with which the list descends by /price after"),
    (.newestFirstIgnored, [newest], "with which the list descends by /id after"),
    (.losesBytes, [cover], "the first byte that differs is at 7"),
    (
      .changesByte, [cover],
      "8 bytes with SHA-256 4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6"
    ),
    (
      .losesTitle, ["books.put/relation/kept", "books.add/relation/kept"],
      #"response body /title: expected "Ida", as in step 1 (write), found "Emma Woodhouse""#
    ),
    (
      .changesTitle, ["books.put/relation/kept", "books.add/relation/kept"],
      #"response body /title: expected "Ida", as in step 1 (write), found "Ida!""#
    ),
    (
      .linkNowhere, ["books.get/relation/cover"],
      "because Link icon of step 1 (request) leads there"
    ),
    (.headDiffers, ["books.get/relation/head"], "response header X-Shelf"),
    (.conflictsAgain, ["books.remove/relation/twice"], "expected"),
  ])
  func wrongServerIsFound(
    _ fault: ShelfServer.Fault,
    _ cases: [String],
    _ words: String
  ) async throws {
    let server = ShelfServer(fault: fault)
    let found = try await run.against { server.answer($0) }
    var names: [String] = []
    for name in found.map(\.testCase) where !names.contains(name) { names.append(name) }
    #expect(names == cases, "\(found)")
    #expect(found.first?.text.contains(words) ?? false, "\(found)")
  }

  @Test(
    "An answer of another status is held to the closest statuses",
    arguments: [
      (ShelfServer.Fault.wrongDefault, "response body /title"),
      (.classAsDefault, "response header Content-Type: expected application/problem+json"),
      (.noTrace, "response header X-Trace: expected the field X-Trace, found none"),
      (.exactAsClass, "response header Content-Type: expected application/json"),
    ]
  )
  func otherAnswerIsHeldToItsStatus(_ fault: ShelfServer.Fault, _ words: String) async throws {
    let server = ShelfServer(fault: fault)
    let found = try await run.against { server.answer($0) }
    #expect(!found.isEmpty)
    #expect(
      found.allSatisfy { $0.testCase.hasPrefix("books.get/parameter-invalid/id/") },
      "\(found)"
    )
    #expect(found.allSatisfy { $0.text.hasPrefix(words) }, "\(found)")
  }

  @Test func documentSaysIt() throws {
    let document = try run.document()
    for sentence in [
      "An answer of a status that is not declared otherwise is one of the endpoint's.",
      "400 to 499 is one of the endpoint's statuses.",
    ] {
      #expect(document.contains(sentence), "\(sentence)")
    }
  }
}

@Suite("What a contract says of other answers is found by their status")
struct OtherAnswerTests {
  @Test(arguments: [(400, "bad"), (404, "wrong"), (500, "default"), (302, "default")])
  func closestStatusesGoFirst(_ status: Int, _ name: String) {
    let rule = Shelves.get.otherAnswer(of: status, version: nil)
    #expect(rule?.clause.id == "response/\(name)")
  }
}
