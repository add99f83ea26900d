import AccordSchema

/// Compares two answers, of which one may be written as rows.
enum AnswerComparison {
  /// Where they differ first.
  static func first(_ left: AnswerValue, _ right: AnswerValue) -> ValueDifference? {
    switch (left, right) {
    case (.whole(let left), .whole(let right)):
      return ValueDifference.first(left, right)
    case (.rows(_, let pointer), _), (_, .rows(_, let pointer)):
      // Rows say nothing of what stands beside the list; a list that is absent is an empty one.
      let difference = ValueDifference.first(
        left[pointer] ?? .array([]),
        right[pointer] ?? .array([])
      )
      return difference.map { found in
        var found = found
        found.path = InstancePath(members: pointer).appending(found.path)
        return found
      }
    }
  }
}
