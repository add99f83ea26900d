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
}
