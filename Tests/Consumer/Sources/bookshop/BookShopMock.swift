import Accord

/// What the shop's mock does beyond the contracts: what is added is found, and the newest book has an
/// address that no contract knows.
struct BookShopMock: MockBehaviour {
  func start(_ setting: MockSetting) -> [String] { ["Persuasion"] }

  func reply(to call: MockCall, _ titles: inout [String]) throws(MockRefusal) -> MockReply {
    switch call.contract.id {
    case "books.add":
      titles.append(call.body?["title"]?.string ?? "")
      return MockReply(book(titles.count, titles))
    case "books.get":
      let number = call.value(of: "id")?.number?.int ?? 0
      guard (1...titles.count).contains(number) else {
        throw .error("BookNotFound", "No book has the number \(number).")
      }
      return MockReply(book(number, titles))
    default: return .contract
    }
  }

  func answer(
    undeclared request: MockRequest,
    _ titles: inout [String]
  ) throws(MockRefusal) -> MockAnswer? {
    request.path == "/newest" ? .json(200, book(titles.count, titles)) : nil
  }

  func values(of given: Given, in titles: [String]) -> [JSON]? {
    titles.indices.map { .number(JSONNumber($0 + 1)) }
  }

  func convention(
    _ setting: MockSetting,
    accepts: @escaping @Sendable (String) -> Bool
  ) -> any MockConvention { Branded(base: HTTPConvention(setting, accepts: accepts)) }

  private func book(_ number: Int, _ titles: [String]) -> JSON {
    ["id": .number(JSONNumber(number)), "title": .string(titles[number - 1])]
  }

  /// The shop's framework writes its name into every answer.
  struct Branded: MockConvention {
    let base: any MockConvention

    func answer(_ call: MockCall, _ reply: MockReply, in format: Format) throws -> MockAnswer {
      var answer = try base.answer(call, reply, in: format)
      answer.setField("Server", "Book shop")
      return answer
    }
  }
}
