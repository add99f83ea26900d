import AccordModel

extension CaseEntry {
  /// One exchange: the request and the answer side by side.
  func markup(
    of exchange: RunRecord.Exchange,
    number: Int?,
    _ violations: [RunRecord.Violation],
    _ folding: inout BodyFolding
  ) -> HTML {
    let step = exchange.step.map { " (\($0))" } ?? ""
    let name: HTML = number.map { "<strong>Exchange \($0)\(step)</strong>" } ?? ""
    let resent: HTML =
      exchange.wasResent ? "<span>Sent again after a reused connection was closed.</span>" : ""
    let line = "\(exchange.request.method) \(exchange.request.url)"
    let request: HTML = """
      <div><h5>Request</h5><pre>
      <b>\(line)</b>
      \(fields(exchange.request.fields, []))</pre>\
      \(folding.markup(of: exchange.request.body, marks: []))</div>
      """
    return """
      <p class="meta">\(name)\(timing(exchange.timing))\(resent)</p>
      <div class="sides">\(request)<div><h5>Answer</h5>\(answer(exchange, violations, &folding))</div></div>
      <details class="fold small"><summary>Send it again with curl</summary>\
      <pre class="curl">\(exchange.curl)</pre></details>

      """
  }

  private func answer(
    _ exchange: RunRecord.Exchange,
    _ violations: [RunRecord.Violation],
    _ folding: inout BodyFolding
  ) -> HTML {
    var markup: HTML = ""
    if let failure = exchange.failure {
      let message = VisibleText.bounded(failure.message, to: RunPage.limit)
      markup += """
        <p class="callout failed"><strong>\(failure.kind.rawValue)</strong> \(message)</p>
        """
    }
    guard let response = exchange.response else { return markup }
    for interim in response.interim {
      markup += "<pre>\n<b>\(interim.status)</b>\n\(fields(interim.fields, []))</pre>"
    }
    let line = "\(response.version) \(response.status) \(response.reason)"
    markup += """
      <pre>
      \(marked(line, isHead: true, violations.filter { $0.place == .status }))\
      \(fields(response.fields, violations))\(absences(in: response, violations))</pre>
      """
    let readable = response.readable
    if let remark = readable.remark {
      markup += "<p class=\"muted small\">\(VisibleText.bounded(remark, to: RunPage.limit))</p>"
    }
    let body = readable.body.beginning(around: violations)
    markup += folding.markup(
      of: body,
      marks: BodyMark.marks(for: violations, in: body, of: page.run)
    )
    if !response.trailers.isEmpty {
      markup += "<h5>Trailers</h5><pre>\n\(fields(response.trailers, []))</pre>"
    }
    if response.surplus.length > 0 {
      markup += "<h5>After the end</h5>\(folding.markup(of: response.surplus, marks: []))"
    }
    for deviation in response.deviations {
      let sentence = VisibleText.bounded(deviation.sentence, to: RunPage.limit)
      markup += "<p class=\"muted small\"><code>\(deviation.id)</code> \(sentence)</p>"
    }
    return markup
  }

  /// Field lines; one that a violation names is marked.
  private func fields(_ fields: [Field], _ violations: [RunRecord.Violation]) -> HTML {
    var markup: HTML = ""
    for field in fields {
      let found = violations.filter { $0.place.isHeader(field.name) }
      markup += marked("\(field.name): \(field.value)", isHead: false, found)
    }
    return markup
  }

  /// What violations say of fields that did not come.
  private func absences(
    in response: RunRecord.Response,
    _ violations: [RunRecord.Violation]
  ) -> [HTML] {
    violations.filter { violation in
      guard case .header(let name) = violation.place else { return false }
      return !response.fields.contains { $0.name.lowercased() == name.lowercased() }
    }
    .map(note)
  }

  private func note(_ violation: RunRecord.Violation) -> HTML {
    let role = page.run.counts(violation) ? "note" : "note doubt"
    return "<span class=\"\(role)\">▲ \(BodyMark.note(of: violation))</span>"
  }

  /// A line of a message's head, marked with what violations say of it.
  private func marked(
    _ line: String,
    isHead: Bool,
    _ violations: [RunRecord.Violation]
  ) -> HTML {
    let line = VisibleText.bounded(line, to: RunPage.limit)
    let text: HTML = isHead ? "<b>\(line)</b>" : "\(line)"
    guard !violations.isEmpty else { return "\(text)\n" }
    let isDoubt = !violations.contains(where: page.run.counts)
    let mark: HTML = isDoubt ? "<mark class=\"doubt\">" : "<mark>"
    let notes = violations.map(note)
    return "\(mark)\(text)</mark>\(notes)"
  }

  private func timing(_ timing: RunRecord.Timing) -> HTML {
    guard timing.total > 0 else { return "" }
    var parts = [Self.milliseconds(timing.total)]
    if timing.connect > 0 { parts.append("connected after \(Self.milliseconds(timing.connect))") }
    if timing.firstByte > 0 {
      parts.append("first byte after \(Self.milliseconds(timing.firstByte))")
    }
    return "<span>\(parts.joined(separator: ", "))</span>"
  }

  /// Microseconds as milliseconds with one decimal.
  private static func milliseconds(_ microseconds: Int) -> String {
    "\(microseconds / 1_000).\(microseconds % 1_000 / 100) ms"
  }
}

extension Violation.Place {
  /// Whether it is the header field of this name, in whatever case (RFC 9110 section 5.1).
  fileprivate func isHeader(_ name: String) -> Bool {
    guard case .header(let own) = self else { return false }
    return own.lowercased() == name.lowercased()
  }
}
