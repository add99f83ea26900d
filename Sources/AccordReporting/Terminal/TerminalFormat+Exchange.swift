import AccordModel

extension TerminalFormat {
  /// The most lines of a body that are shown beside a violation.
  static let bodyLimit = 30

  /// One exchange as it went over the wire: `>` before what was sent, `<` before what came.
  func exchange(_ exchange: RunRecord.Exchange, number: Int, upTo limit: Int?) -> String {
    var text = TerminalText.wrapped(
      title(of: exchange, number: number),
      to: width.map { $0 - 2 }
    ).map { "  \(style.paint($0, .strong))\n" }.joined()
    func add(_ sign: String, _ line: String, _ role: TerminalStyle.Role? = nil) {
      let line = TerminalText.line(line)
      for piece in TerminalText.wrapped(line, to: width.map { $0 - 4 }) {
        text += "  " + style.paint(sign, .faint)
        text += piece.isEmpty ? "\n" : " " + (role.map { style.paint(piece, $0) } ?? piece) + "\n"
      }
    }
    func add(_ sign: String, _ fields: [Field]) {
      for field in fields { add(sign, "\(field.name): \(field.value)") }
    }
    func add(_ sign: String, _ content: RunRecord.Content, _ remark: String? = nil) {
      guard content.length > 0 else { return }
      add(sign, "")
      if let remark { add(sign, "… \(remark)", .faint) }
      let lines = BodyLines(content).lines
      for line in lines.prefix(limit ?? lines.count) { add(sign, line) }
      if let limit, lines.count > limit {
        add(sign, "… \(quantity(lines.count - limit, "more line"))", .faint)
      }
      guard content.isTruncated else { return }
      add(sign, "… \(quantity(content.length - content.bytes.count, "more byte"))", .faint)
    }

    add(">", "\(exchange.request.method) \(exchange.request.url)")
    add(">", exchange.request.fields)
    add(">", exchange.request.body)
    if let response = exchange.response {
      for interim in response.interim {
        add("<", "\(response.version) \(interim.status)")
        add("<", interim.fields)
        add("<", "")
      }
      let reason = response.reason.isEmpty ? "" : " \(response.reason)"
      add("<", "\(response.version) \(response.status)\(reason)")
      add("<", response.fields)
      let readable = response.readable
      add("<", readable.body, readable.remark)
      if !response.trailers.isEmpty { add("<", "") }
      add("<", response.trailers)
      for deviation in response.deviations {
        add("!", "\(deviation.id): \(deviation.sentence)", .doubtful)
      }
      if response.surplus.length > 0 {
        add("!", "\(quantity(response.surplus.length, "byte")) after the message", .doubtful)
      }
    }
    if let failure = exchange.failure { add("!", failure.message, .bad) }
    return text
  }

  private func title(of exchange: RunRecord.Exchange, number: Int) -> String {
    var title = "exchange \(number)"
    if let step = exchange.step { title += " (\(TerminalText.line(step)))" }
    let tenths = (exchange.timing.total + 50) / 100
    if tenths > 0 { title += ", \(tenths / 10).\(tenths % 10) ms" }
    if exchange.wasResent { title += ", sent twice" }
    return title
  }
}
