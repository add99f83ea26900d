import AccordMocking
import AccordModel
import AccordSchema
import Testing

/// What a suite's own behaviour does, and what the mock does where it says nothing.
@Suite struct MockBehaviourTests {
  let mock = Mock([BookShop.suite])

  private func send(
    _ method: String,
    _ target: String,
    key: String = MockSetting.token,
    type: String? = nil,
    _ body: String = ""
  ) async -> (status: Int, text: String, fields: [Field]) {
    let fields = [Field("X-Key", key)] + (type.map { [Field("Content-Type", $0)] } ?? [])
    let answer = await mock.answer(
      MockRequest(method, target, fields: fields, body: Array(body.utf8))
    )
    return (answer.status, String(decoding: answer.body, as: UTF8.self), answer.fields)
  }

  @Test func whatIsWrittenIsRead() async {
    let added = await send("POST", "/books", #"{"title":"Persuasion"}"#)
    #expect(added.status == 201)
    #expect(added.text == #"{"id":2,"title":"Persuasion"}"#)
    #expect(await send("GET", "/books/2").text == added.text)
    #expect(mock.givens().first?.1 == [1, 2])
  }

  @Test func aRefusalIsTheCataloguesError() async {
    let refused = await send("GET", "/books/7")
    #expect(refused.status == 404)
    let message = "Book not found. No book has the number 7."
    #expect(refused.text == #"{"error":"BookNotFound","message":"\#(message)"}"#)
  }

  @Test func aRequestThatItsContractFindsWrongDoesNotReachTheBehaviour() async {
    #expect(await send("POST", "/books", #"{"title":""}"#).status == 400)
    #expect(mock.givens().first?.1 == [1])
  }

  @Test func whatTheBehaviourLeavesOutTheContractSays() async {
    #expect(await send("GET", "/newest").status == 404)
    #expect(mock.givens().map(\.0) == ["shop.book", "shop.shelf"])
    #expect(mock.givens().last?.1.count == 100)
  }

  @Test func otherEndpointsAndTokens() async throws {
    #expect(await send("GET", "/books/1", key: "key-0").status == 401)
    let refused = await send("POST", "/keys")
    #expect(refused.status == 401)
    #expect(refused.text == #"{"error":"NoKey","message":"No key. Who asks?"}"#)
    let form = "application/x-www-form-urlencoded"
    let issued = await send("POST", "/keys", type: form, "owner=Ada")
    #expect(issued.status == 201)
    #expect(issued.text == #"{"key":"key-0"}"#)
    #expect(await send("GET", "/books/1", key: "key-0").status == 200)
    #expect(await send("GET", "/keys").status == 405)
    #expect(await send("GET", "/nothing").status == 404)
  }

  @Test func aNamedResponse() async {
    #expect(await send("GET", "/books/700").status == 204)
    let unknown = await send("GET", "/books/800")
    #expect(unknown.status == 500)
    #expect(
      unknown.text == """
        The mock cannot write its answer in json: the mock behaviour replies with the response \
        "burnt"; books.get declares success, gone.

        """
    )
  }

  @Test func aConventionChangesWhatItsBaseDoes() async {
    #expect(await send("GET", "/books/1").fields.values(of: "Server") == ["Shop"])
    #expect(await send("GET", "/books/7").fields.values(of: "Server") == [])
  }

  @Test func eachMockHasAStateOfItsOwnAndResetsIt() async {
    let other = Mock([BookShop.suite])
    _ = await send("POST", "/books", #"{"title":"Persuasion"}"#)
    #expect(other.givens().first?.1 == [1])
    #expect(await send("POST", "/__accord/reset").status == 204)
    #expect(mock.givens().first?.1 == [1])
  }

  @Test func oneRequestAtATimeChangesTheState() async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<100 {
        group.addTask { _ = await send("POST", "/books", #"{"title":"Persuasion"}"#) }
      }
    }
    #expect(mock.givens().first?.1.count == 101)
  }

  @Test func suitesAreEqualOnlyIfTheirMocksAre() {
    var plain = BookShop.suite
    #expect(plain == BookShop.suite)
    plain = plain.mocked(by: Nothing())
    #expect(plain != BookShop.suite)
    #expect(plain == plain.mocked(by: Nothing()))
    #expect(plain.hashValue == plain.mocked(by: Nothing()).hashValue)
  }

  private struct Nothing: MockBehaviour {}
}
