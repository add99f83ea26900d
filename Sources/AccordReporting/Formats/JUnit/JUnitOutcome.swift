import AccordModel

/// The one element that says how a case ended when it did not simply conform.
struct JUnitOutcome {
  /// The name of the element.
  enum Element: String {
    /// The server broke a promise.
    case failure
    /// The case was not judged, which must not look like a case that conforms.
    case error
    /// The case was left out, or what it breaks is known.
    case skipped
  }

  /// The element.
  let element: Element
  /// What CI systems show in a list.
  let message: String
  /// The kind; a `skipped` element has none.
  let type: String?
  /// Everything.
  let text: String

  /// An outcome.
  init(_ element: Element, _ message: String, type: String? = nil, _ text: String) {
    self.element = element
    self.message = message
    self.type = type
    self.text = text
  }

  /// The outcome of a case, if it has one.
  init?(_ result: RunRecord.Case) {
    let details = TerminalFormat().details(of: result)
    switch result.verdict {
    case .conforms: return nil
    case .violates where result.isKnown:
      let reason = result.violations.lazy.compactMap(\.known).first ?? "listed in the baseline"
      self.init(.skipped, "Known: \(reason)", details)
    case .violates:
      let causes = Cause.causes(of: result)
      let first = causes.first { $0.violation.known == nil } ?? causes.first
      let more = causes.count - 1
      self.init(
        .failure,
        (first.map { "\($0.violation.rule): \($0.wrong)" } ?? "A promise is broken.")
          + (more > 0 ? " (and \(more) more)" : ""),
        type: first?.violation.rule ?? "violation",
        details
      )
    case .notChecked(let reason): self.init(.skipped, "Not checked: \(reason)", reason)
    case .skipped(let reason): self.init(.skipped, reason, reason)
    case .failed(let reason): self.init(.error, reason, type: "failed", details)
    case .notRun(let reason): self.init(.error, "Not run: \(reason)", type: "not-run", reason)
    }
  }

  /// The outcome of an entry of the baseline; an expired one is the failure of its case already.
  init?(_ finding: Baseline.Finding) {
    switch finding.state {
    case .fixed:
      self.init(.failure, finding.sentence, type: "fixed-but-listed", finding.sentence)
    case .notObserved: self.init(.skipped, finding.sentence, finding.sentence)
    case .expired: return nil
    }
  }

  /// The element as XML.
  var xml: String {
    let message = JUnitXML.line(message)
    let attributes =
      type.map { JUnitXML.attributes(["message": message, "type": TerminalText.line($0)]) }
      ?? JUnitXML.attributes(["message": message])
    return "<\(element)\(attributes)>\(JUnitXML.text(text))</\(element)>"
  }
}
