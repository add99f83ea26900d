import AccordModel
import ShippedContracts
import Testing

@testable import Accord

@Suite struct ConnectionWarningsTests {
  /// The warnings of a suite whose first case had these exchanges.
  private func warnings(_ exchanges: [Exchange]) throws -> [String] {
    let suite = try #require(ShippedContracts.suites.first)
    let plan = ConformanceRun([ConformanceRun.Target(suite, against: .inProcessMock)]).plans[0]
    let result = Report.Result(
      try #require(plan.cases.first),
      exchanges: exchanges,
      judgement: Judgement(.conforms)
    )
    return ConnectionWarnings.warnings(
      of: ConnectionTally(result, at: 0),
      from: "https://a.example"
    )
  }

  private func exchange(_ version: TLSVersion?, wasResent: Bool = false) -> Exchange {
    Exchange(
      request: Exchange.Request(
        origin: "https://a.example",
        method: "GET",
        target: "/",
        fields: []
      ),
      outcome: .answered(Exchange.Response(status: 200)),
      wasResent: wasResent,
      tlsVersion: version
    )
  }

  @Test func versionsThatMustNotBeUsedAreNamed() throws {
    #expect(
      try warnings([exchange(.version1), exchange(.version1_1), exchange(.version1)]) == [
        """
        https://a.example: 2 exchanges took place over TLS 1.0, which must not be used any more \
        (RFC 8996). TLS 1.2 and 1.3 were offered and the server did not choose them.
        """,
        """
        https://a.example: 1 exchange took place over TLS 1.1, which must not be used any more \
        (RFC 8996). TLS 1.2 and 1.3 were offered and the server did not choose them.
        """,
      ]
    )
    #expect(try warnings([exchange(.version1_2), exchange(.version1_3), exchange(nil)]) == [])
  }

  @Test func requestsThatWereSentTwiceAreCounted() throws {
    let suite = try #require(ShippedContracts.suites.first)
    let plan = ConformanceRun([ConformanceRun.Target(suite, against: .inProcessMock)]).plans[0]
    let first = try #require(plan.cases.first)
    #expect(
      try warnings([exchange(nil, wasResent: true), exchange(nil)]) == [
        """
        https://a.example: 1 request met a kept connection that the server had closed and did not \
        announce to close, or on which it had left bytes behind, and went out once more on a new one; \
        the first of them in \(first.id). With --connection close nothing is sent twice.
        """
      ]
    )
  }

  @Test func leftoverBytesNameTheExchangeBeforeThem() {
    let redactor = Redactor(secrets: [Secret("tok-9f8e7d", placeholder: "$T")])
    let leftovers = [
      Leftover(request: "GET /a?t=tok-9f8e7d", status: 204, bytes: Array("no tok-9f8e7d\n".utf8)),
      Leftover(request: "GET /b", status: 200, bytes: Array("x".utf8)),
    ]
    #expect(
      ConnectionWarnings.warnings(of: leftovers.map(redactor.redact), from: "https://a.example")
        == [
          """
          https://a.example: after the answer 204 to GET /a?t=$T the server sent 6 bytes: "no $T\\n", \
          which belongs to no message, the first of 2 times. An answer to HEAD, a 204 and a 304 have \
          no content, and every other ends where its Content-Length or its chunks say (RFC 9112 \
          section 6.3); the connection was given up.
          """
        ]
    )
    #expect(ConnectionWarnings.warnings(of: [Leftover](), from: "https://a.example") == [])
  }

  @Test func aResponseTooManyNamesBothRequests() {
    let leftover = Leftover(
      request: "GET /b",
      status: 200,
      bytes: Array("HTTP/1.1 200 OK\r\n".utf8),
      previous: "GET /a"
    )
    let warnings = ConnectionWarnings.warnings(of: [leftover], from: "https://a.example")
    #expect(
      warnings.last == """
        https://a.example: a whole response came after the answer to GET /b, and may be the one to it: \
        what was taken for its answer may be a second one to GET /a, the request before it on the \
        connection. What is said of both may be wrong; --connection close keeps them apart.
        """
    )
    #expect(warnings.count == 2)
  }
}
