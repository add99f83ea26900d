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

  /// The element of a case's outcome, if it has one.
  static func element(of result: RunRecord.Case) -> Element? {
    switch result.verdict {
    case .conforms: nil
    case .violates: result.isKnown ? .skipped : .failure
    case .notChecked, .skipped: .skipped
    case .failed, .notRun: .error
    }
  }

  /// The element of what is said of an entry of the baseline, if anything is.
  static func element(of finding: Baseline.Finding) -> Element? {
    switch finding.state {
    case .fixed: .failure
    case .notObserved: .skipped
    case .expired: nil
    }
  }

  /// The outcome of a case, if it has one.
  init?(_ result: RunRecord.Case) {
    guard let element = Self.element(of: result) else { return nil }
    switch result.verdict {
    case .conforms: return nil
    case .violates where result.isKnown:
      let reason = result.violations.lazy.compactMap(\.known).first ?? "listed in the baseline"
      self.init(element, "Known: \(reason)", Self.details(of: result))
    case .violates:
      let causes = Cause.causes(of: result)
      let first = causes.first { $0.violation.known == nil } ?? causes.first
      let more = causes.count - 1
      self.init(
        element,
        (first.map { "\($0.violation.rule): \($0.wrong)" } ?? "A promise is broken.")
          + (more > 0 ? " (and \(more) more)" : ""),
        type: first?.violation.rule ?? "violation",
        Self.details(of: result)
      )
    case .notChecked(let reason): self.init(element, "Not checked: \(reason)", reason)
    case .skipped(let reason): self.init(element, reason, reason)
    case .failed(let reason):
      self.init(element, reason, type: "failed", Self.details(of: result))
    case .notRun(let reason): self.init(element, "Not run: \(reason)", type: "not-run", reason)
    }
  }

  private static func details(of result: RunRecord.Case) -> String {
    TerminalFormat().details(of: result.loaded)
  }

  /// The outcome of an entry of the baseline; an expired one is the failure of its case already.
  init?(_ finding: Baseline.Finding) {
    guard let element = Self.element(of: finding) else { return nil }
    let type = element == .failure ? "fixed-but-listed" : nil
    self.init(element, finding.sentence, type: type, finding.sentence)
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
