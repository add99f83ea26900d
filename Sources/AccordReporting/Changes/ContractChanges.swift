import AccordModel

/// What changed between two versions of contracts, with what it means for callers.
public struct ContractChanges: Sendable, Hashable {
  /// What a change means for those who call the API.
  public enum Impact: String, Sendable, Hashable, CaseIterable {
    /// What a caller relies on is gone, or more is asked of it.
    case breaking
    /// Words or basis of a promise changed: someone has to look at it.
    case review
    /// A caller need not care.
    case compatible
  }

  /// One change.
  public struct Change: Sendable, Hashable {
    /// What happened to the promise.
    public enum Kind: String, Sendable, Hashable {
      /// It is new.
      case added
      /// It is gone.
      case removed
      /// Its words or its basis changed.
      case changed
    }

    /// What happened.
    public package(set) var kind: Kind
    /// What it means for callers.
    public package(set) var impact: Impact
    /// The promise as it is now, or as it was when it is gone.
    public package(set) var entry: ContractRecord.Entry
    /// The promise as it was, when it changed.
    public package(set) var before: ContractRecord.Entry?
  }

  /// The changes: those that break callers first, then in the order of the contracts.
  public let changes: [Change]

  /// The changes from one version to another.
  public init(from old: ContractRecord, to new: ContractRecord) {
    let before = Dictionary(old.entries.map { (Key($0), $0) }) { first, _ in first }
    let after = Dictionary(new.entries.map { (Key($0), $0) }) { first, _ in first }
    var changes: [Change] = []
    for entry in old.entries where after[Key(entry)] == nil {
      changes.append(Change(kind: .removed, impact: Self.impact(removing: entry), entry: entry))
    }
    for entry in new.entries {
      guard let known = before[Key(entry)] else {
        changes.append(Change(kind: .added, impact: Self.impact(adding: entry), entry: entry))
        continue
      }
      // An older record does not say what callers had to send.
      let isDemanded = known.isRequired == false && entry.isRequired == true
      let isSame =
        known.isAssumed == entry.isAssumed && known.promise.sentence == entry.promise.sentence
        && known.isRequired.map { $0 == entry.isRequired } ?? true
      if !isSame {
        let impact: Impact = isDemanded ? .breaking : .review
        changes.append(Change(kind: .changed, impact: impact, entry: entry, before: known))
      }
    }
    self.changes = Impact.allCases.flatMap { impact in changes.filter { $0.impact == impact } }
  }

  private struct Key: Hashable {
    let suite: String
    let contract: String
    let promise: String

    init(_ entry: ContractRecord.Entry) {
      suite = entry.suite
      contract = entry.promise.contract
      promise = entry.promise.id
    }
  }

  /// A way to ask, a member of an answer or its promise that is gone breaks who relies on it; what
  /// was asked of callers and no longer is does not.
  private static func impact(removing entry: ContractRecord.Entry) -> Impact {
    switch entry.promise.kind {
    case .request, .version, .response, .format: .breaking
    case .member: entry.promise.id.hasPrefix("response/") ? .breaking : .review
    case .status, .error: .review
    case .header, .parameter, .body, .relation, .workflow, .lifeCycle: .review
    case .example: .compatible
    }
  }

  /// More that is asked of callers breaks them; more that they get does not.
  private static func impact(adding entry: ContractRecord.Entry) -> Impact {
    switch entry.promise.kind {
    case .header, .parameter, .body: entry.isRequired == true ? .breaking : .review
    case .status, .error, .version: .review
    case .request, .response, .member, .example, .relation, .workflow, .lifeCycle, .format:
      .compatible
    }
  }
}

extension ContractChanges {
  /// The change log as Markdown.
  public var markdown: String {
    var text = "# What changed in the contracts\n\n"
    guard !changes.isEmpty else { return text + "Nothing changed.\n" }
    let counts = Impact.allCases.map { impact in
      "\(changes.count { $0.impact == impact }) \(impact.words)"
    }
    text += "\(quantity(changes.count, "change")): \(counts.joined(separator: ", ")).\n"
    for impact in Impact.allCases {
      let part = changes.filter { $0.impact == impact }
      guard !part.isEmpty else { continue }
      text += "\n## \(impact.title)\n\n"
      text += MarkdownText.head(["Endpoint", "Change", "Promise", "In words"])
      for change in part { text += row(change) }
    }
    return text
  }

  private func row(_ change: Change) -> String {
    let promise = change.entry.promise
    var words = MarkdownText.inline(promise.sentence)
    if change.entry.isAssumed { words += " *(assumed)*" }
    if let before = change.before {
      words += "; before: \(MarkdownText.inline(before.promise.sentence))"
      if before.isAssumed { words += " *(assumed)*" }
    }
    return MarkdownText.row([
      MarkdownText.code("\(change.entry.suite)/\(promise.contract)"), change.kind.rawValue,
      MarkdownText.code(promise.id), words,
    ])
  }
}

extension ContractChanges.Impact {
  /// The impact in the middle of a sentence.
  fileprivate var words: String {
    switch self {
    case .breaking: "breaking"
    case .review: "to be looked at"
    case .compatible: "compatible"
    }
  }

  /// The heading of the changes with this impact.
  fileprivate var title: String {
    switch self {
    case .breaking: "Breaking for callers"
    case .review: "To be looked at"
    case .compatible: "Compatible"
    }
  }
}
