import Accord
import AccordMocking
import AccordModel
import AccordRunning
import AccordSchema
import AccordWire
import Testing

@testable import AccordTraffic

/// Traffic that goes through a proxy is judged as it was.
struct TrafficProxyTests {
  private static func request(
    _ method: String,
    _ target: String,
    token: String? = MockSetting.token,
    _ body: String = "",
    to endpoint: Endpoint
  ) -> WireRequest {
    var fields = [WireField("Host", endpoint.authority)]
    if let token { fields.append(WireField("X-Token", token)) }
    if !body.isEmpty {
      fields.append(WireField("Content-Type", "application/json"))
      fields.append(WireField("Content-Length", String(body.utf8.count)))
    }
    return WireRequest(method, target, fields: fields, body: Array(body.utf8))
  }

  @Test func exchangesAreJudgedAsTheyGoBy() async throws {
    let mock = try await Mock([Books.suite]).start()
    let address = try ServerAddress("http://127.0.0.1:\(mock.port)")
    let run = TrafficRun([TrafficTarget(Books.suite, at: address)], subject: "\(address)")
    let proxy = try await TrafficProxy.start(to: address, judgedBy: run)
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: proxy.port)
    let client = WireClient()
    for request in [
      Self.request("GET", "/books/7", to: endpoint),
      Self.request("GET", "/books/seven", to: endpoint),
      Self.request("POST", "/books", #"{"title":"Emma"}"#, to: endpoint),
      Self.request("GET", "/books/7", token: nil, to: endpoint),
      Self.request("GET", "/elsewhere?token=secret-token-9", to: endpoint),
    ] {
      _ = await client.exchange(request, with: endpoint, safeToResend: false)
    }
    await client.shutdown()
    await proxy.stop()
    await mock.stop()
    let report = run.report()
    let cases = report.record.suites[0].cases
    #expect(cases.map(\.verdict) == [.conforms, .conforms, .conforms, .conforms])
    #expect(
      cases.map(\.id.description) == [
        "books/books.get/traffic/1", "books/books.get/traffic/2", "books/books.add/traffic/3",
        "books/books.get/traffic/4",
      ]
    )
    #expect(
      report.unjudged.map(\.description) == [
        "Not judged: GET \(address)/elsewhere (connection 1, exchange 5). No route of books has this path."
      ]
    )
    #expect(report.record.exitStatus == 0)
    #expect(cases[0].exchanges[0].request.url == "\(address)/books/7")
    #expect(cases[0].exchanges[0].timing.total > 0)
  }

  @Test func aWrongAnswerIsFoundAndPassedOn() async throws {
    let server = try await WireServer.start { _ in
      .response(
        status: 200,
        fields: [WireField("Content-Type", "application/json")],
        body: Array("{}".utf8)
      )
    }
    let address = try ServerAddress("http://127.0.0.1:\(server.port)")
    let run = TrafficRun([TrafficTarget(Books.suite, at: address)], subject: "\(address)")
    let proxy = try await TrafficProxy.start(to: address, judgedBy: run)
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: proxy.port)
    let client = WireClient()
    let exchange = await client.exchange(
      Self.request("GET", "/books/7", to: endpoint),
      with: endpoint,
      safeToResend: false
    )
    await client.shutdown()
    await proxy.stop()
    await server.shutdown()
    #expect(exchange.response?.body == Array("{}".utf8))
    #expect(run.report().record.exitStatus == 1)
    let violations = run.report().record.suites[0].cases[0].violations
    #expect(violations.map(\.rule) == ["body-matches-schema", "body-matches-schema"])
  }

  @Test func codedContentIsRead() {
    let run = TrafficRun([TrafficTarget(Books.suite)], subject: "x")
    var exchange = Seen.exchange("GET", "/books/7", 200)
    exchange.answer = .response(
      Exchange.Response(
        status: 200,
        fields: [
          Field("Content-Type", "application/json"), Field("Content-Encoding", "gzip"),
        ]
      ),
      // {"id":7}
      .whole([
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0xCA, 0x4C, 0x51,
        0xB2, 0x32, 0xAF, 0x05, 0x00, 0x43, 0x5F, 0x07, 0x12, 0x08, 0x00, 0x00, 0x00,
      ])
    )
    let record = run.judge(exchange)
    #expect(record?.verdict == .violates)
  }
}
