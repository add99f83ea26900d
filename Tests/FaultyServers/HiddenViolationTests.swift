import Accord
@testable import AccordMocking
import AccordWire
import Testing

/// A server that breaks an assumption and something stated at once: neither hides the other.
// Whole runs side by side would take the processors from the tests that are about time.
@Suite(.serialized) struct HiddenViolationTests {
  /// A body that cannot be read.
  struct Body: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var fields: [Field] = []
  }

  static let bodies = [
    Body(testDescription: "cut off", bytes: Array(#"{"a":"#.utf8)),
    Body(testDescription: "HTML", bytes: Array("<!DOCTYPE html><p>It works".utf8)),
    Body(
      testDescription: "a million brackets",
      bytes: [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    ),
    Body(testDescription: "not UTF-8", bytes: [0x22, 0xE9, 0x22]),
    Body(
      testDescription: "a byte order mark",
      bytes: [0xEF, 0xBB, 0xBF] + Array(#"{"TotalConnections":0,"Connections":[]}"#.utf8)
    ),
    Body(
      testDescription: "members twice",
      bytes: Array(#"{"TotalConnections":0,"TotalConnections":0,"Connections":[]}"#.utf8)
    ),
    Body(
      testDescription: "a coding nobody asked for",
      bytes: [0x1F, 0x8B, 0x08, 0x00],
      fields: [Field("Content-Encoding", "gzip")]
    ),
  ]

  @Test("Without a charset", arguments: bodies)
  func missingCharsetHidesNothing(_ body: Body) async throws {
    let report = try await Trial(
      suite: .served("platform"),
      cases: ["platform/contacts.connections/format/json/accept"],
      difference: .answers { request, mock in
        var answer = mock(request)
        guard answer.isSuccess, answer.isJSON else { return answer }
        answer.setField("Content-Type", "application/json")
        for field in body.fields { answer.setField(field.name, field.value) }
        answer.setBody(body.bytes)
        return answer
      }
    )
    .report()
    expect(report, ["charset-matches-format": .assumption, "body-is-well-formed": .must])
  }

  @Test("With a header value outside ASCII")
  func headerValueHidesNothing() async throws {
    let report = try await Trial(
      suite: .served("interact"),
      cases: ["interact/connections.accept-reject/v1/example/accept"],
      difference: .wire { _, answer in
        var answer = answer
        answer.setText(#"{"errorCode":0,"#)
        return WireReply(
          [.write(answer.head(more: ["X-Powered-By: Zoë"]) + answer.text)],
          keepAlive: true
        )
      }
    )
    .report()
    expect(report, ["message-framing": .assumption, "body-is-well-formed": .must])
  }

  @Test("With an assumed header left out")
  func missingFieldHidesNothing() async throws {
    let report = try await Trial(
      suite: .served("platform"),
      cases: ["platform/connections.status-update/cancel/example/*"],
      difference: .answers { request, mock in
        var answer = mock(request)
        answer.removeField("Vary")
        answer.setText("Done.")
        return answer
      }
    )
    .report()
    #expect(report.violations.contains { $0.level == .assumption })
    #expect(report.violations.contains { $0.level == .must })
    #expect(report.exitStatus == 1)
  }

  private func expect(
    _ report: Report,
    _ levels: [String: Violation.Level],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let account = "\(report.account)"
    #expect(!report.violations.isEmpty, sourceLocation: location)
    for violation in report.violations {
      #expect(levels[violation.rule] == violation.level, "\(account)", sourceLocation: location)
    }
    for rule in levels.keys.sorted() {
      #expect(
        report.violations.contains { $0.rule == rule },
        "\(account)",
        sourceLocation: location
      )
    }
    #expect(report.exitStatus == 1, "\(account)", sourceLocation: location)
  }
}
