import Accord
import AccordModel
import Testing

@Suite("Conditional requests and ranges are stated")
struct DepotTests {
  private let run = VocabularyRun(suite: Depot.suite)

  @Test func contractsAreSound() throws {
    let problems = try run.problems()
    #expect(problems == [])
  }

  @Test func mockKeepsTheContracts() async throws {
    let found = try await run.againstMock()
    #expect(found == [])
  }

  private func found(of server: DepotServer) async throws -> [VocabularyRun.Found] {
    let log = RequestLog()
    return try await run.against { request in
      await log.add(request)
      return server.answer(request, number: await log.requests.count)
    }
  }

  @Test func rightServerConforms() async throws {
    let found = try await found(of: DepotServer())
    #expect(found == [])
  }

  @Test(arguments: DepotServer.Variation.allCases)
  func harmlessVariationIsNoViolation(_ variation: DepotServer.Variation) async throws {
    let found = try await found(of: DepotServer(variation: variation))
    guard variation == .changesAllTheTime else {
      #expect(found == [])
      return
    }
    #expect(
      found.map(\.testCase) == ["documents.get/relation/tag", "documents.get/relation/parts"]
    )
    #expect(found.allSatisfy { $0.rule.contains("changed between the reads") }, "\(found)")
  }

  private static let tag = "documents.get/relation/tag"
  private static let date = "documents.get/relation/date"
  private static let parts = "documents.get/relation/parts"
  private static let update = "documents.put/relation/no-lost-update"

  @Test(arguments: [
    (DepotServer.Fault.noTag, tag, "response header ETag: expected one entity tag in quotes"),
    (.bareTag, tag, "(RFC 9110 section 8.8.3), found t"),
    (.sendsAgain, tag, "304, because the request has the ETag of step 1 (whole), found 200"),
    (.comparesStrongly, tag, "304, because the request has the ETag of step 1 (whole), found 200"),
    (
      .alwaysUnchanged, tag,
      "the whole answer, because the request has another validator, found 304"
    ),
    (
      .tagless304, tag,
      "response header ETag: expected the ETag of step 1 (whole), which a 304 has too"
    ),
    (
      .noDate, date,
      "response header Last-Modified: expected one date of the last change, found none"
    ),
    (
      .ignoresDate, date,
      "304, because the request has the Last-Modified of step 1 (whole), found 200"
    ),
    (.ignoresRange, parts, "206, because Range asks for one byte of step 1 (whole), found 200"),
    (.offByOne, parts, "response header Content-Range: expected bytes 0-0/21, found bytes 0-1/21"),
    (.noContentRange, parts, "response header Content-Range: expected bytes 0-0/21, found none"),
    (.wrongLength, parts, "bytes */21, the length of step 1 (whole), found bytes */22"),
    (
      .clampsRange, parts,
      "416, because Range asks for bytes beyond the end of step 1 (whole), found 200"
    ),
    (
      .ignoresIfMatch, update,
      "412, because If-Match has a tag that the resource has not, found 204"
    ),
    (.conflict, update, "412, because If-Match has a tag that the resource has not, found 409"),
  ])
  func wrongServerIsFound(
    _ fault: DepotServer.Fault,
    _ name: String,
    _ words: String
  ) async throws {
    let found = try await found(of: DepotServer(fault: fault))
    let own = found.filter { $0.testCase == name }
    #expect(own.count == 1, "\(found)")
    #expect(own.first?.text.contains(words) ?? false, "\(found)")
    // What is wrong with tags and dates is wrong with both ways to ask.
    let others = found.filter { $0.testCase != name }.map(\.testCase)
    #expect(fault == .sendsAgain ? others == [Self.date] : others == [], "\(found)")
  }
}
