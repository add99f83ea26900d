import Accord
import ShippedContracts
import Testing

/// Requests are written, and read by the mock, in every format that a contract lets them be in.
@Suite struct RequestFormatTests {
  private static let formats = ["json", "xml", "jsonl", "jsv", "csv"]

  /// The Platform as it would be if its pages promised to read every format.
  private func suite() throws -> ContractSuite {
    var suite = try #require(ShippedContracts.suites.first { $0.id == "platform" })
    for index in suite.contracts.indices { suite.contracts[index].body?.formats = Self.formats }
    return suite
  }

  @Test func contentIsReadInEveryFormat() async throws {
    let report = try await ConformanceRun(
      [.init(try suite(), against: .inProcessMock)],
      settings: .init(selection: Selection(cases: ["*/place/body/*", "*/body-malformed/*"]))
    ).report()
    let results = report.suites.flatMap(\.results)
    for format in Self.formats {
      let ids = results.map(\.testCase.id.description).filter { $0.hasSuffix("/\(format)") }
      #expect(ids.contains { $0.contains("/place/body/") }, "\(format)")
      #expect(ids.contains { $0.contains("/body-malformed/") }, "\(format)")
    }
    for result in results {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.violations)"
      )
    }
    let types = results.flatMap(\.exchanges).flatMap {
      $0.request.fields.values(of: "Content-Type")
    }
    #expect(Set(types).isSuperset(of: ["application/jsv", "text/csv"]))
  }
}
