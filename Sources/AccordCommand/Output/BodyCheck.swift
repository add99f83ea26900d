import Accord
import AccordReporting

/// Checks the bytes of a file against a schema, with the line and a caret under each place.
struct BodyCheck {
  /// What came of a check.
  struct Result {
    var verdict: ValidationOutcome.Verdict
    /// The findings as they are shown, in the order of the file.
    var findings: [String] = []
    /// How many of the findings are violations.
    var violations = 0
    /// How many keywords, or readers, reached a limit.
    var undecided = 0
    /// Whether there are more violations than these.
    var isCut = false
    /// The effort under which the limits may not be reached; nil if no effort raises them so far.
    var remedy: Int?
    /// Why there is no verdict, where no limit was reached.
    var obstacle = "the document could not be read"
    /// What a reader should know of the file whatever the verdict is.
    var warnings: [String] = []
  }

  private let content: InputFile.Content
  private var bytes: [UInt8] { content.bytes }
  private let name: String
  private let format: BodyFormat
  private let limits: ValidationLimits

  init(
    _ content: InputFile.Content,
    named name: String,
    _ format: BodyFormat,
    _ limits: ValidationLimits = .default
  ) {
    self.content = content
    self.name = name
    self.format = format
    self.limits = limits
  }

  /// What is wrong, in the order of the file.
  ///
  /// - Throws: ``UnusableSchema`` where the schema applies itself for ever.
  func result(_ validator: SchemaValidator) throws -> Result {
    guard !content.isCut else {
      let message = "no verdict: expected at most \(bytes.count) bytes, found more"
      let isRaised = JSONLimits.raised(by: Self.mostEffort).bytes > bytes.count
      return Result(
        verdict: .undecided,
        findings: [place(nil, message)],
        undecided: 1,
        remedy: isRaised ? moreEffort : nil
      )
    }
    if format == .xml, let notice = validator.notices.first(where: \.isOfXML) {
      return Result(
        verdict: .undecided,
        findings: [place(nil, "not supported: \(notice)")],
        obstacle: "what the schema says of XML is not supported"
      )
    }
    do {
      let (outcome, notices) = try outcome(validator)
      var result = try shown(outcome)
      result.warnings = notices.map { "\(name):\($0.line):\($0.column): \(VisibleText.line($1))." }
      return result
    } catch let error as JSONSyntaxError {
      return unread(error.position, error.message, isOfLimit: error.isOfLimit)
    } catch let error as XMLSyntaxError where error.isUnsupported {
      return Result(
        verdict: .undecided,
        findings: [place(error.position, "not supported: \(error.message)")]
      )
    } catch let error as XMLSyntaxError {
      return unread(error.position, error.message, isOfLimit: error.isOfLimit)
    } catch let error as CSVSyntaxError {
      return unread(error.position, error.message, isOfLimit: error.isOfLimit)
    } catch let error as JSVSyntaxError {
      return unread(error.position, error.message, isOfLimit: error.isOfLimit)
    }
  }

  /// What came of it, and what the reader noticed that is no violation.
  private func outcome(
    _ validator: SchemaValidator
  ) throws -> (ValidationOutcome, notices: [(SourcePosition, String)]) {
    let json = JSONLimits.raised(by: limits.effort)
    switch format {
    case .json:
      let document = try JSONDocument(parsing: bytes, limits: json)
      return (validator.outcome(of: document), document.notices.map(\.placed))
    case .jsonLines:
      let lines = try JSONLines(parsing: bytes, limits: json)
      let notices = lines.documents.lazy.flatMap(\.notices).prefix(json.notices)
      return (validator.outcome(of: lines), notices.map(\.placed))
    case .xml:
      let document = try XMLDocument(parsing: bytes, limits: .raised(by: limits.effort))
      return (validator.outcome(of: document), document.notices.map { ($0.position, $0.message) })
    case .csv:
      let document = try CSVDocument(parsing: bytes)
      let isEmpty = document.rowCount == 0
      let notice =
        "expected a first line that names the columns, found nothing; no row was held to the schema"
      let notices = isEmpty ? [(document.position(ofByte: bytes.count), notice)] : []
      return (validator.outcome(of: document), notices)
    case .jsv: return (validator.outcome(of: try JSVDocument(parsing: bytes, limits: json)), [])
    case .form: return (validator.outcome(of: FormDocument(parsing: bytes)), [])
    }
  }

  private func shown(_ outcome: ValidationOutcome) throws -> Result {
    if let endless = outcome.violations.first(where: \.isOfSchema) {
      throw UnusableSchema(
        "The schema applies itself to the same value at \(endless.schemaPlace), which never ends; let "
          + "the reference stand inside a keyword that leads to a part of the value."
      )
    }
    let undecided = outcome.violations.count(where: \.isUndecided)
    let isRaised = outcome.violations.contains { violation in
      guard violation.isUndecided else { return false }
      guard case .tooDeep = violation.evidence else { return true }
      return limits.depth < ValidationLimits.raised(by: Self.mostEffort).depth
    }
    return Result(
      verdict: outcome.verdict,
      findings: outcome.violations.map { finding($0) },
      violations: outcome.violations.count - undecided,
      undecided: undecided,
      isCut: outcome.isCut,
      remedy: isRaised ? moreEffort : nil
    )
  }

  /// The most effort that can be asked for.
  private static let mostEffort = 1000

  /// Ten times the effort, if that is more.
  private var moreEffort: Int? {
    limits.effort < Self.mostEffort ? min(limits.effort * 10, Self.mostEffort) : nil
  }

  /// The effort under which the text is read to its end, if there is one.
  private var readingEffort: Int? {
    guard let more = moreEffort else { return nil }
    return [more, Self.mostEffort].first { !isLimited(by: $0) }
  }

  /// Whether the reader reaches a limit under an effort.
  private func isLimited(by effort: Int) -> Bool {
    let json = JSONLimits.raised(by: effort)
    do {
      switch format {
      case .json: _ = try JSONDocument(parsing: bytes, limits: json)
      case .jsonLines: _ = try JSONLines(parsing: bytes, limits: json)
      case .xml: _ = try XMLDocument(parsing: bytes, limits: .raised(by: effort))
      case .jsv: _ = try JSVDocument(parsing: bytes, limits: json)
      case .csv, .form: return true
      }
      return false
    } catch let error as JSONSyntaxError {
      return error.isOfLimit
    } catch let error as XMLSyntaxError {
      return error.isOfLimit
    } catch let error as JSVSyntaxError {
      return error.isOfLimit
    } catch {
      return false
    }
  }

  /// What the reader says of a text that it cannot read.
  private func unread(_ position: SourcePosition, _ reason: String, isOfLimit: Bool) -> Result {
    let words = isOfLimit ? "no verdict" : "not well-formed"
    return Result(
      verdict: isOfLimit ? .undecided : .violates,
      findings: [place(position, "\(words): \(reason)")],
      violations: isOfLimit ? 0 : 1,
      undecided: isOfLimit ? 1 : 0,
      remedy: isOfLimit ? readingEffort : nil
    )
  }

  private func finding(_ violation: SchemaViolation) -> String {
    let head = violation.isUndecided ? "no verdict: " : ""
    var text = place(violation.position, head + sentence(violation))
    if let cause = violation.causes.first {
      text += "\n  the nearest alternative fails at \(at(cause)): "
      text += VisibleText.line(sentence(cause))
      if violation.causes.count > 1 { text += ", and \(violation.causes.count - 1) more" }
    }
    return text
  }

  private func sentence(_ violation: SchemaViolation) -> String {
    let pointer = violation.instanceLocation.isEmpty ? "the root" : violation.instanceLocation
    let keyword = violation.keyword.isEmpty ? "false" : violation.keyword
    let location = VisibleText.bounded(pointer, to: 500)
    return "\(keyword): \(location): expected \(violation.expected), found \(violation.actual)"
  }

  private func at(_ violation: SchemaViolation) -> String {
    violation.position.map { "\($0.line):\($0.column)" } ?? "the same place"
  }

  /// The message at its line and column, with the line's text and a caret.
  private func place(_ position: SourcePosition?, _ message: String) -> String {
    let message = VisibleText.line(message)
    guard let position else { return "\(name): \(message)" }
    let head = "\(name):\(position.line):\(position.column): \(message)"
    // A window of the line around the place: lines may be megabytes long.
    let offset = min(position.byte, bytes.count)
    let window = max(offset - 60, 0)..<min(offset + 40, bytes.count)
    let start = bytes[window.lowerBound..<offset].lastIndex(of: 0x0A).map { $0 + 1 }
    let end = bytes[offset..<window.upperBound].firstIndex(of: 0x0A)
    let before = bytes[(start ?? window.lowerBound)..<offset]
    let after = bytes[offset..<(end ?? window.upperBound)]
    let text = VisibleText.line(String(decoding: before, as: UTF8.self))
    let rest = VisibleText.line(String(decoding: after, as: UTF8.self))
    return "\(head)\n  \(text)\(rest)\n  \(String(repeating: " ", count: text.count))^"
  }
}

extension JSONNotice {
  /// Whether a name stands twice.
  var isOfName: Bool {
    if case .duplicateName = reason { true } else { false }
  }

  /// The place and what is noticed there; each of several values of a name is held to the schema.
  fileprivate var placed: (SourcePosition, String) {
    (position, message + (isOfName ? "; each of its values is held to the schema" : ""))
  }
}

extension SchemaViolation {
  /// The place of the schema, whose reference is the keyword.
  fileprivate var schemaPlace: String {
    let place = schemaLocation.dropLast("/$ref".count)
    return place.isEmpty ? "its root" : String(place)
  }
}

extension ValidationLimits {
  /// The usual limits, raised so many times; the depth less, because the stack must hold it.
  static func raised(by effort: Int) -> Self {
    ValidationLimits(effort: effort, depth: ValidationLimits.default.depth * min(effort, 20))
  }
}

extension JSONLimits {
  /// The usual limits, raised so many times.
  static func raised(by effort: Int) -> Self {
    JSONLimits(
      depth: JSONLimits.default.depth * min(effort, 4),
      bytes: JSONLimits.default.bytes * min(effort, 15)
    )
  }
}

extension XMLLimits {
  /// The usual limits, raised so many times.
  static func raised(by effort: Int) -> Self {
    var limits = XMLLimits.default
    limits.depth *= min(effort, 4)
    limits.attributes *= effort
    limits.nameLength = min(limits.nameLength * effort, 65_535)
    limits.namespaces *= min(effort, 100)
    limits.bytes *= min(effort, 7)
    return limits
  }
}
