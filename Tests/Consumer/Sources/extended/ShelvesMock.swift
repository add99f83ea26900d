import Accord

/// What the mock does beyond the contracts: only one shelf holds a book, and a clerk answers.
struct ShelvesMock: MockBehaviour {
  func start(_ setting: MockSetting) -> [JSON] { ["AB1"] }

  func reply(to call: MockCall, _ shelves: inout [JSON]) throws(MockRefusal) -> MockReply {
    guard let shelf = call.value(of: "shelf"), shelves.contains(shelf) else {
      throw .error("NoBook")
    }
    return MockReply(["shelf": shelf, "books": 1])
  }

  func answer(
    undeclared request: MockRequest,
    _ shelves: inout [JSON]
  ) throws(MockRefusal) -> MockAnswer? {
    request.path == "/cards" ? .text(200, "card-of-the-mock") : nil
  }

  func convention(
    _ setting: MockSetting,
    accepts: @escaping @Sendable (String) -> Bool
  ) -> any MockConvention { Clerk(base: HTTPConvention(setting, accepts: accepts)) }
}
