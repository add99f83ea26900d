/// One thing that is wrong with a server of bookings.
enum BookingFault: String, CaseIterable, Sendable {
  /// A request that is refused acts all the same, whatever it is refused for.
  case withoutTokenActs, wrongTokenActs, withoutDeskActs, wrongDeskActs, otherVersionActs
  case otherMethodActs, idThatIsNoneActs, unknownIDActs, wrongParameterActs, unacceptableActs
  case mediaTypeActs, malformedActs, missingMemberActs, wrongValueActs
  case changeWithoutMemberActs, removalWithoutTokenActs, cancelByOtherVersionActs
  /// A state refuses it, and it acts all the same, or not without a trace.
  case refusedConfirmActs, refusedCancelActs, refusedArrivalActs, refusedLeaveCosts
  case refusedConfirmTakesRoom, refusedChangeActs, refusedRemovalActs
  /// A state does not refuse what it has to.
  case cancelledIsConfirmed
  /// A call acts on another booking, or on more than one.
  case confirmsNewest, confirmsAll, cancelsAllOfAGuest, cancelsAnother, leavingEmptiesHouse
  case arrivingTakesAll, changesAll, removesTwo, makingConfirmsOthers, identityOfAnotherIsGiven
  /// A call does nothing, or something else.
  case confirmingDoesNothing, leavingDoesNothing, cancelOfConfirmedDoesNothing, cancellingRemoves
  case cancellingLeaves, arrivingLeaves, removalIsForgotten, removalCancels
  /// What was written is lost.
  case nightsAreLost, guestIsLost, roomIsLost, changeIsLost, confirmingResetsNights
  /// A view shows something else.
  case listOmitsConfirmed, listKeepsCancelled, listKeepsLeft, listRepeatsConfirmed
  case listShowsOldState, listNamesStateOtherwise, listShowsOldNights, readShowsOldState
  case archiveOmitsCancelled, archiveHasConfirmed, archiveRepeats
  /// A call that is repeated undoes what it did, or does more.
  case repeatedCancelUndoes, repeatedCancelRemoves, repeatedChangeResets, repeatedChangeAdds
  /// An effect shows later than the contract says.
  case showsTooLate, listsTooLate, archivesTooLate
}

extension BookingFault {
  /// Whether the contract declares a delay that it is beyond.
  var isLate: Bool { [.showsTooLate, .listsTooLate, .archivesTooLate].contains(self) }

  /// Whether a call that is refused acts all the same.
  func acts(on refusal: BookingCall.Refusal, of call: BookingCall) -> Bool {
    switch (self, call.act) {
    case (.withoutTokenActs, "confirm"): refusal == .token
    case (.wrongTokenActs, "confirm"): refusal == .wrongToken
    case (.withoutDeskActs, "confirm"): refusal == .desk
    case (.wrongDeskActs, "confirm"): refusal == .wrongDesk
    case (.otherVersionActs, "confirm"), (.cancelByOtherVersionActs, "cancel"): refusal == .version
    case (.otherMethodActs, "confirm"): refusal == .method
    case (.idThatIsNoneActs, "confirm"): refusal == .id
    case (.unknownIDActs, "confirm"): refusal == .unknownID
    case (.wrongParameterActs, "confirm"): refusal == .mail
    case (.unacceptableActs, "confirm"): refusal == .accept
    case (.mediaTypeActs, "confirm"): refusal == .mediaType
    case (.malformedActs, "confirm"): refusal == .malformed
    case (.missingMemberActs, "confirm"): refusal == .member
    case (.wrongValueActs, "confirm"): refusal == .value
    case (.changeWithoutMemberActs, nil): refusal == .member && call.method == "PUT"
    case (.removalWithoutTokenActs, nil): refusal == .token && call.method == "DELETE"
    default: false
    }
  }

  /// Whether a call does nothing in a state.
  func isIdle(_ act: String, from state: String) -> Bool {
    switch self {
    case .confirmingDoesNothing: act == "confirm"
    case .leavingDoesNothing: act == "leave"
    case .cancelOfConfirmedDoesNothing: act == "cancel" && state == "confirmed"
    default: false
    }
  }
}

/// One difference that no contract of bookings rules out.
enum BookingVariation: String, CaseIterable, Sendable {
  /// What others do meanwhile.
  case othersChangeMeanwhile, othersAreMadeMeanwhile, othersAreRemovedMeanwhile
  /// The number of a booking that is gone is given to the next.
  case identitiesAreReused
  /// The order of lists and of members, and what else stands there.
  case listInAnotherOrder, newestFirst, listWithExtraItems, membersInAnotherOrder, moreMembers
  case laidOut, numbersWithFractions, absentInsteadOfNull, errorsAsText
  /// How long an answer takes.
  case slower
  /// What the contract says that it may differ, or leaves open.
  case countsLooks, archiveOmitsLeft
  /// Effects that show within the delay that the contract declares.
  case showsLater, listsLater, archivesLater

  /// Whether the contract has to declare a delay for it.
  var isLate: Bool { [.showsLater, .listsLater, .archivesLater].contains(self) }
}
