/// A violation as it is found, before its place is looked up.
struct Finding: Sendable {
  var keyword: String
  /// The JSON Pointer of the schema that holds the keyword.
  var schema: String
  /// The index of the value in the tape of its document, JSON or XML.
  var place: Int
  var evidence: Evidence
  var causes: [Finding] = []

  /// Says whether the value is of another kind than the schema speaks of, so that the alternative
  /// cannot have been meant.
  func rejectsKind(at place: Int) -> Bool {
    guard self.place == place else { return false }
    switch evidence {
    case .constant(let value, let found):
      // A value of the kind that is wanted was meant to be one of those that are admitted.
      return Found(value).type != found.type
    case .enumeration(let values, let found):
      return !values.contains { Found($0).type == found.type }
    case .type, .nothingAllowed, .elementName, .elementNamespace:
      return true
    default:
      return false
    }
  }

  /// Says whether evaluation went too deep.
  var isOfDepth: Bool {
    if case .tooDeep = evidence { true } else { false }
  }

  /// Says whether evaluation was given up.
  var isOfLimit: Bool { evidence.isOfLimit }

  /// Says whether a member that tells alternatives apart has the value of another one.
  var rejectsValue: Bool {
    switch evidence {
    case .constant, .enumeration: true
    default: false
    }
  }
}

/// The alternatives of `anyOf` or `oneOf` that failed, and which of them came closest.
struct FailedBranches {
  /// The findings of each alternative, in order.
  var findings: [[Finding]] = []

  /// The findings of the alternative that came closest, and whether it is the only one whose kind
  /// of value stands there.
  func closest(at place: Int) -> (findings: [Finding], isOnlyCandidate: Bool) {
    let ranked = findings.enumerated().map { offset, findings in
      (
        offset: offset,
        kind: findings.contains { $0.rejectsKind(at: place) } ? 1 : 0,
        value: findings.count(where: \.rejectsValue),
        count: findings.count
      )
    }
    let best = ranked.min { left, right in
      (left.kind, left.value, left.count, left.offset)
        < (right.kind, right.value, right.count, right.offset)
    }
    guard let best else { return ([], false) }
    let candidates = ranked.count { $0.kind == 0 }
    return (findings[best.offset], candidates == 1)
  }
}
