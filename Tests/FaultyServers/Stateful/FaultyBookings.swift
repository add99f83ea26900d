extension FaultyBookings {
  /// All of them, kind by kind.
  static let all: [FaultyBookings] =
    refusals + states + others + acts + writes + views + repetitions + late

  /// A refused request acts all the same, whatever it is refused for.
  private static let refusals: [FaultyBookings] = [
    FaultyBookings(.withoutTokenActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.wrongTokenActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.withoutDeskActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.wrongDeskActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.otherVersionActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.otherMethodActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.idThatIsNoneActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.unknownIDActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.wrongParameterActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.unacceptableActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.mediaTypeActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.malformedActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.missingMemberActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.wrongValueActs, "confirm/wrong/*", rules: unchanged),
    FaultyBookings(.changeWithoutMemberActs, "change/wrong/*", rules: unchanged),
    FaultyBookings(.removalWithoutTokenActs, "remove/wrong/*", rules: unchanged, gone),
    FaultyBookings(.cancelByOtherVersionActs, "cancel/wrong/*", rules: unchanged),
  ]

  /// A state refuses it, and it acts all the same; or it does not refuse what it has to.
  private static let states: [FaultyBookings] = [
    FaultyBookings(.refusedConfirmActs, "confirm/refused-in/*", rules: unchanged),
    FaultyBookings(.refusedCancelActs, "cancel/refused-in/*", rules: unchanged),
    FaultyBookings(.refusedArrivalActs, "arrive/refused-in/*", rules: unchanged),
    FaultyBookings(.refusedLeaveCosts, "leave/refused-in/*", rules: unchanged),
    FaultyBookings(.refusedConfirmTakesRoom, "confirm/refused-in/*", rules: unchanged),
    FaultyBookings(.refusedChangeActs, "change/refused-in/*", rules: unchanged),
    FaultyBookings(.refusedRemovalActs, "remove/refused-in/*", rules: unchanged, gone),
    FaultyBookings(
      .cancelledIsConfirmed,
      "confirm/refused-in/cancelled",
      rules: "wrong-request-is-refused"
    ),
  ]

  /// A call acts on another booking, or on more than one.
  private static let others: [FaultyBookings] = [
    FaultyBookings(.confirmsNewest, "confirm/apart", rules: apart, "state-is-shown", written),
    FaultyBookings(.confirmsAll, "confirm/apart", rules: apart),
    FaultyBookings(.cancelsAllOfAGuest, "cancel/apart", rules: apart),
    FaultyBookings(
      .cancelsAnother,
      "cancel/apart",
      rules: apart,
      "state-is-shown",
      "list-omits",
      "list-contains"
    ),
    FaultyBookings(.leavingEmptiesHouse, "leave/apart", rules: apart),
    FaultyBookings(.arrivingTakesAll, "arrive/apart", rules: apart),
    FaultyBookings(.changesAll, "change/apart", rules: apart),
    FaultyBookings(.removesTwo, "remove/apart", rules: apart, gone),
    FaultyBookings(.makingConfirmsOthers, "make/apart", rules: apart),
    FaultyBookings(.identityOfAnotherIsGiven, "make", rules: written, "list-contains"),
  ]

  /// A call does nothing, or something else.
  private static let acts: [FaultyBookings] = [
    FaultyBookings(.confirmingDoesNothing, "confirm/in/*", rules: "state-is-shown", written),
    FaultyBookings(.leavingDoesNothing, "leave/in/*", rules: "state-is-shown", "list-omits"),
    FaultyBookings(
      .cancelOfConfirmedDoesNothing,
      "cancel/in/*",
      rules: "state-is-shown",
      "list-omits",
      "list-contains"
    ),
    FaultyBookings(.cancellingRemoves, "cancel/in/*", rules: gone, "list-contains"),
    FaultyBookings(.cancellingLeaves, "cancel/in/*", rules: "state-is-shown"),
    FaultyBookings(
      .arrivingLeaves,
      "arrive/in/*",
      rules: "state-is-shown",
      "list-contains",
      "list-omits"
    ),
    FaultyBookings(
      .removalIsForgotten,
      "remove/in/*",
      rules: "wrong-request-is-refused",
      "list-omits"
    ),
    FaultyBookings(
      .removalCancels,
      "remove/in/*",
      rules: "wrong-request-is-refused",
      "list-omits"
    ),
  ]

  /// What was written is lost.
  private static let writes: [FaultyBookings] = [
    FaultyBookings(.nightsAreLost, "make", rules: written),
    FaultyBookings(.guestIsLost, "make", rules: written),
    FaultyBookings(.roomIsLost, "confirm/in/*", rules: written),
    FaultyBookings(.changeIsLost, "change/in/*", rules: written),
    FaultyBookings(.confirmingResetsNights, "change/then/confirm/*", rules: written),
  ]

  /// A view shows something else than the others.
  private static let views: [FaultyBookings] = [
    FaultyBookings(.listOmitsConfirmed, "confirm/in/*", rules: "list-contains"),
    FaultyBookings(.listKeepsCancelled, "cancel/in/*", rules: "list-omits"),
    FaultyBookings(.listKeepsLeft, "leave/in/*", rules: "list-omits"),
    FaultyBookings(.listRepeatsConfirmed, "confirm/in/*", rules: "list-contains"),
    FaultyBookings(.listShowsOldState, "arrive/in/*", rules: "state-is-shown"),
    FaultyBookings(.listNamesStateOtherwise, "make", rules: "state-is-shown"),
    FaultyBookings(.listShowsOldNights, "change/in/*", rules: written),
    FaultyBookings(.readShowsOldState, "confirm/in/*", rules: "state-is-shown"),
    FaultyBookings(.archiveOmitsCancelled, "cancel/in/*", rules: "list-contains"),
    FaultyBookings(.archiveHasConfirmed, "confirm/in/*", rules: "list-omits"),
    FaultyBookings(.archiveRepeats, "cancel/in/*", rules: "list-contains"),
  ]

  /// A call that is repeated undoes what it did, or does more.
  private static let repetitions: [FaultyBookings] = [
    FaultyBookings(.repeatedCancelUndoes, "cancel/repeated-in/*", rules: repeated),
    FaultyBookings(.repeatedCancelRemoves, "cancel/repeated-in/*", rules: repeated, gone),
    FaultyBookings(.repeatedChangeResets, "change/repeated-in/*", rules: repeated),
    FaultyBookings(.repeatedChangeAdds, "change/repeated-in/*", rules: repeated),
  ]

  /// An effect shows later than the contract says.
  private static let late: [FaultyBookings] = [
    FaultyBookings(.showsTooLate, "confirm/in/*", rules: "state-is-shown", written),
    FaultyBookings(.listsTooLate, "make", rules: "list-contains"),
    FaultyBookings(.archivesTooLate, "cancel/in/*", rules: "list-contains"),
  ]

  private static let unchanged = "refused-changes-nothing"
  private static let apart = "others-stay-as-they-were"
  private static let written = "written-is-read"
  private static let repeated = "repeated-changes-nothing"
  /// A read finds nothing where something has to be.
  private static let gone = "status-is-expected"
}
