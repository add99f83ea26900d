@testable import AccordWire

/// What an exchange came to, without times, as a text to compare.
struct ExchangeSummary: CustomStringConvertible {
  let exchange: WireExchange

  var description: String {
    var parts: [String] = []
    if let response = exchange.response {
      for interim in response.interim { parts.append("\(interim.status) \(interim.reason)") }
      parts.append("\(response.status) \(response.reason)")
      parts += response.fields.map { "\($0.nameText): \(WireText.escaped($0.value))" }
      if !response.body.isEmpty { parts.append("body \(WireText.escaped(response.body))") }
      parts += response.trailers.map { "trailer \($0.nameText): \($0.valueText)" }
      if !response.surplus.isEmpty { parts.append("surplus \(WireText.escaped(response.surplus))") }
      parts += response.deviations.map(\.id)
    }
    if let failure = exchange.failure { parts.append("\(failure)") }
    return parts.joined(separator: " | ")
  }
}
