extension Case.Expectation {
  /// Whether an answer of this status may be the expected one.
  package func allows(_ status: Int, in errors: ErrorCatalogue) -> Bool {
    switch outcome {
    case .success(let rule): return rule.statuses.contains(status)
    case .refusal(let refusal, _):
      if let statuses = refusal.statuses { return statuses.contains(status) }
      let known = refusal.names.compactMap { errors[$0]?.statuses }
      return known.isEmpty ? status >= 400 : known.contains { $0.contains(status) }
    }
  }

  /// Whether the answer may be a success or a refusal, so that nobody promises which of them it is.
  package var mayBeRefused: Bool {
    guard case .success(let rule) = outcome else { return false }
    return rule.content == .unspecified && rule.statuses.all.contains { $0 >= 400 }
  }
}
