import Accord
import AccordModel
import Testing

@Suite("Location, pages and repeated requests are stated")
struct NoteTests {
  private let run = VocabularyRun(suite: Notes.suite)

  @Test func contractsAreSound() throws {
    let problems = try run.problems()
    #expect(problems == [])
  }

  @Test func mockKeepsTheContracts() async throws {
    let found = try await run.againstMock()
    #expect(found == [])
  }

  @Test func rightServerConforms() async throws {
    let server = NoteServer()
    let found = try await run.against { server.answer($0) }
    #expect(found == [])
  }

  @Test(arguments: NoteServer.Variation.allCases)
  func harmlessVariationConforms(_ variation: NoteServer.Variation) async throws {
    let server = NoteServer(variation: variation)
    let found = try await run.against { server.answer($0) }
    #expect(found == [])
  }

  private static let location = "notes.add/relation/location"
  private static let cursors = "notes.list/relation/cursors"

  @Test(arguments: [
    (
      NoteServer.Fault.noLocation, location,
      "response header Location: expected one URI reference that leads to notes.get, found none"
    ),
    (
      .locationNowhere, location,
      "response status: expected an answer of notes.get, because Location of step 1 (request) leads there, found 404"
    ),
    (.locationOfAnother, location, "response body /id: expected"),
    (.takesAgain, "notes.add/relation/key", "because Idempotency-Key is the same, found"),
    (.losesOne, cursors, "expected 5 items on the pages together, as /total says, found 4 items"),
    (
      .repeatsOne, cursors,
      "expected an item that is on no page before, found 2, which is in step 1"
    ),
    (.tooMany, cursors, "expected at most 2 items, as limit says, found 5 items"),
    (.loops, cursors, "expected an item that is on no page before, found 1, which is in step 1"),
    (.linkSkips, "tags.list/relation/links", "found 4 items on them; t3 is on none"),
    (.offsetIgnored, "words.list/relation/offsets", "found 1, which is in step 2 (page 1) too"),
  ])
  func wrongServerIsFound(
    _ fault: NoteServer.Fault,
    _ name: String,
    _ words: String
  ) async throws {
    let server = NoteServer(fault: fault)
    let found = try await run.against { server.answer($0) }
    #expect(found.map(\.testCase) == [name], "\(found)")
    #expect(found.first?.text.contains(words) ?? false, "\(found)")
  }

  @Test("Location is followed on its own server alone")
  func otherServer() async throws {
    let server = NoteServer()
    let found = try await run.against { request in
      var response = server.answer(request)
      for index in response.fields.indices where response.fields[index].name == "Location" {
        response.fields[index].value = "http://elsewhere.example/notes/10"
      }
      return response
    }
    #expect(found.map(\.testCase) == [Self.location])
    #expect(found.first?.rule.contains("Location leads to another server") ?? false, "\(found)")
  }
}
