import Accord

/// What the mock does beyond the contracts: only one shelf holds a book, and a clerk answers.
struct ShelvesMock: MockBehaviour {
  func start(_ setting: MockSetting) -> [JSON] { ["AB1"] }

  func reply(to call: MockCall, _ shelves: inout [JSON]) throws(MockRefusal) -> MockReply {
    guard let shelf = call.value(of: "shelf"), shelves.contains(shelf) else {
      throw .error("NoBook")
    }
    return MockReply(["shelf": shelf])
  }

  func convention(
    _ setting: MockSetting,
    accepts: @escaping @Sendable (String) -> Bool
  ) -> any MockConvention { Clerk(base: HTTPConvention(setting, accepts: accepts)) }

  /// How a clerk answers.
  struct Clerk: MockConvention {
    let base: any MockConvention

    func answer(_ call: MockCall, _ reply: MockReply, in format: Format) throws -> MockAnswer {
      var answer = try base.answer(call, reply, in: format)
      answer.setField("Clerk", "Anne")
      return answer
    }

    func answer(
      _ refusal: MockRefusal,
      to contract: Contract?,
      in format: Format
    ) throws -> MockAnswer {
      var answer = try base.answer(refusal, to: contract, in: format)
      answer.setField("Clerk", "Anne")
      return answer
    }
  }
}
