import Accord

/// A server of films that is right, or wrong in one way.
struct FilmMock: MockBehaviour {
  /// What it does wrong.
  enum Fault: Sendable, Hashable, CaseIterable {
    /// It keeps the bytes in another order.
    case reverses
    /// It says that it keeps a film, and does not.
    case loses
    /// A film that is refused is added to the one that is kept.
    case refusedAppends
    /// What is removed stays.
    case keepsRemoved
  }

  var fault: Fault?

  struct State: Sendable {
    var films: [String: [UInt8]] = ["old": [9, 8, 7], "locked": [1]]
    /// The films that are awaited, and that were, by their places.
    var awaited: [String: String] = [:]
    var finished: [String: String] = [:]
  }

  func start(_ setting: MockSetting) -> State { State() }

  func reply(to call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    let name = call.value(of: "name")?.string ?? ""
    switch call.contract.id {
    case "films.begin":
      let place = "place-\(state.awaited.count + state.finished.count)"
      state.awaited[place] = name
      return MockReply(fields: [Field("Location", "/places/\(place)?key=a%2Fb")])
    case "films.finish": return try finish(call, &state)
    case "films.remove":
      guard name != "locked" else { throw .error("Locked") }
      guard state.films[name] != nil else { throw .error("NoFilm") }
      if fault != .keepsRemoved { state.films[name] = nil }
      return MockReply()
    default:
      guard let film = state.films[name] else { throw .error("NoFilm") }
      guard call.contract.id != "films.trailer" else {
        return MockReply(["trailer": .string("/trailers/\(name)")])
      }
      return MockReply(bytes: film)
    }
  }

  private func finish(_ call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    let (place, bytes) = (call.value(of: "place")?.string ?? "", call.request.body)
    guard let name = state.awaited[place] else {
      if fault == .refusedAppends, let name = state.finished[place], state.films[name] != nil {
        state.films[name]?.append(0)
      }
      throw .error("NoPlace")
    }
    // Both what the place has itself and what is sent behind it come.
    guard call.value(of: "size")?.number?.int == bytes.count,
      call.request.query.contains(where: { $0.name == "key" && $0.value == "a/b" })
    else { throw .error("Locked") }
    state.awaited[place] = nil
    state.finished[place] = name
    switch fault {
    case .reverses: state.films[name] = bytes.reversed()
    case .loses: break
    default: state.films[name] = bytes
    }
    return MockReply()
  }
}
