public import AccordModel
public import AccordSchema

/// What the mock of a suite does beyond the suite's contracts: it keeps state, answers endpoints that
/// no contract declares, issues tokens, and reads and writes as the framework behind the API does.
///
/// A behaviour is a value that a suite names with ``AccordModel/ContractSuite/mocked(by:)``. Whatever
/// it leaves out is done from the contracts alone: a wrong request gets the declared error, a right
/// one the answer of the example that it repeats, or else a sample of the payload.
///
/// ```swift
/// struct BookShopMock: MockBehaviour {
///   func start(_ setting: MockSetting) -> [Int: JSON] { [1: ["id": 1, "title": "Emma"]] }
///
///   func reply(to call: MockCall, _ books: inout [Int: JSON]) throws(MockRefusal) -> MockReply {
///     switch call.contract.id {
///     case "books.add":
///       let id = books.count + 1
///       books[id] = ["id": .number(JSONNumber(id)), "title": call.body?["title"] ?? ""]
///       return MockReply(books[id])
///     case "books.get":
///       guard let book = call.value(of: "id")?.number?.int.flatMap({ books[$0] }) else {
///         throw .error("BookNotFound", "No book has this number.")
///       }
///       return MockReply(book)
///     default: return .contract
///     }
///   }
/// }
///
/// let suite = ContractSuite("shop", name: "Book shop", "Sells books.", contracts: [addBook, getBook])
///   .mocked(by: BookShopMock())
/// ```
///
/// The state belongs to the mock that serves, not to the value: each mock starts its own, one request
/// at a time changes it, and a reset starts it again.
public protocol MockBehaviour: Sendable, Hashable {
  /// What the mock knows and requests change; nothing, if no type is named.
  associatedtype State: Sendable = Void

  /// The state in which a mock starts.
  func start(_ setting: MockSetting) -> State

  /// Brings the state back to the start; without a method of its own a behaviour starts again.
  func reset(_ state: inout State, _ setting: MockSetting)

  /// Does what a request asks for that its contract alone finds right, or refuses it with one of the
  /// suite's errors.
  func reply(to call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply

  /// Answers a request that leads to no contract; `nil` if there is no such endpoint.
  func answer(
    undeclared request: MockRequest,
    _ state: inout State
  ) throws(MockRefusal) -> MockAnswer?

  /// The values of live data that cases need, as they are now; `nil`, and always so, for live data
  /// that the mock makes up.
  func values(of given: Given, in state: State) -> [JSON]?

  /// Whether a token is accepted beside the one that every mock accepts.
  func accepts(_ token: String, in state: State) -> Bool

  /// How the framework behind the API reads requests and writes answers; `accepts` tells whether a
  /// token is accepted.
  func convention(
    _ setting: MockSetting,
    accepts: @escaping @Sendable (String) -> Bool
  ) -> any MockConvention
}

extension MockBehaviour where State == Void {
  /// Starts with nothing.
  public func start(_ setting: MockSetting) {}
}

extension MockBehaviour {
  /// Starts again.
  public func reset(_ state: inout State, _ setting: MockSetting) { state = start(setting) }

  /// Answers as the contract says.
  public func reply(to call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    .contract
  }

  /// Knows no endpoint but those of the contracts.
  public func answer(
    undeclared request: MockRequest,
    _ state: inout State
  ) throws(MockRefusal) -> MockAnswer? { nil }

  /// Leaves live data to the mock, which makes them up.
  public func values(of given: Given, in state: State) -> [JSON]? { nil }

  /// Accepts no other token.
  public func accepts(_ token: String, in state: State) -> Bool { false }

  /// HTTP as its specifications have it.
  public func convention(
    _ setting: MockSetting,
    accepts: @escaping @Sendable (String) -> Bool
  ) -> any MockConvention { HTTPConvention(setting, accepts: accepts) }
}
