import Accord
import AccordModel
import AccordOpenAPI
import AccordReporting

/// A generated case that fails, as small as it could be made.
package struct GeneratedFailure: Sendable {
  /// The suite and the contract.
  package let contract: String

  /// What was expected, what was found, and where.
  package let cause: String

  /// The word that replays it.
  package let token: ReplayToken

  /// How many calls were sent to make it smaller.
  package let attempts: Int

  /// Whether it was kept from an earlier run.
  package let isKept: Bool

  /// Whether nothing simpler fails.
  package let isSmallest: Bool

  /// The command, or the script, that sends it.
  package let script: String

  /// What is pasted into the contract; `nil` of a sequence.
  package let source: String?

  /// What is called one after the other; `nil` of a single request.
  package let calls: [String]?

  /// How it came to be, as a sentence.
  package var history: String {
    guard !isKept else { return "It was kept from an earlier run." }
    let end =
      isSmallest ? "nothing simpler fails" : "there may be something simpler that fails"
    return
      "Shrunk with \(attempts) of \(Shrinker.mostAttempts) attempts at most: \(end)."
  }

  /// The line that replays it.
  package var replay: String { "accord verify --replay '\(token)'" }

  /// All of it as lines.
  package var lines: [String] {
    var lines = ["Generated, \(contract): \(cause)", "  \(history)", "  \(replay)"]
    if let calls { lines.append("  calls: \((["make"] + calls).joined(separator: ", "))") }
    lines += script.split(separator: "\n").map { "  \($0)" }
    lines += (source ?? "").split(separator: "\n").map { "  \($0)" }
    return lines
  }

  /// What a reader of a report has to know, as one sentence.
  package var sentence: String {
    "Generated, \(contract): \(cause). \(history) Replay it with \(replay)."
  }
}

extension CaseBuilder {
  /// The example that a call is, to be pasted into its contract; `nil` of a sequence.
  func source(of call: GeneratedCall) -> String? {
    guard case .request(let request) = call.kind, let calls = calls(of: call.contract),
      let base = calls.base(of: request)
    else { return nil }
    var example = base.draft.example
    example.name = "generated-\(ReplayToken(call)?.name ?? example.name)"
    let names = request.settings.map(\.parameter)
    for setting in request.settings {
      let parameter = calls.parameters.first { $0.name == setting.parameter }
      let isHeader = parameter?.usual == .header
      var list = (isHeader ? example.headers : example.query).list
      list.removeAll { names.contains($0.name) && $0.name == setting.parameter }
      if let value = setting.value {
        list.append(Arguments.Argument(setting.parameter, .literal(value)))
      }
      if isHeader { example.headers = Arguments(list) } else { example.query = Arguments(list) }
    }
    if let body = request.body {
      example.body = body
      example.bodyValues.removeAll { body[$0.pointer] == nil }
    }
    if request.fault != nil {
      guard let refusal = RequestProof(request, base, calls).refusal else { return nil }
      example.outcome = .refusal(refusal)
      example.otherResponses = []
    }
    return SwiftExample.source(of: example)
  }
}
