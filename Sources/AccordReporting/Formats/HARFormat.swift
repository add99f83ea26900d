import AccordModel
import AccordSchema

/// HTTP Archive 1.2: what was sent and received, as browsers and proxies show it.
///
/// An entry for each exchange, in the order of the report; its comment says of which case it is and what came of
/// that. The times at which entries began are that of the run, because the record knows no other. Bytes that are no
/// text are in Base64, of requests too, which `_encoding` says there.
public struct HARFormat: ReportFormat {
  /// The name.
  public let name = "har"

  /// The usual file.
  public let fileName = "run.har"

  /// Creates the format.
  package init() {}

  /// Writes the record of a run, one case at a time.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    let began = (run.began?.withoutZone ?? "1970-01-01T00:00:00") + ".000Z"
    var document = JSONOutline()
    document.open(.object, to: &output)
    document.open(.object, "log", to: &output)
    document.write(
      [
        JSONMember("version", "1.2"),
        JSONMember("creator", ["name": "Accord", "version": .string(run.version)]),
        JSONMember("comment", .string(run.headline)),
      ],
      to: &output
    )
    document.open(.array, "entries", to: &output)
    for result in run.suites.lazy.flatMap(\.cases) {
      for (index, attempt) in (result.earlierTries + [result]).enumerated() {
        let name = result.earlierTries.isEmpty ? "" : " · try \(index + 1)"
        for exchange in attempt.exchanges {
          document.open(.object, to: &output)
          document.write(entry(exchange, of: attempt, name, began), to: &output)
          document.close(to: &output)
        }
      }
    }
    for _ in 0..<3 { document.close(to: &output) }
    output.write("\n")
  }

  private func entry(
    _ exchange: RunRecord.Exchange,
    of result: RunRecord.Case,
    _ name: String,
    _ began: String
  ) -> [JSONMember] {
    let timing = exchange.timing
    let step = exchange.step.map { " · \($0)" } ?? ""
    var members = [
      JSONMember("startedDateTime", .string(began)),
      JSONMember("time", Self.milliseconds(timing.total)),
      JSONMember("request", HARMessages.request(exchange.request)),
      JSONMember("response", HARMessages.response(exchange)),
      JSONMember("cache", [:]),
      JSONMember(
        "timings",
        [
          "blocked": -1, "dns": -1,
          "connect": timing.connect > 0 ? Self.milliseconds(timing.connect) : -1, "ssl": -1,
          "send": 0, "wait": Self.milliseconds(timing.firstByte),
          "receive": Self.milliseconds(max(0, timing.total - timing.connect - timing.firstByte)),
        ]
      ),
    ]
    if let failure = exchange.failure {
      members.append(
        JSONMember("_error", .string("\(failure.kind.rawValue): \(failure.message)"))
      )
    }
    members.append(
      JSONMember("comment", .string("\(result.id)\(name)\(step): \(result.verdict.name)"))
    )
    return members
  }

  /// Microseconds in milliseconds.
  private static func milliseconds(_ microseconds: Int) -> JSON {
    let (whole, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000)
    guard rest > 0 else { return .count(whole) }
    let digits = String(1_000 + rest).dropFirst()
    return JSONNumber("\(whole).\(digits)").map { .number($0) } ?? .count(whole)
  }
}

extension ReportFormat where Self == HARFormat {
  /// What was sent and received, as HTTP Archive 1.2.
  public static var har: HARFormat { HARFormat() }
}
