import AccordModel

/// What was sent and received in a case, as its `system-out` tells it.
struct JUnitTranscript {
  /// The most characters of a body that are shown.
  static let limit = 1_000

  /// The exchanges, and what the outcome does not say.
  private(set) var text: String

  /// A line for each attachment.
  private(set) var attachmentLines = ""

  /// The transcript of a case; bodies are told of cases that did not conform.
  init(_ result: RunRecord.Case, _ attachments: inout JUnitAttachments) {
    let isTold =
      switch result.verdict {
      case .violates, .failed: true
      case .conforms, .notChecked, .skipped, .notRun: false
      }
    text = TerminalText.line(result.title) + "\n"
    if let remarks = JUnitSuite.remarks(of: result) { text += remarks }
    for (index, exchange) in result.exchanges.enumerated() {
      text += "\n\(TerminalText.line("\(exchange.request.method) \(exchange.request.url)"))\n"
      guard let response = exchange.response else { continue }
      text += TerminalText.line("\(response.status) \(response.reason)") + "\n"
      guard isTold else { continue }
      for field in response.fields {
        text += TerminalText.line("\(field.name): \(field.value)") + "\n"
      }
      let (body, remark) = response.readable
      guard body.length > 0 else { continue }
      if let remark { text += "\n" + TerminalText.line(remark) }
      let shown = String(validating: body.bytes, as: UTF8.self)
      if let shown { text += "\n\(VisibleText.bounded(shown, to: Self.limit))\n" }
      if shown == nil || body.length > Self.limit {
        attachmentLines += attachments.add(isText: shown != nil, of: result, exchange: index)
      }
    }
  }
}

/// The bodies that are written beside a report.
struct JUnitAttachments {
  /// The most files: GitLab keeps and shows no endless number of them.
  static let limit = 100

  /// Where they are written; without a folder there are none.
  let folder: String?

  /// The files so far.
  private(set) var files: [ReportFile] = []

  /// No files yet.
  init(folder: String?) { self.folder = folder }

  /// Adds the body of a response and gives the line that names it.
  ///
  /// It is read again when the file is written: of a run, no bodies are held in memory.
  mutating func add(isText: Bool, of result: RunRecord.Case, exchange: Int) -> String {
    guard let folder, files.count < Self.limit else { return "" }
    let name = ReportFile.name("\(files.count + 1)-\(exchange + 1)-\(result.id)")
    let path = "\(folder)/\(name).\(isText ? "txt" : "bin")"
    files.append(
      ReportFile(path: path) {
        let exchanges = result.exchanges
        guard exchanges.indices.contains(exchange) else { return [] }
        return exchanges[exchange].response?.readable.body.bytes ?? []
      }
    )
    return "[[ATTACHMENT|\(path)]]\n"
  }
}
