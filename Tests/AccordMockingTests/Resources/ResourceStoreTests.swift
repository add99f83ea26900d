import AccordMocking
import AccordModel
import AccordSchema
import Testing

/// What calls have made, changed and removed is one thing, whatever said that it is kept.
@Suite struct ResourceStoreTests {
  let mock = Mock([Boxes.suite])

  private func send(_ method: String, _ target: String, _ body: String = "") async -> (Int, JSON?) {
    let fields = body.isEmpty ? [] : [Field("Content-Type", "application/json")]
    let request = MockRequest(method, target, fields: fields, body: Array(body.utf8))
    let answer = await mock.answer(request)
    return (answer.status, try? JSONDocument(parsing: answer.body).root.value)
  }

  private func made(_ label: String) async throws -> Int {
    let (status, box) = await send("POST", "/boxes", #"{"label":"\#(label)"}"#)
    #expect(status == 201)
    return try #require(box?["id"]?.number?.int)
  }

  private func listed() async -> [JSON] {
    await send("GET", "/boxes").1?["boxes"]?.elements ?? []
  }

  @Test func whatAWorkflowChangesItsViewsShow() async throws {
    let id = try await made("Books")
    #expect(await send("PUT", "/boxes/\(id)", #"{"label":"Letters"}"#).0 == 200)
    #expect(await send("GET", "/boxes/\(id)").1?["label"] == "Letters")
    #expect(await listed().map { $0["label"] } == ["Letters"])
    #expect(await send("POST", "/boxes/\(id)/send").1?["label"] == "Letters")
    #expect(await send("GET", "/boxes/\(id)").1?["state"] == "sent")
  }

  @Test func whatAWorkflowRemovesIsGoneInEveryView() async throws {
    let (first, second) = (try await made("Books"), try await made("Letters"))
    #expect(await send("DELETE", "/boxes/\(first)").0 == 204)
    #expect(await send("GET", "/boxes/\(first)").0 == 404)
    #expect(await send("POST", "/boxes/\(first)/send").0 == 404)
    #expect(await send("DELETE", "/boxes/\(first)").0 == 404)
    #expect(await listed().map { $0["id"]?.number?.int } == [second])
  }

  @Test func ofManyTransitionsAtOnceOneIsTaken() async throws {
    for _ in 0..<50 {
      let id = try await made("Books")
      let statuses = await withTaskGroup(of: Int.self) { group in
        for _ in 0..<16 { group.addTask { await send("POST", "/boxes/\(id)/send").0 } }
        return await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(statuses.sorted() == [200] + Array(repeating: 409, count: 15))
    }
  }

  @Test func whatACallerNamesIsFoundByThatName() async {
    #expect(await send("PUT", "/files/mine", #"{"text":"Mine."}"#).0 == 200)
    #expect(await send("PUT", "/files/yours", #"{"text":"Yours."}"#).0 == 200)
    #expect(await send("GET", "/files/mine").1?["text"] == "Mine.")
    #expect(await send("GET", "/files/yours").1?["text"] == "Yours.")
    #expect(await send("PUT", "/files/mine", #"{"text":"Mine too."}"#).0 == 200)
    #expect(await send("GET", "/files/mine").1?["text"] == "Mine too.")
    #expect(await send("DELETE", "/files/mine").0 == 204)
    #expect(await send("GET", "/files/mine").0 == 404)
    #expect(await send("GET", "/files/yours").0 == 200)
    #expect(await send("PUT", "/files/mine", #"{"text":"Again."}"#).0 == 200)
    #expect(await send("GET", "/files/mine").1?["text"] == "Again.")
  }

  /// Cases of examples know nothing of each other.
  @Test func whatExamplesNameIsThereAgain() async {
    #expect(await send("PUT", "/files/notes", #"{"text":"Notes."}"#).0 == 200)
    #expect(await send("GET", "/files/notes").1?["text"] == "Notes.")
    #expect(await send("DELETE", "/files/notes").0 == 204)
    #expect(await send("GET", "/files/notes").0 == 200)
  }

  @Test func aResetForgetsEverything() async throws {
    let id = try await made("Books")
    _ = await send("PUT", "/files/mine", #"{"text":"Mine."}"#)
    _ = await send("DELETE", "/files/mine")
    _ = await send("DELETE", "/boxes/\(id)")
    mock.reset()
    #expect(await send("GET", "/files/mine").0 == 200)
    #expect(await send("GET", "/boxes/\(id)").0 == 200)
  }

  /// To find one of many takes no longer than to find one of few.
  @Test func oneOfManyIsFoundAtOnce() async throws {
    func time(of calls: Int) async throws -> Duration {
      var ids: [Int] = []
      for _ in 0..<calls { ids.append(try await made("Books")) }
      return await ContinuousClock().measure {
        for id in ids.suffix(100) { #expect(await send("POST", "/boxes/\(id)/send").0 == 200) }
      }
    }
    let few = try await time(of: 100)
    let many = try await time(of: 2_000)
    print("100 of 100 boxes: \(few); of 2,100: \(many)")
    #expect(many < few * 10)
  }
}
