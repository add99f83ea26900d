extension Baseline {
  /// What is to be said of an entry, apart from that its violation is known.
  package struct Finding: Sendable, Hashable {
    /// What became of an entry.
    package enum State: String, Sendable, Hashable, CaseIterable {
      /// Its violation no longer occurs.
      case fixed
      /// Its day is over, and its violation occurs.
      case expired
      /// Its case did not run, or its rule did not get to look.
      case notObserved
    }

    /// The entry.
    package var entry: Entry
    /// What became of it.
    package var state: State

    /// Creates a finding.
    package init(_ entry: Entry, _ state: State) {
      self.entry = entry
      self.state = state
    }

    /// Whether it fails the run.
    package var fails: Bool { state != .notObserved }

    /// What was found and what to do, as one sentence.
    package var sentence: String {
      let listed = "\(entry.testCase) · \(entry.rule) at \(entry.place)"
      switch state {
      case .fixed:
        return """
          Fixed but listed: \(listed) no longer occurs. Remove it with `accord baseline --prune`.
          """
      case .expired:
        let day = entry.expiry.map { " on \($0)" } ?? ""
        return "Expired\(day): \(listed) still occurs. It was put up with because: \(entry.reason)"
      case .notObserved:
        return "Not observed: \(listed), because the case was not run as far as that."
      }
    }
  }
}

extension Baseline.Entry {
  /// Why the violation is known, with the ticket and the last day.
  package var remark: String {
    let details = [ticket, expiry.map { "until \($0)" }].compactMap(\.self)
    return details.isEmpty ? reason : "\(reason) (\(details.joined(separator: ", ")))"
  }
}
