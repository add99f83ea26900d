import Accord
@testable import AccordMocking
import AccordWire
import Testing

/// A server whose answers never arrive whole: there is nothing to judge, and nothing is its
/// contract's fault.
struct BrokenServer: Sendable, CustomTestStringConvertible {
  /// The name, unique.
  var name: String

  /// What the exchange is said to have come to.
  var kind: ExchangeFailure.Kind

  /// What it does.
  var difference: Trial.Difference

  /// The longest time for one exchange, in seconds.
  var timeout: Double = 600

  var testDescription: String { name }

  /// All of them.
  static let all: [BrokenServer] = [
    BrokenServer(
      name: "resets-before-the-head",
      kind: .reset,
      difference: .fault(.resetBeforeHead)
    ),
    BrokenServer(name: "resets-in-the-body", kind: .reset, difference: .fault(.resetInBody)),
    BrokenServer(
      name: "closes-in-the-body",
      kind: .truncatedBody,
      difference: .fault(.truncatedBody)
    ),
    BrokenServer(
      name: "never-answers",
      kind: .responseTimeout,
      difference: .fault(.neverAnswer),
      timeout: 1
    ),
    BrokenServer(
      name: "closes-at-once",
      kind: .closedBeforeHead,
      difference: .wire { _, _ in WireReply([.close]) }
    ),
    BrokenServer(
      name: "closes-in-the-head",
      kind: .closedInHead,
      difference: .wire { _, _ in WireReply([.write("HTTP/1.1 200 OK\r\nContent-"), .close]) }
    ),
    BrokenServer(
      name: "closes-in-a-chunk",
      kind: .truncatedBody,
      difference: .wire { _, _ in
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        return WireReply([.write(head + "5\r\nhe"), .close])
      }
    ),
    BrokenServer(
      name: "head-without-end",
      kind: .headOverLimit,
      difference: .wire { _, _ in
        let field = "X-Filler: " + String(repeating: "x", count: 4_000) + "\r\n"
        let head = "HTTP/1.1 200 OK\r\n" + String(repeating: field, count: 500)
        return WireReply([.write(head), .close])
      }
    ),
  ]
}

/// A broken server is named as what it is, and no rule blames it.
// Whole runs side by side would take the processors from the tests that are about time.
@Suite(.serialized) struct BrokenServerTests {
  @Test(arguments: BrokenServer.all) func failureIsNamed(_ server: BrokenServer) async throws {
    let report = try await Trial(
      suite: .served("interact"),
      cases: ["interact/connections.accept-reject/v1/example/accept"],
      difference: server.difference,
      timeout: server.timeout
    )
    .report()
    #expect(report.violations == [])
    #expect(report.summary.failed == 1)
    #expect(report.summary.cases == 1)
    #expect(report.exitStatus == 2)
    let kinds = report.results.flatMap(\.exchanges).compactMap { exchange in
      if case .failed(let failure, _) = exchange.outcome { failure.kind } else { nil }
    }
    #expect(kinds == [server.kind])
  }
}
