import AccordModel
import AccordReporting

extension RunRecord {
  /// The cases that a run has to try again: those that violated, failed or did not get their turn.
  var unsettled: Set<CaseID> { Set(suites.lazy.flatMap(\.cases).filter(\.isUnsettled).map(\.id)) }
}

extension RunRecord.Case {
  /// Whether it violated, failed or did not get its turn.
  var isUnsettled: Bool {
    switch verdict {
    case .violates: !isKnown
    case .failed, .notRun: true
    case .conforms, .notChecked, .skipped: false
    }
  }

  /// Whether it shows something wrong: it violated or failed.
  var isWrong: Bool {
    if case .notRun = verdict { false } else { isUnsettled }
  }
}
