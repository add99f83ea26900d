import AccordModel

extension Observation {
  /// Whether the answer is of the kind that was promised: a success, or a refusal.
  ///
  /// What is promised of an answer's fields, label and content is promised of this kind alone.
  var isAsPromised: Bool {
    let status = response.status
    switch expectation.outcome {
    case .success(let rule):
      if expectation.mayBeRefused, rule.statuses.contains(status) { return true }
      return (rule.statuses.contains(status) || (200..<300).contains(status))
        && !shownError.isShown
    case .refusal(let refusal, _):
      // A fault of the server that nobody declared is no refusal, so nothing is promised of it.
      return (400..<500).contains(status) || status >= 500 && isDeclaredFault
        || refusal.statuses?.contains(status) == true || shownError.isShown
    }
  }

  /// The formats of an answer that is none of what its request deserves: all those of answers of its statuses.
  func formats(of rule: ResponseRule) -> [Format] {
    contract.otherwise.filter { rule.isSibling(of: $0) }.flatMap(\.formats)
      .compactMap { suite.format($0) }
  }

  /// Whether the documents state anything of the answer besides its status.
  var promisesMoreThanStatus: Bool {
    switch expectation.outcome {
    case .success(let rule):
      let states = rule.content != .unspecified && rule.contentClause.basis.isStated
      return states || rule.headers.contains { $0.clause.basis.isStated }
        || rule.readings.contains { $0.clause.basis.isStated }
    case .refusal(let refusal, _):
      return refusal.named.basis.isStated
        || refusal.headers.contains { $0.clause.basis.isStated }
    }
  }

  /// Whether the content says that it is in a format of the suite.
  var isLabelledInFormatOfSuite: Bool {
    guard let essence = mediaType?.essence else { return false }
    return (suite.formats + suite.errors.formats).contains {
      $0.mediaType.lowercased() == essence
    }
  }

  /// Whether the content says that it is in the format in which it is read.
  var isLabelledAsRead: Bool { mediaType?.essence == format.mediaType.lowercased() }

  /// Whether an error says that it is JSON or XML and has no bytes, where the documents state what the
  /// body of an error follows.
  var lacksErrorBody: Bool {
    guard let refusal = promisedRefusal, response.status >= 400, allowsContent,
      response.body.isEmpty, !refusal.allowsEmptyBody
    else { return false }
    let isText = format.syntax == .json || format.syntax == .xml
    if otherResponse?.schema != nil { return isText && format.isChecked && isLabelledAsRead }
    return isText && format.isChecked && isLabelledAsRead
      && !suite.errors.schemas.isEmpty && suite.errors.bodyClause.basis.isStated
  }

  /// Whether the content says that it is in a format that the suite does not have.
  var isLabelledInForeignFormat: Bool { mediaType != nil && !isLabelledInFormatOfSuite }
}
