import Accord
import AccordModel
import Testing

@Suite("Parameters are lists, objects, header fields, cookies and names with slashes")
struct MuseumTests {
  private let run = VocabularyRun(suite: Museum.suite)

  @Test func contractsAreSound() throws {
    let problems = try run.problems()
    #expect(problems == [])
  }

  @Test func mockKeepsTheContracts() async throws {
    let found = try await run.againstMock()
    #expect(found == [])
  }

  @Test func rightServerConforms() async throws {
    let server = MuseumServer()
    let found = try await run.against { server.answer($0) }
    #expect(found == [])
  }

  @Test(arguments: [
    (
      MuseumServer.Fault.readsFirstItem,
      ["pictures.search/parameter-invalid/tag/item-wrong-pattern"]
    ),
    (
      .anySize,
      [
        "pictures.search/parameter-invalid/size/without-width",
        "pictures.search/parameter-invalid/size/width-not-a-number",
        "pictures.search/parameter-invalid/size/width-fraction",
        "pictures.search/parameter-invalid/size/width-below-minimum",
        "pictures.search/parameter-invalid/size/without-height",
        "pictures.search/parameter-invalid/size/height-not-a-number",
        "pictures.search/parameter-invalid/size/height-fraction",
        "pictures.search/parameter-invalid/size/height-below-minimum",
      ]
    ),
    (
      .anyHeader,
      [
        "pictures.search/parameter-invalid/x-page/not-a-number",
        "pictures.search/parameter-invalid/x-page/fraction",
        "pictures.search/parameter-invalid/x-page/below-minimum",
      ]
    ),
    (.anyCookie, ["pictures.search/parameter-invalid/theme/unknown-value"]),
    (.noSlashes, ["collections.get/example/nested"]),
    (
      .numbersAsText,
      [
        "pictures.get/parameter-invalid/number/item-not-a-number",
        "pictures.get/parameter-invalid/number/item-fraction",
        "pictures.get/parameter-invalid/number/item-below-minimum",
      ]
    ),
    (.latestIsANumber, ["pictures.latest/example/latest"]),
  ])
  func wrongServerIsFound(_ fault: MuseumServer.Fault, _ cases: [String]) async throws {
    let server = MuseumServer(fault: fault)
    let found = try await run.against { server.answer($0) }
    #expect(found.map(\.testCase).reduce(into: []) { if $0.last != $1 { $0.append($1) } } == cases)
  }

  @Test("Requests are written by the style of each parameter")
  func requests() async throws {
    let log = RequestLog()
    let server = MuseumServer()
    _ = try await run.against { request in
      await log.add(request)
      return server.answer(request)
    }
    let targets = await log.requests.map { "\($0.method) \($0.target)" }
    #expect(targets.contains("GET /pictures?tag=red,blue"))
    #expect(targets.contains("GET /pictures?tag=red,blue&size%5Bwidth%5D=1&size%5Bheight%5D=2"))
    #expect(
      targets.contains(
        "GET /pictures?tag=red,blue&size%5Bwidth%5D=640&size%5Bheight%5D=480&year=1890%7C1910"
      )
    )
    #expect(targets.contains("GET /collections/old/masters/size"))
    #expect(targets.contains("GET /pictures/.1,2"))
    let pages = await log.requests.flatMap { $0.fields.values(of: "X-Page") }
    #expect(Set(pages) == ["2", "3", "abc", "1.5", "0"])
    let cookies = await log.requests.flatMap { $0.fields.values(of: "Cookie") }
    #expect(Set(cookies) == ["theme=light", "theme=dark", "theme=Unknown"])
    let bodies = await log.requests.filter { $0.method == "POST" }
      .map { String(decoding: $0.body, as: UTF8.self) }
    #expect(Set(bodies) == ["title=A%20bridge&tag=a&tag=b"])
  }

  @Test func documentSaysHowTheyAreWritten() throws {
    let document = try run.document()
    let rows = document.split(separator: "\n")
    for (name, place) in [
      ("tag", "query (form)"), ("size", "query (deepObject)"), ("year", "query (pipeDelimited)"),
      ("X-Page", "header"), ("theme", "cookie"), ("number", "path (label)"),
    ] {
      #expect(
        rows.contains { $0.hasPrefix("| `\(name)` |") && $0.contains(" | \(place) |") },
        "\(name)"
      )
    }
    #expect(document.contains("GET /collections/old/masters/size"))
  }
}

/// The requests that a server got, in order.
actor RequestLog {
  private(set) var requests: [Exchange.Request] = []

  func add(_ request: Exchange.Request) { requests.append(request) }
}
