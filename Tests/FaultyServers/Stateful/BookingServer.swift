import Accord
import Synchronization

/// A server of bookings as teams write them, which knows nothing of contracts, and the ways in which it may
/// be wrong, or only different.
final class BookingServer: Sendable {
  /// A booking as it is kept.
  struct Booking {
    var id: Int
    var guest: String
    var nights: Int
    var room: Int?
    var state = "requested"
    var seen = 0
    /// What views show until they were asked so often.
    var old: (state: String, nights: Int, room: Int?)?
    var looks = 0
    /// How many lists there were since it was made, and since it was cancelled.
    var lists = 0
    var archives = 0
  }

  struct State {
    var bookings: [Booking] = [Booking(id: 1, guest: "Someone", nights: 1)]
    var next = 7
    var count = 0
    var lists = 0
  }

  let fault: BookingFault?
  let variation: BookingVariation?
  private let state = Mutex(State())

  /// What lists get in the place of an answer, and from which list on.
  private let absence: (status: Int, from: Int)?

  init(
    fault: BookingFault? = nil,
    variation: BookingVariation? = nil,
    withoutLists status: Int? = nil,
    from number: Int = 1
  ) {
    self.fault = fault
    self.variation = variation
    absence = status.map { ($0, number) }
  }

  /// How many looks something shows later: a few, or more than anybody takes.
  private var lag: Int { fault?.isLate ?? false ? 100 : 3 }

  /// The bookings that are kept, but for those of others.
  var kept: [Int] {
    state.withLock { $0.bookings.filter { $0.guest == "Dora" }.map(\.id) }
  }

  func outcome(_ request: Exchange.Request) -> Exchange.Outcome {
    state.withLock { state in
      state.count += 1
      meanwhile(&state)
      return .answered(answer(request, &state))
    }
  }

  /// What others do.
  private func meanwhile(_ state: inout State) {
    switch variation {
    case .othersChangeMeanwhile:
      state.bookings[0].nights = state.count % 30 + 1
      state.bookings[0].state = ["requested", "confirmed", "arrived"][state.count % 3]
    case .othersAreMadeMeanwhile where state.count % 3 == 0:
      state.bookings.insert(
        Booking(id: 1_000 + state.count, guest: "Other", nights: 2),
        at: state.count % 2
      )
    case .othersAreRemovedMeanwhile:
      if state.count % 4 == 0 {
        state.bookings.removeAll { $0.guest == "Other" }
      } else {
        state.bookings.append(Booking(id: 1_000 + state.count, guest: "Other", nights: 2))
      }
    default: break
    }
  }

  private func answer(_ request: Exchange.Request, _ state: inout State) -> Exchange.Response {
    let call = BookingCall(request)
    if let absence, call.method == "GET", call.id == nil {
      state.lists += 1
      if state.lists >= absence.from { return error(absence.status) }
    }
    if let refusal = call.refusal(known: state.bookings.map(\.id)) {
      actAllTheSame(call, refusal, &state)
      return error(refusal.status)
    }
    switch (call.method, call.resource, call.act) {
    case ("GET", "bookings", nil) where call.id == nil: return list(&state)
    case ("GET", "archive", _): return archive(&state)
    case ("POST", "bookings", nil): return make(call, &state)
    default: break
    }
    guard let place = state.bookings.firstIndex(where: { $0.id == call.id }) else {
      return error(404)
    }
    switch (call.method, call.act) {
    case ("GET", nil):
      state.bookings[place].seen += 1
      return json(200, view(&state.bookings[place]))
    case ("DELETE", nil): return remove(place, &state)
    case ("PUT", nil): return change(call, place, &state)
    default: return lead(call, place, &state)
    }
  }

  // MARK: - What is refused

  /// Does what was asked though it is refused.
  private func actAllTheSame(
    _ call: BookingCall,
    _ refusal: BookingCall.Refusal,
    _ state: inout State
  ) {
    guard fault?.acts(on: refusal, of: call) ?? false else { return }
    let named = state.bookings.firstIndex { $0.id == call.id }
    // Who cannot find what was named takes the latest.
    guard let place = named ?? state.bookings.indices.last else { return }
    switch call.act {
    case "confirm"?:
      state.bookings[place].state = "confirmed"
      state.bookings[place].room = min(max(call.number("room") ?? 1, 1), 99)
    case "cancel"?: state.bookings[place].state = "cancelled"
    case nil where call.method == "PUT":
      state.bookings[place].nights = call.number("nights") ?? 1
    case nil where call.method == "DELETE": state.bookings.remove(at: place)
    default: break
    }
  }

  // MARK: - What is done

  private func make(_ call: BookingCall, _ state: inout State) -> Exchange.Response {
    if fault == .makingConfirmsOthers {
      for place in state.bookings.indices where state.bookings[place].state == "requested" {
        state.bookings[place].state = "confirmed"
      }
    }
    var id = state.next
    state.next += 1
    if variation == .identitiesAreReused {
      id = (2...).first { number in !state.bookings.contains { $0.id == number } } ?? id
    }
    if fault == .identityOfAnotherIsGiven, let other = state.bookings.last { id = other.id }
    var booking = Booking(
      id: id,
      guest: call.text("guest") ?? "",
      nights: call.number("nights") ?? 1
    )
    let answer = json(201, view(&booking))
    if fault == .nightsAreLost { booking.nights = 1 }
    if fault == .guestIsLost { booking.guest = "Dora " }
    if variation == .newestFirst {
      state.bookings.insert(booking, at: 0)
    } else {
      state.bookings.append(booking)
    }
    return answer
  }

  /// Leads to another state, if the state allows it.
  private func lead(_ call: BookingCall, _ place: Int, _ state: inout State) -> Exchange.Response {
    let now = state.bookings[place].state
    let act = call.act ?? ""
    let next: String? =
      switch (act, now) {
      case ("confirm", "requested"): "confirmed"
      case ("confirm", "cancelled") where fault == .cancelledIsConfirmed: "confirmed"
      case ("arrive", "confirmed"): fault == .arrivingLeaves ? "left" : "arrived"
      case ("leave", "arrived"): "left"
      case ("cancel", "requested"), ("cancel", "confirmed"):
        fault == .cancellingLeaves ? "left" : "cancelled"
      case ("cancel", "cancelled"): fault == .repeatedCancelUndoes ? "requested" : "cancelled"
      default: nil
      }
    guard let next else {
      refuseByState(act, place, &state)
      return error(409)
    }
    var changed = state.bookings[place]
    changed.old = nil
    changed.state = next
    if act == "confirm" { changed.room = call.number("room") }
    let answer = json(200, view(&changed))
    do {
      if now == "cancelled", fault == .repeatedCancelRemoves {
        state.bookings.remove(at: place)
        return answer
      }
      if act == "cancel", now != "cancelled", fault == .cancellingRemoves {
        state.bookings.remove(at: place)
        return answer
      }
    }
    if fault?.isIdle(act, from: now) ?? false { return answer }
    for target in targets(of: act, place, state) where state.bookings[target].state != next {
      remember(&state.bookings[target])
      state.bookings[target].state = next
      if act == "confirm", fault != .roomIsLost {
        state.bookings[target].room = call.number("room")
      }
      if act == "confirm", fault == .confirmingResetsNights { state.bookings[target].nights = 3 }
    }
    return answer
  }

  /// What a call that the state refuses does all the same.
  private func refuseByState(_ act: String, _ place: Int, _ state: inout State) {
    let now = state.bookings[place].state
    switch fault {
    case .refusedConfirmActs where act == "confirm": state.bookings[place].state = "confirmed"
    case .refusedCancelActs where act == "cancel": state.bookings[place].state = "cancelled"
    case .refusedArrivalActs where act == "arrive" && now == "requested":
      state.bookings[place].state = "arrived"
    case .refusedLeaveCosts where act == "leave": state.bookings[place].nights += 1
    case .refusedConfirmTakesRoom where act == "confirm": state.bookings[place].room = 98
    default: break
    }
  }

  /// The bookings that a call changes: the one that it names.
  private func targets(of act: String, _ place: Int, _ state: State) -> [Int] {
    let others = state.bookings.indices.filter { $0 != place && state.bookings[$0].guest == "Dora" }
    switch (fault, act) {
    case (.confirmsNewest, "confirm"): return [state.bookings.count - 1]
    case (.confirmsAll, "confirm"), (.cancelsAllOfAGuest, "cancel"),
      (.leavingEmptiesHouse, "leave"),
      (.arrivingTakesAll, "arrive"):
      return [place] + others
    case (.cancelsAnother, "cancel"): return others.prefix(1) + (others.isEmpty ? [place] : [])
    default: return [place]
    }
  }

  private func change(_ call: BookingCall, _ place: Int, _ state: inout State) -> Exchange.Response
  {
    guard state.bookings[place].state == "requested" else {
      if fault == .refusedChangeActs { state.bookings[place].nights = call.number("nights") ?? 1 }
      return error(409)
    }
    let nights = call.number("nights") ?? 1
    let isRepeated = state.bookings[place].nights == nights
    var changed = state.bookings[place]
    changed.old = nil
    changed.nights = nights
    let answer = json(200, view(&changed))
    if fault == .changeIsLost { return answer }
    remember(&state.bookings[place])
    state.bookings[place].nights = nights
    if isRepeated, fault == .repeatedChangeResets { state.bookings[place].nights = 3 }
    if isRepeated, fault == .repeatedChangeAdds { state.bookings[place].nights += nights }
    if fault == .changesAll {
      for other in state.bookings.indices { state.bookings[other].nights = nights }
    }
    return answer
  }

  private func remove(_ place: Int, _ state: inout State) -> Exchange.Response {
    guard ["requested", "left", "cancelled"].contains(state.bookings[place].state) else {
      if fault == .refusedRemovalActs { state.bookings.remove(at: place) }
      return error(409)
    }
    switch fault {
    case .removalIsForgotten: break
    case .removalCancels: state.bookings[place].state = "cancelled"
    case .removesTwo:
      let guest = state.bookings[place].guest
      state.bookings.removeAll { $0.guest == guest }
    default: state.bookings.remove(at: place)
    }
    return Exchange.Response(status: 204, fields: [])
  }

  /// Keeps what views show for a while.
  private func remember(_ booking: inout Booking) {
    guard variation == .showsLater || fault == .showsTooLate else { return }
    booking.old = (booking.state, booking.nights, booking.room)
    booking.looks = 0
  }

  // MARK: - What is shown

  private func list(_ state: inout State) -> Exchange.Response {
    var items: [String] = []
    for place in state.bookings.indices {
      var booking = shown(&state.bookings[place])
      if booking.state == "cancelled", fault == .listKeepsCancelled { booking.state = "confirmed" }
      if booking.state == "left", fault == .listKeepsLeft { booking.state = "arrived" }
      guard !["left", "cancelled"].contains(booking.state) else { continue }
      state.bookings[place].lists += 1
      let isLate = variation == .listsLater || fault == .listsTooLate
      if isLate, state.bookings[place].lists < lag { continue }
      if fault == .listOmitsConfirmed, booking.state == "confirmed" { continue }
      var status = booking.state == "requested" ? "open" : booking.state
      if fault == .listShowsOldState, status == "arrived" { status = "confirmed" }
      if fault == .listNamesStateOtherwise, status == "open" { status = "confirmed" }
      let nights = fault == .listShowsOldNights ? 3 : booking.nights
      let written = variation == .numbersWithFractions ? "\(nights).0" : "\(nights)"
      items.append(#"{"number":\#(booking.id),"nights":\#(written),"status":"\#(status)"}"#)
      if fault == .listRepeatsConfirmed, booking.state == "confirmed" {
        items.append(items[items.count - 1])
      }
    }
    if variation == .listInAnotherOrder, state.count % 2 == 0 { items.reverse() }
    if variation == .listWithExtraItems {
      items.insert(#"{"number":500,"nights":1,"status":"arrived"}"#, at: state.count % 2)
    }
    return json(200, #"{"bookings":[\#(items.joined(separator: ","))]}"#)
  }

  private func archive(_ state: inout State) -> Exchange.Response {
    var items: [String] = []
    for place in state.bookings.indices {
      let booking = shown(&state.bookings[place])
      let isLeft = booking.state == "left" && variation != .archiveOmitsLeft
      let isEarly = fault == .archiveHasConfirmed && booking.state == "confirmed"
      guard booking.state == "cancelled" || isLeft || isEarly else { continue }
      state.bookings[place].archives += 1
      let isLate = variation == .archivesLater || fault == .archivesTooLate
      if isLate, state.bookings[place].archives < lag { continue }
      if fault == .archiveOmitsCancelled { continue }
      items.append(#"{"id":\#(booking.id)}"#)
      if fault == .archiveRepeats { items.append(items[items.count - 1]) }
    }
    return json(200, "[\(items.joined(separator: ","))]")
  }

  /// A booking as views show it now.
  private func shown(_ booking: inout Booking) -> Booking {
    guard let old = booking.old, booking.looks < lag else {
      booking.old = nil
      return booking
    }
    booking.looks += 1
    var shown = booking
    (shown.state, shown.nights, shown.room) = old
    return shown
  }

  private func view(_ booking: inout Booking) -> String {
    var shown = shown(&booking)
    if fault == .readShowsOldState, shown.state == "confirmed" { shown.state = "requested" }
    let seen = variation == .countsLooks ? booking.seen : 0
    let nights = variation == .numbersWithFractions ? "\(shown.nights).0" : "\(shown.nights)"
    let room =
      shown.room.map(String.init) ?? (variation == .absentInsteadOfNull ? nil : "null")
    var members = [
      #""id":\#(shown.id)"#, #""guest":"\#(shown.guest)""#, #""nights":\#(nights)"#,
      #""seen":\#(seen)"#, #""state":"\#(shown.state)""#,
    ]
    if let room { members.append(#""room":\#(room)"#) }
    if variation == .moreMembers { members.append(#""colour":"red""#) }
    if variation == .membersInAnotherOrder, booking.seen % 2 == 0 { members.reverse() }
    let (separator, end) = variation == .laidOut ? (",\n  ", "\n") : (",", "")
    return "{\(members.joined(separator: separator))\(end)}"
  }

  private func json(_ status: Int, _ text: String) -> Exchange.Response {
    Exchange.Response(
      status: status,
      fields: [Field("Content-Type", "application/json")],
      body: Array(text.utf8)
    )
  }

  private func error(_ status: Int) -> Exchange.Response {
    var fields = status == 405 ? [Field("Allow", "POST")] : []
    if status == 401 { fields.append(Field("WWW-Authenticate", "Bearer")) }
    guard variation == .errorsAsText else {
      return Exchange.Response(status: status, fields: fields)
    }
    fields.append(Field("Content-Type", "text/plain"))
    return Exchange.Response(status: status, fields: fields, body: Array("No.".utf8))
  }
}
