import AccordMocking
import AccordModel
import AccordSchema
import InteractMock
import ShippedContracts
import Synchronization
import Testing

/// What an exchange leaves behind.
@Suite struct MockStateTests {
  let mock = Mock(ShippedContracts.suites)

  static func interact(_ method: String, _ target: String, _ body: String = "") -> MockRequest {
    MockRequest(
      method,
      target,
      fields: [
        Field("x-nextinteract-authtoken", Mock.token), Field("Content-Type", "application/json"),
      ],
      body: Array(body.utf8)
    )
  }

  static func platform(_ method: String, _ target: String) -> MockRequest {
    MockRequest(method, target, fields: [Field("Authorization", "Bearer \(Mock.token)")])
  }

  func json(_ request: MockRequest) async throws -> JSON {
    let answer = await mock.answer(request)
    #expect(answer.status == 200)
    return try JSONDocument(parsing: answer.body).root.value
  }

  func values(_ name: String) throws -> [JSON] {
    try #require(mock.givens().first { $0.0 == name }?.1)
  }

  // MARK: - Interact

  func invitations(_ code: String) async throws -> [Int] {
    let request = Self.interact("GET", "/rest/user/company/connections?inviteStatusCode=\(code)")
    return try await json(request).elements?.compactMap { $0["connectionId"]?.number?.int } ?? []
  }

  @Test func anAcceptedInvitationIsNoLongerPending() async throws {
    #expect(try await invitations("P").contains(1001))
    let path = "/rest/user/company/connections/1001/Accepted"
    _ = try await json(Self.interact("PUT", path))
    #expect(try await !invitations("P").contains(1001))
    #expect(try await invitations("A").contains(1001))
    #expect(try !values("interact.pendingInvitation").contains(1001))
  }

  @Test(arguments: ["Rejected", "Cancelled"])
  func aRejectedInvitationIsListedNowhere(_ status: String) async throws {
    let path = "/rest/user/company/connections/1001/\(status)"
    _ = try await json(Self.interact("PUT", path))
    #expect(try await !invitations("P").contains(1001))
    #expect(try await !invitations("A").contains(1001))
  }

  @Test func aRefusedRequestChangesNothing() async throws {
    let path = "/rest/user/company/connections/1001/Postponed"
    #expect(await mock.answer(Self.interact("PUT", path)).status == 400)
    #expect(try await invitations("P").contains(1001))
  }

  @Test func aConnectedCompanyCannotBeAskedAgain() async throws {
    let target = "/rest/user/recommended/requestConnection"
    let body = #"{"version":1,"entityType":"company","entityId":"20001"}"#
    let first = try await json(Self.interact("POST", target, body))
    #expect(first["connectionStatus"] == 1)
    #expect(try !values("interact.discoverableCompany").contains("20001"))
    let second = await mock.answer(Self.interact("POST", target, body))
    #expect(second.status == 400)
    #expect(
      try JSONDocument(parsing: second.body).root.value["errorMsg"] == "Connection already exists."
    )
  }

  @Test func registeringAnAddressTwiceSucceeds() async throws {
    let body = """
      {"version":1,"preRegCompanyKey":"myinteractfinance","contactDetails":{"email1":"a@b.example",\
      "firstname":"A","lastname":"B"}}
      """
    for _ in 0..<2 {
      let answer = await mock.answer(Self.interact("POST", "/rest/company/mi/preregister", body))
      #expect(answer.status == 200)
      #expect(answer.body.isEmpty)
    }
  }

  // MARK: - Tokens

  @Test func tokensExpire() async throws {
    let clock = Clock()
    let mock = Mock(ShippedContracts.suites, now: { clock.now })
    func login() async throws -> String {
      let body = """
        {"uEmail":"\(InteractMock.email)","uPassword":"\(InteractMock.password)","appCode":"MY",\
        "version":"2"}
        """
      let answer = await mock.answer(
        MockRequest("POST", "/rest/user/login", body: Array(body.utf8))
      )
      #expect(answer.fields.values(of: "x-nextinteract-authtoken-expiry-seconds") == ["1800"])
      return try #require(answer.fields.values(of: "x-nextinteract-authtoken").first)
    }
    func status(_ token: String) async -> Int {
      let field = Field("X-NextInteract-AuthToken", token)
      let target = "/rest/user/company/connections"
      return await mock.answer(MockRequest("GET", target, fields: [field])).status
    }
    let first = try await login()
    clock.advance(1_799)
    #expect(await status(first) == 200)
    let second = try await login()
    #expect(second != first)
    clock.advance(1)
    #expect(await status(first) == 401)
    #expect(await status(second) == 200)
    #expect(await status(Mock.token) == 200)
    mock.reset()
    #expect(await status(second) == 401)
    #expect(try await ![first, second].contains(login()))
  }

  final class Clock: Sendable {
    private let seconds = Mutex<Int64>(0)
    var now: Int64 { seconds.withLock(\.self) }
    func advance(_ count: Int64) { seconds.withLock { $0 += count } }
  }

  // MARK: - Platform

  static let list =
    "/api/contacts/\(PlatformPayloads.contact)/connections?\(PlatformWireTests.query)"

  func connections(_ query: String = "") async throws -> [JSON] {
    let answer = try await json(Self.platform("GET", Self.list + query))
    return try #require(answer["Connections"]?.elements)
  }

  func connection(_ id: String, _ query: String = "") async throws -> JSON? {
    try await connections(query).first { $0["ConnectionId"] == .string(id) }
  }

  func update(_ id: String, _ verb: String) async throws {
    let target = "/api/connections/\(id)/\(verb)?\(PlatformWireTests.updateQuery)"
    _ = try await json(Self.platform("POST", target))
  }

  @Test func aRemovedConnectionIsListedOnlyOnDemand() async throws {
    let id = try #require(values("platform.removableConnection").first?["ConnectionId"]?.string)
    #expect(try await connection(id) != nil)
    try await update(id, "remove")
    #expect(try await connection(id) == nil)
    #expect(try await connection(id, "&IncludeRemoved=false") == nil)
    let removed = try await connection(id, "&IncludeRemoved=true")
    #expect(removed?["ConnectionStatusName"] == "Removed")
    #expect(removed?["AllowRemove"] == false)
    mock.reset()
    #expect(try await connection(id) != nil)
  }

  @Test func aCancelledConnectionSaysSo() async throws {
    let id = try #require(values("platform.cancellableConnection").first?["ConnectionId"]?.string)
    #expect(try await connection(id)?["AllowCancel"] == true)
    try await update(id, "cancel")
    let cancelled = try await connection(id)
    #expect(cancelled?["ConnectionStatusName"] == "Cancelled")
    #expect(cancelled?["AllowCancel"] == false)
  }

  @Test func pagesCutTheListWithoutGapOrOverlap() async throws {
    let whole = try await connections()
    #expect(whole.count == 110)
    var paged: [JSON] = []
    for number in 1...4 {
      let page = try await connections("&IsPagedMode=true&PageSize=30&PageNumber=\(number)")
      #expect(page.count == (number < 4 ? 30 : 20))
      paged += page
    }
    #expect(paged == whole)
    #expect(
      try await connections("&IsPagedMode=true&PageSize=30&PageNumber=0")
        == Array(whole.prefix(30))
    )
    #expect(try await connections("&IsPagedMode=true&PageSize=30&PageNumber=5") == [])
    #expect(try await connections("&IsPagedMode=true&PageSize=-1&PageNumber=1") == [])
    let most = "&IsPagedMode=true&PageSize=2147483647&PageNumber=2147483647"
    #expect(try await connections(most) == [])
    let answer = try await json(
      Self.platform("GET", Self.list + "&IsPagedMode=true&PageSize=3&PageNumber=2")
    )
    #expect(answer["TotalConnections"] == 110)
  }

  static let sortings: [(index: Int, member: JSONPointer)] = [
    (0, "/ContactRoleName"), (1, "/ConnectionStatusName"), (2, "/FromDate"),
    (3, "/Contact/ContactFullName"), (4, "/ConnectionId"),
  ]

  @Test(arguments: sortings) func sorts(index: Int, member: JSONPointer) async throws {
    let ascending = try await connections("&SortIndex=\(index)&SortOrder=Ascending")
    let keys = ascending.map { $0[member]?.string ?? "" }
    #expect(keys == keys.sorted())
    #expect(Set(keys).count > 1)
    let descending = try await connections("&SortIndex=\(index)&SortOrder=Descending")
    #expect(descending == ascending.reversed())
  }

  // MARK: - The mock's own endpoints

  @Test func resetRestoresTheStartState() async throws {
    let start = mock.givens().map { "\($0.0): \(JSON.array($0.1))" }
    try await update("a0000000-0000-4000-8000-000000000007", "cancel")
    let path = "/rest/user/company/connections/1001/Accepted"
    _ = try await json(Self.interact("PUT", path))
    #expect(mock.givens().map { "\($0.0): \(JSON.array($0.1))" } != start)
    let answer = await mock.answer(MockRequest("POST", "/__accord/reset"))
    #expect(answer.status == 204)
    #expect(mock.givens().map { "\($0.0): \(JSON.array($0.1))" } == start)
  }

  @Test func givensAreServed() async throws {
    let served = try await json(MockRequest("GET", "/__accord/givens"))
    #expect(served.members?.map(\.key) == mock.givens().map(\.0))
    #expect(served["interact.pendingInvitation"]?[0] == 1001)
    #expect(
      served["platform.cancellableConnection"]?[0] == [
        "ConnectionId": "a0000000-0000-4000-8000-000000000001",
        "RoleId": "e0000000-0000-4000-8000-000000000002",
      ]
    )
    #expect(await mock.answer(MockRequest("GET", "/__accord/reset")).status == 405)
  }

  /// Every given of the shipped suites has values, and each is what the given's schema says.
  @Test func givensFollowTheirSchemas() throws {
    for suite in ShippedContracts.suites {
      for given in suite.givens {
        let values = try values("\(suite.id).\(given.id)")
        #expect(!values.isEmpty, "\(given.id)")
        for field in given.fields {
          let validator = try SchemaValidator(field.schema)
          for value in values {
            let part = given.fields.count == 1 ? value : try #require(value[field.name])
            #expect(validator.validate(part).isEmpty, "\(given.id): \(value)")
          }
        }
      }
    }
  }

  @Test func thereIsEnoughForAWholePlan() throws {
    #expect(try values("interact.pendingInvitation").count >= 200)
    #expect(try values("interact.discoverableCompany").count >= 100)
    #expect(try values("platform.cancellableConnection").count >= 50)
    #expect(try values("platform.removableConnection").count >= 40)
  }
}
