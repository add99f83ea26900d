import AccordModel
import AccordSchema
import Synchronization

/// A behaviour while a mock serves it.
protocol ServedBehaviour: Sendable {
  /// Whether a token is accepted.
  func accepts(_ token: String) -> Bool

  /// Does what a right request asks for.
  func reply(to call: MockCall) throws(MockRefusal) -> MockReply

  /// Answers a request that leads to no contract.
  func answer(undeclared request: MockRequest) throws(MockRefusal) -> MockAnswer?

  /// The values of live data, as they are now.
  func values(of given: Given) -> [JSON]

  /// Restores the start state.
  func reset()
}

/// A behaviour with its state, which one request at a time changes.
final class StatefulBehaviour<Behaviour: MockBehaviour>: ServedBehaviour {
  private let behaviour: Behaviour
  private let setting: MockSetting
  private let state: Mutex<Behaviour.State>

  /// The values of the givens of which the behaviour says nothing.
  private let made: [Given.ID: [JSON]]

  init(_ behaviour: Behaviour, _ setting: MockSetting) {
    let start = behaviour.start(setting)
    var made: [Given.ID: [JSON]] = [:]
    for (index, given) in setting.suite.givens.enumerated()
    where behaviour.values(of: given, in: start) == nil {
      made[given.id] = MadeGiven.values(of: given, number: index + 1)
    }
    self.behaviour = behaviour
    self.setting = setting
    self.made = made
    state = Mutex(start)
  }

  func accepts(_ token: String) -> Bool {
    token == Mock.token || state.withLock { behaviour.accepts(token, in: $0) }
  }

  func reply(to call: MockCall) throws(MockRefusal) -> MockReply {
    try state.withLock { state throws(MockRefusal) in try behaviour.reply(to: call, &state) }
  }

  func answer(undeclared request: MockRequest) throws(MockRefusal) -> MockAnswer? {
    try state.withLock { state throws(MockRefusal) in
      try behaviour.answer(undeclared: request, &state)
    }
  }

  func values(of given: Given) -> [JSON] {
    made[given.id] ?? state.withLock { behaviour.values(of: given, in: $0) } ?? []
  }

  func reset() { state.withLock { behaviour.reset(&$0, setting) } }
}
