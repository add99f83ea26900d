import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers of the Platform that refuse a request and do it all the same, whatever it is refused for.
  static let actingPlatform: [FaultyServer] = [
    updating("without-token", "header-missing/authorization", as: .must) {
      $0.value(of: "Authorization") == nil
    },
    updating("with-an-unknown-token", "header-invalid/authorization/*", as: .must) {
      $0.value(of: "Authorization") == "Bearer not-a-token"
    },
    updating("without-contact", "parameter-missing/contactid", as: .must) {
      !$0.isTo("ContactId=")
    },
    updating("without-role", "parameter-missing/roleid", as: .must) { !$0.isTo("RoleId=") },
    updating("for-no-contact", "parameter-invalid/contactid/*") { _ in true },
    updating("for-a-role-that-is-no-guid", "parameter-invalid/roleid/not-a-guid") {
      $0.isTo("RoleId=not")
    },
    updating("by-a-form", "parameter-invalid/*/form") { $0.isForm },
    updating("by-half-a-body", "body-malformed/truncated/json") { !$0.body.isEmpty },
    updating("by-broken-xml", "body-malformed/mismatched-tags/xml") {
      $0.value(of: "Content-Type")?.contains("xml") ?? false
    },
    updating("by-a-line-that-is-no-json", "body-malformed/not-json/jsonl") { !$0.body.isEmpty },
    updating("when-asked-for-csv", "format/csv/refusal/parameter-missing/*", as: .must) {
      $0.value(of: "Accept")?.contains("csv") ?? false
    },
    updating("whoever-is-named", "parameter-unknown/connectionid/*", in: "cancellation/cancel") {
      !$0.isTo("/connections/a0000000-")
    },
    updating(
      "what-is-no-guid",
      "parameter-invalid/connectionid/not-a-guid",
      in: "cancellation/cancel"
    ) {
      !$0.isTo("/connections/a0000000-")
    },
  ]

  /// Servers of Interact that refuse a request and do it all the same.
  static let actingInteract: [FaultyServer] = [
    answering("without-token", "header-missing/*", as: .must) { $0.token == nil },
    answering("with-an-unknown-token", "header-invalid/*/unknown", as: .must) {
      $0.token == "not-a-token"
    },
    answering("with-a-forged-token", "header-invalid/*/forged", as: .must) {
      $0.token?.hasPrefix("00000000") ?? false
    },
    answering("in-a-version-that-there-is-not", "version-unsupported/*") { $0.isTo("/v3") },
    answering("to-an-unknown-word", "parameter-invalid/invitestatusname/unknown-word", as: .must) {
      $0.isTo("/Postponed")
    },
    answering("to-pending", "parameter-invalid/invitestatusname/pending", as: .must) {
      $0.isTo("/Pending")
    },
    answering("in-another-case", "parameter-invalid/invitestatusname/wrong-case") {
      $0.isTo("/accepted")
    },
    answering("whatever-is-named", "v1/parameter-invalid/connectionid/word") { $0.isTo("/two/") },
    answering("whoever-is-named", "v1/parameter-unknown/connectionid/*", as: .must) {
      $0.isTo("/2147483647/")
    },
    answering("by-half-a-form", "body-malformed/truncated", as: .must) {
      $0.isTo("/v2") && !$0.body.isEmpty
    },
    connecting("without-token", "header-missing/*", as: .must) { $0.token == nil },
    connecting("with-an-unknown-token", "header-invalid/*/unknown", as: .must) {
      $0.token == "not-a-token"
    },
    connecting("in-version-3", "version-unsupported/3", as: .must) {
      $0.json?.int(at: "/version") == 3
    },
    connecting("without-version", "version-absent") { $0.json?["version"] == nil },
    connecting("in-a-version-that-is-a-word", "version-not-a-number/*") {
      $0.json?["version"]?.string != nil
    },
    connecting("without-entity-type", "member-missing/entitytype*", as: .must) { request in
      request.json?["entityType"].map(\.isNull) ?? true
    },
    connecting("to-a-hospital", "member-invalid/entitytype/unknown-word", as: .must) {
      $0.json?["entityType"] == "hospital"
    },
    connecting("to-an-event", "member-invalid/entitytype/event") {
      $0.json?["entityType"] == "event"
    },
    connecting("to-a-number", "member-invalid/entityid/number") {
      $0.json?["entityId"]?.number != nil
    },
    connecting("by-half-a-body", "body-malformed/truncated", as: .must) { $0.json == nil },
  ]

  // MARK: - How they act

  /// A server that cancels or removes a connection though it refuses to.
  private static func updating(
    _ name: String,
    _ probe: String,
    in cycle: String = "*",
    as level: Violation.Level = .assumption,
    where isMeant: @escaping @Sendable (MockRequest) -> Bool
  ) -> FaultyServer {
    acting(
      "platform-acts-\(name)",
      "Document 003: what is refused is not done.",
      of: "platform",
      "platform/connections.status-update/life-cycle/\(cycle)/wrong/*\(probe)",
      at: "response body /Connections",
      as: level
    ) { request in
      guard request.isTo("/api/connections/"), isMeant(request) else { return [] }
      let parts = request.path.split(separator: "/").map(String.init)
      let action = parts[3].hasPrefix("remove") ? "remove" : "cancel"
      let pending = (1...50).map { GUID.text(family: 0xA, $0) }
      // Who cannot find what was named takes all that there are.
      let isNamed = parts[2].hasPrefix("a0000000-0000-4000-8000-")
      return (isNamed ? [parts[2]] : pending).map { id in
        let contact = GUID.text(family: 0xC, 1)
        let type = GUID.text(family: 0xD, 1)
        return MockRequest(
          "POST",
          "/api/connections/\(id)/\(action)?ContactId=\(contact)&ContactTypeId=\(type)"
            + "&RoleId=\(type)",
          fields: [Field("Authorization", "Bearer \(Mock.token)")]
        )
      }
    }
  }

  /// A server that accepts an invitation though it refuses to.
  private static func answering(
    _ name: String,
    _ probe: String,
    as level: Violation.Level = .assumption,
    where isMeant: @escaping @Sendable (MockRequest) -> Bool
  ) -> FaultyServer {
    acting(
      "interact-answers-\(name)",
      "Document 001: what is refused is not done.",
      of: "interact",
      "interact/connections.accept-reject/life-cycle/invitation/*/wrong/*\(probe)",
      at: "response body",
      as: level
    ) { request in
      guard request.method == "PUT", isMeant(request) else { return [] }
      let named = Int(request.path.split(separator: "/")[4]) ?? 0
      // Who cannot find what was named takes the first that there are.
      let ids = (1_001...1_300).contains(named) ? [named] : Array(1_001...1_010)
      return ids.map { id in
        MockRequest(
          "PUT",
          "/rest/user/company/connections/\(id)/Accepted",
          fields: [Field("x-nextinteract-authtoken", Mock.token)]
        )
      }
    }
  }

  /// A server that connects with a company though it refuses to.
  private static func connecting(
    _ name: String,
    _ probe: String,
    as level: Violation.Level = .assumption,
    where isMeant: @escaping @Sendable (MockRequest) -> Bool
  ) -> FaultyServer {
    acting(
      "interact-connects-\(name)",
      "Document 000: what is refused is not done.",
      of: "interact",
      "interact/recommended.request-connection/life-cycle/company/*/wrong/*\(probe)",
      at: "response body",
      as: level
    ) { request in
      guard request.isTo("/requestConnection"), isMeant(request) else { return [] }
      let named = request.json?["entityId"]?.string.flatMap { Int($0) }
      // Whom it cannot find it does not know, and takes all that there are.
      let ids = named.map { [$0] } ?? (0..<30).map { 20_001 + $0 }
      return ids.map { id in
        MockRequest(
          "POST",
          "/rest/user/recommended/requestConnection",
          fields: [
            Field("x-nextinteract-authtoken", Mock.token),
            Field("Content-Type", "application/json"),
          ],
          body: Array(#"{"version":1,"entityType":"company","entityId":"\#(id)"}"#.utf8)
        )
      }
    }
  }

  /// A server that does what right requests ask for in the place of one that it refuses.
  private static func acting(
    _ name: String,
    _ promise: String,
    of suite: ContractSuite.ID,
    _ cases: String,
    at place: String,
    as level: Violation.Level,
    doing requests: @escaping @Sendable (MockRequest) -> [MockRequest]
  ) -> FaultyServer {
    FaultyServer(
      name,
      promise,
      of: suite,
      [cases],
      breaks: "refused-changes-nothing",
      at: place,
      as: level,
      playing: { request, mock in
        let answer = mock(request)
        guard !answer.isSuccess else { return answer }
        for right in requests(request) { _ = mock(right) }
        return answer
      }
    )
  }
}
