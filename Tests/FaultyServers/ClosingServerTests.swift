import Accord
@testable import AccordMocking
import AccordWire
import ShippedContracts
import Testing

/// A server may close a kept connection whenever it likes (RFC 9112 section 9.5): that breaks no
/// promise, and no case may suffer from it.
// Whole runs side by side would take the processors from the tests that are about time.
@Suite(.serialized) struct ClosingServerTests {
  /// How a server closes its connections.
  struct Closing: Sendable, CustomTestStringConvertible {
    var name: String
    /// What it writes into the head.
    var field: String?
    /// Which answers it closes after.
    var closes: @Sendable (WireServerRequest, MockAnswer) -> Bool
    var testDescription: String { name }

    static let all = [
      Closing(name: "after each answer, silently") { _, _ in true },
      Closing(name: "after each answer, announced", field: "Connection: close") { _, _ in true },
      Closing(name: "after each error, silently") { _, answer in answer.status >= 400 },
      Closing(name: "after each request that is not safe, silently") { request, _ in
        request.method != "GET"
      },
      Closing(name: "after some, silently") { request, _ in
        request.target.count.isMultiple(of: 2)
      },
    ]
  }

  // Connections are the same for all suites: each closing meets one.
  @Test(arguments: zip(Closing.all, ["interact", "platform", "interact", "platform", "interact"]))
  func wholePlanConforms(_ closing: Closing, _ suite: String) async throws {
    let report = try await Trial(
      suite: .served(suite),
      difference: .wire { request, answer in
        let more = closing.field.map { [$0] } ?? []
        let written = WireAction.write(
          answer.head(more: more) + (request.method == "HEAD" ? "" : answer.text)
        )
        let closes = closing.closes(request, answer)
        return WireReply(closes ? [written, .close] : [written], keepAlive: !closes)
      },
      // What connections do is the same for every case.
      depth: .quick
    )
    .report()
    #expect(report.summary.conforming == report.summary.cases, "\(report.account)")
    #expect(report.exitStatus == 0, "\(report.account)")
    // Only what may be sent twice is, and each time it is said.
    for exchange in report.results.flatMap(\.exchanges) where exchange.wasResent {
      #expect(["GET", "PUT", "DELETE"].contains(exchange.request.method))
    }
    let resent = report.results.flatMap(\.exchanges).contains(where: \.wasResent)
    #expect(report.settings.warnings.isEmpty == !resent)
  }

  /// With `--connection close` the server never sees a second request on a connection.
  @Test func everyExchangeHasItsOwnConnection() async throws {
    let suite = try ContractSuite.served("interact")
    var trial = Trial(
      suite: suite,
      difference: .wire { request, answer in
        #expect(request.fields.firstText(of: "Connection") == "close")
        return WireReply([.write(answer.head(more: ["Connection: close"]) + answer.text), .close])
      }
    )
    trial.keepsConnections = false
    let report = try await trial.report()
    #expect(report.summary.conforming == report.summary.cases, "\(report.account)")
    let resent = report.results.flatMap(\.exchanges).filter(\.wasResent)
    #expect(resent.isEmpty)
  }
}
