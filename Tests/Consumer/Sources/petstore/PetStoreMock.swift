import Accord

/// A mock that knows one pet; the README shows it.
struct PetStoreMock: MockBehaviour {
  func start(_ setting: MockSetting) -> [JSON] { [["id": 1, "name": "Rex"]] }

  func reply(to call: MockCall, _ pets: inout [JSON]) throws(MockRefusal) -> MockReply {
    guard let pet = pets.first(where: { $0["id"] == call.value(of: "id") }) else {
      throw .error("PetNotFound")
    }
    return MockReply(pet)
  }
}
