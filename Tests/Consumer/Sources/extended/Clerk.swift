import Accord

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
