import Accord
import AccordModel
import Testing

@Suite("Media types are negotiated, each with what it promises")
struct GalleryTests {
  private static let mocked = ConformanceRun([.init(Gallery.suite, against: .inProcessMock)])

  @Test func contractIsSoundAndMocked() async throws {
    #expect(Self.mocked.problems.map { "\($0)" } == [])
    let report = try await Self.mocked.report()
    let results = report.suites.flatMap(\.results)
    for result in results {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.violations) \(result.judgement.notChecked)"
      )
    }
    let ids = results.map { $0.testCase.id.description.dropFirst("gallery/pictures.get/".count) }
    #expect(
      ids.filter { $0.hasPrefix("format") } == [
        "format/json/suffix", "format/json/accept", "format/png/suffix", "format/png/accept",
        "format/text/suffix", "format/text/accept",
        "format-precedence/suffix-over-accept/json-over-png",
        "format-precedence/suffix-over-accept/png-over-json", "format-fallback",
      ]
    )
  }

  /// A server that answers all alike: what each format promises is held to the answers in it alone.
  @Test(arguments: [
    ("application/json", #"{"title":"Emma"}"#, ["content-type-matches-format"]),
    ("image/png", "PNG", ["content-type-matches-format"]),
    ("text/plain", "", ["body-matches-schema", "content-type-matches-format"]),
    ("application/json", "{}", ["body-matches-schema", "content-type-matches-format"]),
    // What bytes look like says nothing.
    ("image/png", #"{"error":"NoPicture"}"#, ["content-type-matches-format"]),
  ])
  func answersAreHeldToTheirOwnFormat(
    _ type: String,
    _ body: String,
    _ rules: [String]
  ) async throws {
    let target = ConformanceRun.Target(
      Gallery.suite,
      at: try ServerAddress("http://gallery.example"),
      over: InProcessTransport { request in
        let fields = [Field("Content-Type", type)]
        let isHead = request.method == "HEAD"
        guard request.target.hasPrefix("/pictures/7") else {
          let error = Array(#"{"error":"NoPicture"}"#.utf8)
          let json = [Field("Content-Type", "application/json")]
          return .answered(Exchange.Response(status: 404, fields: json, body: error))
        }
        return .answered(
          Exchange.Response(status: 200, fields: fields, body: isHead ? [] : Array(body.utf8))
        )
      }
    )
    let report = try await ConformanceRun([target]).report()
    let found = report.suites.flatMap(\.results).flatMap(\.judgement.violations)
    #expect(Set(found.map(\.rule)).sorted() == rules, "\(found.map { "\($0)" })")
  }
}
