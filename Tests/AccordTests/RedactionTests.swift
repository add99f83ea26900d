import AccordSchema
import ShippedContracts
import Synchronization
import Testing

@testable import Accord

@Suite("Secrets are replaced, and nothing else") struct RedactionTests {
  /// What is said of a server that repeats the token, whatever the token is.
  private func judgements(token: String) async throws -> [Judgement] {
    let suite = try #require(ShippedContracts.suites.first { $0.id == "platform" })
    let counter = Mutex(0)
    let transport = InProcessTransport { request in
      guard request.fields.values(of: "Cookie").contains(where: { $0.contains(token) }) else {
        return .answered(
          Exchange.Response(status: 401, fields: [Field("Content-Type", "text/html")])
        )
      }
      let count = counter.withLock { count in
        count += 1
        return count
      }
      let status = count.isMultiple(of: 2) ? 200 : 500
      return .answered(
        Exchange.Response(
          status: status,
          fields: [Field("Content-Type", "application/json"), Field("X-Token", token)],
          body: Array(
            "{\"Connections\":[],\"Note\":\"It is <\(token)>.\",\"TotalConnections\":\"\(token)\"}"
              .utf8
          )
        )
      )
    }
    var settings = ConformanceRun.Settings(
      selection: Selection(contracts: ["contacts.connections"])
    )
    settings.jobs = 1
    settings.environment = EnvironmentVariables(["PLATFORM_TOKEN": token])
    for given in ["contact", "contactType", "requestor"] {
      try settings.givens.add(
        "platform.\(given)=01234567-89ab-cdef-0123-456789abcdef",
        for: [suite]
      )
    }
    let report = try await ConformanceRun(
      [
        ConformanceRun.Target(
          suite.placingCredential(in: "Cookie", as: "ss-id={token}"),
          at: try ServerAddress("http://api.example"),
          over: transport
        )
      ],
      settings: settings
    ).report()
    return report.suites.flatMap(\.results).map(\.judgement)
  }

  @Test(
    "The words of the judge stay, also where the token is one of them",
    arguments: ["wrong", "expected", "because", "answer", "promise", "already"]
  )
  func wordsStay(_ token: String) async throws {
    let judgements = try await judgements(token: token)
    let others = try await self.judgements(token: "qX7-unheard-of-q")
    #expect(judgements == others)
    let texts = judgements.flatMap { judgement in
      judgement.notChecked
        + judgement.violations.flatMap {
          [$0.place.description, $0.expected, $0.actual, $0.hint ?? ""]
        }
    }
    #expect(texts.contains { $0.contains("$PLATFORM_TOKEN") })
    #expect(judgements.contains { $0.violations.count > 0 })
    if token == "wrong" {
      #expect(
        texts.contains { $0.contains("is already wrong.") },
        "\(Set(texts).sorted().prefix(40)) \(judgements.map(\.verdict).prefix(9))"
      )
    }
  }
}
