import AccordModel
import AccordSchema

/// SARIF 2.1.0 (OASIS, with Errata 01): a result for each way in which a promise is broken.
///
/// The location is the line of the contract that states the promise, below `%SRCROOT%`; the
/// logical location is the first of the cases. What is known is a suppressed result.
public struct SARIFFormat: ReportFormat {
  /// The name.
  public let name = "sarif"

  /// The usual file.
  public let fileName = "report.sarif"

  /// The most cases that a result names.
  package static let caseLimit = 100

  /// Creates the format.
  package init() {}

  /// Writes the record of a run.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    let causes = Cause.fingerprinted(Cause.causes(in: run) { _ in true })
    var rules: [String] = []
    var places: [String: Int] = [:]
    for (cause, _) in causes where places[cause.violation.rule] == nil {
      places[cause.violation.rule] = rules.count
      rules.append(cause.violation.rule)
    }
    let results = causes.map { cause, fingerprint in
      result(cause, fingerprint, rule: places[cause.violation.rule] ?? 0, in: run)
    }
    let document: JSON = [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "Accord", "version": .string(run.version), "rules": .array(rules.map(rule)),
            ]
          ],
          "invocations": [invocation(of: run)],
          "columnKind": "unicodeCodePoints",
          "results": .array(results),
        ]
      ],
    ]
    output.write(document.text(indented: true) + "\n")
  }

  private func rule(_ id: String) -> JSON {
    ["id": .string(id), "help": ["text": .string("`accord explain \(id)` says what it holds.")]]
  }

  private func result(
    _ cause: Cause,
    _ fingerprint: Fingerprint,
    rule: Int,
    in run: RunRecord
  ) -> JSON {
    let violation = cause.violation
    let level = run.counts(violation) ? "error" : violation.known == nil ? "warning" : "note"
    var members: [JSONMember] = [
      JSONMember("ruleId", .string(violation.rule)),
      JSONMember("ruleIndex", .count(rule)),
      JSONMember("level", .string(level)),
      JSONMember("message", ["text": .string(cause.sentence)]),
      JSONMember("locations", [location(of: cause)]),
      JSONMember("partialFingerprints", ["accordCause/v2": .string(fingerprint.description)]),
      JSONMember("occurrenceCount", .count(cause.occurrences)),
    ]
    if let known = violation.known {
      let suppression: JSON = ["kind": "external", "justification": .string(known)]
      members.append(JSONMember("suppressions", [suppression]))
    }
    let cases = cause.cases.prefix(Self.caseLimit).map(\.description)
    members.append(
      JSONMember(
        "properties",
        .object(
          [
            JSONMember("clause", .string(violation.clause.id)),
            JSONMember("cases", .texts(Array(cases))),
          ] + (cause.traceInWords.map { [JSONMember("trace", .string($0))] } ?? [])
        )
      )
    )
    return .object(members)
  }

  private func location(of cause: Cause) -> JSON {
    let clause = cause.violation.clause
    return [
      "physicalLocation": [
        "artifactLocation": [
          "uri": .string(Self.uri(clause.file)), "uriBaseId": "%SRCROOT%",
        ],
        "region": ["startLine": .count(max(1, clause.line))],
      ],
      "logicalLocations": [
        ["fullyQualifiedName": .string(cause.example.id.description), "kind": "function"]
      ],
    ]
  }

  private func invocation(of run: RunRecord) -> JSON {
    let isComplete = run.summary.failed == 0 && run.summary.notRun == 0 && run.interruption == nil
    let failures = ReasonCount.failed(run.suites.lazy.flatMap(\.cases)).map { count in
      notification("error", "\(quantity(count.count, "case")) failed: \(count.reason)")
    }
    let interruption = run.interruption.map { notification("error", "Ended early: \($0)") }
    // What passed in the end is no result: it is said of the run.
    let flaky = run.flakyCases.map { result in
      notification(
        "warning",
        "\(result.id) is flaky: it \(result.triesInWords ?? ""). "
          + result.wrongTries.joined(separator: " ")
      )
    }
    let findings = run.baseline.map { finding in
      notification(finding.fails ? "error" : "note", finding.sentence)
    }
    let start = run.began.map { [JSONMember("startTimeUtc", .string($0.description))] } ?? []
    return .object(
      start + [
        JSONMember("executionSuccessful", .boolean(isComplete)),
        JSONMember("exitCode", .count(Int(run.exitStatus))),
        JSONMember(
          "toolExecutionNotifications",
          .array(failures + [interruption].compactMap(\.self) + flaky + findings)
        ),
        JSONMember(
          "toolConfigurationNotifications",
          .array(run.settings.warnings.map { notification("warning", $0) })
        ),
      ]
    )
  }

  private func notification(_ level: String, _ text: String) -> JSON {
    let text = VisibleText.line(VisibleText.bounded(text, to: 2_000))
    return ["level": .string(level), "message": ["text": .string(text.isEmpty ? "-" : text)]]
  }

  /// A path as a relative reference (RFC 3986): everything else than unreserved characters and
  /// slashes is percent-encoded.
  static func uri(_ path: String) -> String {
    var uri: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += (byte < 16 ? "%0\(digits)" : "%\(digits)").utf8
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}
