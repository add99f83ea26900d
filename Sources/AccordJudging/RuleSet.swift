/// The rules that answers are held to, in the order of blame.
package struct RuleSet: Sendable {
  /// The groups, in the order of their tiers.
  package let groups: [RuleGroup]

  /// The identifiers of the rules, in order.
  let ids: [String]

  /// Creates a set.
  package init(_ groups: [RuleGroup]) {
    let sorted = groups.enumerated()
      .sorted { left, right in
        left.element.tier.rawValue == right.element.tier.rawValue
          ? left.offset < right.offset
          : left.element.tier.rawValue < right.element.tier.rawValue
      }
      .map(\.element)
    self.groups = sorted
    ids = sorted.flatMap { group in group.rules.map(\.id) }
  }

  /// The rules, in order.
  package var rules: [any Rule] { groups.flatMap(\.rules) }

  /// The rule of this identifier.
  package subscript(id: String) -> (any Rule)? { rules.first { $0.id == id } }

  /// The set without rules of these identifiers.
  package func without(_ ids: Set<String>) -> RuleSet {
    RuleSet(
      groups.map { group in RuleGroup(group.tier, group.rules.filter { !ids.contains($0.id) }) }
    )
  }

  /// The rules of Accord.
  ///
  /// This is the one place that decides which rule is blamed: within a group the first that finds
  /// something stated broken, and then no rule of a tier that the group's tier silences.
  package static let standard = RuleSet([
    RuleGroup(.framing, [MessageFraming()]),
    RuleGroup(
      .outcome,
      [
        VersionIsHonoured(), WrongRequestIsRefused(), StatusIsDeclared(), StatusIsExpected(),
        ErrorInSuccessStatus(), SuccessCodeInErrorStatus(), ErrorIsListed(), ErrorStatus(),
        ErrorName(),
      ]
    ),
    RuleGroup(.fields, [ResponseHeaders(), AllowListsMethods()]),
    RuleGroup(.fields, [DigestIsOfContent()]),
    RuleGroup(.fields, [AnswersInTime()]),
    RuleGroup(
      .label,
      [ContentTypeIsWellFormed(), ContentTypeMatchesFormat(), CharsetMatchesFormat()]
    ),
    RuleGroup(.syntax, [BodyIsEmpty(), BodyIsWellFormed()]),
    RuleGroup(
      .content,
      [
        ErrorMessage(), ErrorBodyMatchesSchema(), BodyMatchesSchema(), AnswerFollowsRequest(),
        BodyHasPromisedSize(), OutputsAreGiven(), CriteriaHold(),
        WaitingEnds(),
      ]
    ),
    RuleGroup(
      .relation,
      [
        SameReadTwice(), HeadAnswersAsGet(), NotModified(), PreconditionFailed(),
        RangesAreServed(), LocationLeads(), LinkLeads(), ReadsBack(), SameAnswerAgain(),
        PagesHoldAll(), FormatsAgree(),
        StrongerPlaceWins(), PageIsBounded(),
        PagesDoNotOverlap(), PagesAreComplete(), TotalIsStable(), TotalIsCount(),
        FirstPageByEachNumber(), SortingSorts(), OthersStay(), ActsDiffer(), ListContains(),
        ListOmits(), StateIsShown(), ChangeIsVisible(), WrittenIsRead(), RefusedChangesNothing(),
        OthersStayAsTheyWere(), RepeatedChangesNothing(),
      ]
    ),
  ])
}
