extension Given {
  /// The name of a second value of live data in a case that has two: one to act on, and one that stays
  /// as it was.
  package static func another(_ id: Given.ID) -> Given.ID { "\(id)'" }

  /// Whether a name is that of a second value.
  package static func isAnother(_ id: Given.ID) -> Bool { id.hasSuffix("'") }

  /// The live data of which a value, the first or the second, has this name in a case.
  package static func base(of id: Given.ID) -> Given.ID {
    isAnother(id) ? String(id.dropLast()) : id
  }
}
