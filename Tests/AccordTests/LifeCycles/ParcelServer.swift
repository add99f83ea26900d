import Accord
import AccordModel
import AccordSchema
import Synchronization

/// A server of parcels that knows nothing of contracts, and the ways in which it may be wrong.
final class ParcelServer: Sendable {
  enum Fault: String, CaseIterable, Sendable {
    /// A refused request acts all the same.
    case refusedSendActs, refusedCancelActs, malformedLabelActs, wrongMethodRemoves
    /// A request acts on another parcel, or on more than one.
    case cancelsNewest, labelsAll, makingSends
    /// A request does nothing, or something else.
    case removeDoesNothing, cancelRemoves, sendDoesNothing
    /// What was written is lost, or not all of it.
    case labelIsLost, weightIsLost
    /// A view shows something else.
    case listOmits, listKeeps, listRepeats, listShowsOldState, listShowsOldLabel
    /// A request that is repeated undoes what it did.
    case repeatedCancelUndoes
    /// A request in a state that does not allow it is taken.
    case sendsCancelled
  }

  enum Variation: String, CaseIterable, Sendable {
    case membersInAnotherOrder, othersChangeMeanwhile, identitiesAreReused, listInAnotherOrder
    case countsLooks, moreMembers, showsLater, listsLater, answersAsText
  }

  private struct Parcel {
    var id: Int
    var label: String
    var weight: Int
    var state = "draft"
    var seen = 0
    /// What views show until it was looked at so often.
    var old: (state: String, label: String)?
    var looks = 0
    /// How many lists there were since it was made.
    var lists = 0
  }

  private struct State {
    var parcels: [Parcel] = [Parcel(id: 1, label: "Of someone", weight: 1)]
    var next = 7
    var count = 0
  }

  let fault: Fault?
  let variation: Variation?
  private let state = Mutex(State())

  init(fault: Fault? = nil, variation: Variation? = nil) {
    self.fault = fault
    self.variation = variation
  }

  /// The parcels that are kept, but for that of someone else.
  var kept: [Int] { state.withLock { $0.parcels.map(\.id).filter { $0 != 1 } } }

  func outcome(_ request: Exchange.Request) -> Exchange.Outcome {
    state.withLock { state in
      state.count += 1
      if variation == .othersChangeMeanwhile {
        state.parcels[0].label = "Of someone, changed \(state.count) times"
        if state.count % 3 == 0 {
          state.parcels.insert(Parcel(id: 1000 + state.count, label: "New", weight: 2), at: 1)
        }
      }
      return .answered(answer(request, &state))
    }
  }

  private func answer(_ request: Exchange.Request, _ state: inout State) -> Exchange.Response {
    let path = request.target.split(separator: "?")[0]
    let parts = path.split(separator: "/").map(String.init)
    guard parts.first == "parcels" else { return error(404) }
    switch (request.method, parts.count) {
    case ("GET", 1): return list(&state)
    case ("POST", 1): return make(request, &state)
    case (_, 1): return error(405)
    default: break
    }
    guard let id = Int(parts[1]) else { return error(404) }
    guard let place = state.parcels.firstIndex(where: { $0.id == id }) else { return error(404) }
    let act = parts.count == 3 ? parts[2] : ""
    switch (request.method, act) {
    case ("GET", ""):
      state.parcels[place].seen += 1
      return json(200, view(&state.parcels[place]))
    case ("DELETE", ""): return remove(place, &state)
    case ("PUT", "label"): return label(request, place, &state)
    case ("POST", "send"), ("POST", "deliver"), ("POST", "cancel"):
      return change(act, place, &state)
    default:
      if fault == .wrongMethodRemoves { state.parcels.remove(at: place) }
      return error(405)
    }
  }

  // MARK: - What is done

  private func make(_ request: Exchange.Request, _ state: inout State) -> Exchange.Response {
    guard let body = (try? JSONDocument(parsing: request.body))?.root,
      let label = body["label"]?.string, !label.isEmpty,
      let weight = body["weight"]?.number?.int
    else { return error(422) }
    if fault == .makingSends {
      for place in state.parcels.indices where state.parcels[place].state == "draft" {
        state.parcels[place].state = "sent"
      }
    }
    var id = state.next
    state.next += 1
    if variation == .identitiesAreReused {
      id = (2...).first { number in !state.parcels.contains { $0.id == number } } ?? id
    }
    let kept = fault == .weightIsLost ? 1 : weight
    state.parcels.append(Parcel(id: id, label: label, weight: kept))
    var parcel = Parcel(id: id, label: label, weight: weight)
    return json(201, view(&parcel))
  }

  private func change(_ act: String, _ place: Int, _ state: inout State) -> Exchange.Response {
    let now = state.parcels[place].state
    let next: String? =
      switch (act, now) {
      case ("send", "draft"): "sent"
      case ("send", "cancelled") where fault == .sendsCancelled: "sent"
      case ("deliver", "sent"): "delivered"
      case ("cancel", "draft"), ("cancel", "sent"): "cancelled"
      case ("cancel", "cancelled"): fault == .repeatedCancelUndoes ? "draft" : "cancelled"
      default: nil
      }
    guard let next else {
      if fault == .refusedSendActs, act == "send" { state.parcels[place].state = "sent" }
      if fault == .refusedCancelActs, act == "cancel" { state.parcels[place].state = "cancelled" }
      return error(409)
    }
    var target = place
    if fault == .cancelsNewest, act == "cancel" { target = state.parcels.count - 1 }
    let isIdle = fault == .sendDoesNothing && act == "send"
    if !isIdle, state.parcels[target].state != next {
      remember(&state.parcels[target])
      state.parcels[target].state = next
    }
    var changed = state.parcels[place]
    changed.old = nil
    changed.state = next
    let answer = json(200, view(&changed))
    if fault == .cancelRemoves, act == "cancel", now != "cancelled" {
      state.parcels.remove(at: place)
    }
    return answer
  }

  private func label(
    _ request: Exchange.Request,
    _ place: Int,
    _ state: inout State
  ) -> Exchange.Response {
    guard state.parcels[place].state == "draft" else { return error(409) }
    let body = (try? JSONDocument(parsing: request.body))?.root
    guard let label = body?["label"]?.string, !label.isEmpty else {
      if fault == .malformedLabelActs { state.parcels[place].label = "none" }
      return error(422)
    }
    remember(&state.parcels[place])
    for number in state.parcels.indices where fault == .labelsAll || number == place {
      if fault != .labelIsLost { state.parcels[number].label = label }
    }
    var changed = state.parcels[place]
    changed.old = nil
    changed.label = label
    return json(200, view(&changed))
  }

  private func remove(_ place: Int, _ state: inout State) -> Exchange.Response {
    guard state.parcels[place].state != "sent" else { return error(409) }
    if fault != .removeDoesNothing { state.parcels.remove(at: place) }
    return Exchange.Response(status: 204, fields: [])
  }

  /// Keeps what views show for a while.
  private func remember(_ parcel: inout Parcel) {
    guard variation == .showsLater else { return }
    parcel.old = (parcel.state, parcel.label)
    parcel.looks = 0
  }

  // MARK: - What is shown

  private func list(_ state: inout State) -> Exchange.Response {
    var items: [String] = []
    for place in state.parcels.indices {
      let parcel = state.parcels[place]
      let (now, label) = shown(&state.parcels[place])
      guard now != "cancelled" || fault == .listKeeps else { continue }
      state.parcels[place].lists += 1
      if variation == .listsLater, state.parcels[place].lists < 3 { continue }
      if fault == .listOmits, now == "sent" { continue }
      var status = now == "sent" ? "underway" : now
      if fault == .listShowsOldState, status == "underway" { status = "draft" }
      let title = fault == .listShowsOldLabel ? "Books" : label
      items.append(#"{"id":\#(parcel.id),"title":"\#(title)","status":"\#(status)"}"#)
    }
    if fault == .listRepeats { items += items.suffix(1) }
    if variation == .listInAnotherOrder, state.count % 2 == 0 { items.reverse() }
    return json(200, #"{"items":[\#(items.joined(separator: ","))]}"#)
  }

  /// The state and the label that views show now.
  private func shown(_ parcel: inout Parcel) -> (state: String, label: String) {
    if let old = parcel.old, parcel.looks < 2 {
      parcel.looks += 1
      return old
    }
    parcel.old = nil
    return (parcel.state, parcel.label)
  }

  private func view(_ parcel: inout Parcel) -> String {
    let (state, label) = shown(&parcel)
    let seen = variation == .countsLooks ? parcel.seen : 0
    let more = variation == .moreMembers ? #","colour":"red""# : ""
    let rest = #""weight":\#(parcel.weight),"seen":\#(seen),"state":"\#(state)""#
    if variation == .membersInAnotherOrder, parcel.seen % 2 == 0 {
      return #"{\#(rest),"label":"\#(label)","id":\#(parcel.id)\#(more)}"#
    }
    return #"{"id":\#(parcel.id),"label":"\#(label)",\#(rest)\#(more)}"#
  }

  private func json(_ status: Int, _ text: String) -> Exchange.Response {
    Exchange.Response(
      status: status,
      fields: [Field("Content-Type", "application/json")],
      body: Array(text.utf8)
    )
  }

  private func error(_ status: Int) -> Exchange.Response {
    var fields = status == 405 ? [Field("Allow", "GET, DELETE")] : []
    guard variation == .answersAsText else {
      return Exchange.Response(status: status, fields: fields)
    }
    fields.append(Field("Content-Type", "text/plain"))
    return Exchange.Response(status: status, fields: fields, body: Array("No.".utf8))
  }
}
