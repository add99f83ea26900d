import AccordModel
import AccordReporting
import AccordSchema

@testable import AccordTraffic

/// Exchanges as tests see them.
enum Seen {
  /// An exchange with a JSON answer.
  static func exchange(
    _ method: String,
    _ target: String,
    token: String? = "secret-token-1",
    sending body: String = "",
    _ status: Int,
    _ answer: String = "",
    fields: [Field] = [],
    isFiltered: Bool = false
  ) -> SeenExchange {
    var sent = token.map { [Field("X-Token", $0)] } ?? []
    if !body.isEmpty { sent.append(Field("Content-Type", "application/json")) }
    return SeenExchange(
      number: 1,
      place: "here",
      origin: "http://books.example",
      method: method,
      target: target,
      fields: sent + fields,
      content: .whole(Array(body.utf8)),
      answer: .response(
        Exchange.Response(
          status: status,
          fields: answer.isEmpty ? [] : [Field("Content-Type", "application/json")]
        ),
        .whole(Array(answer.utf8))
      ),
      isFiltered: isFiltered
    )
  }

  static let emma = #"{"id":7,"title":"Emma"}"#

  static func error(_ code: Int) -> String { #"{"errorCode":\#(code)}"# }

  /// What is said of one exchange: its verdict, and the rules and places of what is wrong.
  static func verdict(of exchange: SeenExchange, in suite: ContractSuite = Books.suite) -> String {
    let run = TrafficRun([TrafficTarget(suite)], subject: "here")
    guard let record = run.judge(exchange) else {
      return run.report().unjudged.map(\.description).joined(separator: " ")
    }
    let found = record.violations.map { "\($0.rule) \($0.level.rawValue) \($0.place)" }
    switch record.verdict {
    case .conforms: return (["conforms"] + found).joined(separator: " · ")
    case .violates: return (["violates"] + found).joined(separator: " · ")
    case .notChecked(let reason):
      return (["not checked: \(reason)"] + found).joined(separator: " · ")
    case .skipped(let reason): return "skipped: \(reason)"
    case .failed(let reason): return "failed: \(reason)"
    case .notRun(let reason): return "not run: \(reason)"
    }
  }
}
