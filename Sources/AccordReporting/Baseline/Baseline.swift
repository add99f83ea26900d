package import AccordModel

/// The violations that are known: a run does not fail on them, and says so.
///
/// It hides nothing else. What is listed and no longer occurs fails the run, and so does what is
/// listed beyond its day; a failure of the engine is never hidden.
package struct Baseline: Sendable, Hashable {
  /// One violation that is known.
  package struct Entry: Sendable, Hashable {
    /// The rule that found it.
    package var rule: String
    /// The case.
    package var testCase: CaseID
    /// The place without positions in lists, such as `response body /items/*/id`.
    package var place: String
    /// What tells it from others of the rule at that place.
    package var fingerprint: String
    /// The promises of members of a payload that it breaks.
    package var members: [Promise.ID]
    /// Why it is put up with.
    package var reason: String
    /// Where it is followed up, such as an address or a number.
    package var ticket: String?
    /// The last day on which it is put up with.
    package var expiry: CalendarDay?

    /// Creates an entry.
    package init(
      rule: String,
      testCase: CaseID,
      place: String,
      fingerprint: String,
      members: [Promise.ID] = [],
      reason: String,
      ticket: String? = nil,
      expiry: CalendarDay? = nil
    ) {
      self.rule = rule
      self.testCase = testCase
      self.place = place
      self.fingerprint = fingerprint
      self.members = members
      self.reason = reason
      self.ticket = ticket
      self.expiry = expiry
    }

    /// The entry for a violation.
    package init(
      _ violation: RunRecord.Violation,
      in testCase: CaseID,
      reason: String,
      ticket: String? = nil,
      expiry: CalendarDay? = nil
    ) {
      self.init(
        rule: violation.rule,
        testCase: testCase,
        place: violation.place.generalDescription,
        fingerprint: Fingerprint(violation, in: testCase).description,
        members: violation.members,
        reason: reason,
        ticket: ticket,
        expiry: expiry
      )
    }

    /// What makes two entries one.
    var key: Key { Key(rule: rule, place: place, fingerprint: fingerprint, testCase: testCase) }

    /// Whether it no longer holds on a day.
    package func isExpired(on today: CalendarDay) -> Bool { expiry.map { $0 < today } ?? false }
  }

  /// What an entry and a violation have in common.
  struct Key: Sendable, Hashable {
    let rule: String
    let place: String
    let fingerprint: String
    let testCase: CaseID
  }

  /// The entries.
  package private(set) var entries: [Entry]

  private let places: [Key: Int]

  /// Creates a baseline; of entries for one violation the first counts.
  package init(_ entries: [Entry] = []) {
    self.entries = entries
    places = Dictionary(
      entries.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The entry of a violation.
  func entry(for violation: RunRecord.Violation, in testCase: CaseID) -> Entry? {
    guard !places.isEmpty else { return nil }
    let key = Key(
      rule: violation.rule,
      place: violation.place.generalDescription,
      fingerprint: Fingerprint(violation, in: testCase).description,
      testCase: testCase
    )
    return places[key].map { entries[$0] }
  }
}
