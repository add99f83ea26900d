import AccordPlanning

extension PlanOptions {
  /// Each promise in one place, which short lists of cases are of.
  static let quick = PlanOptions(depth: .quick)
}
