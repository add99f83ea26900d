import AccordModel
import ShippedContracts
import Testing

@Suite("What is stated and what is assumed")
struct BasisTests {
  /// Promises that the documents state.
  private static let stated: [(contract: String, clause: String)] = [
    ("recommended.request-connection", "route/route"),
    ("recommended.request-connection", "header/x-nextinteract-authtoken"),
    ("recommended.request-connection", "header/x-nextinteract-authtoken/missing/refused"),
    ("recommended.request-connection", "body/incomplete/refused"),
    ("recommended.request-connection", "response/success"),
    ("recommended.request-connection", "response/success/content"),
    ("recommended.request-connection", "response/success/content/status-is-supported"),
    ("recommended.request-connection", "version/1+2/unsupported/refused"),
    ("recommended.request-connection", "errors/listed"),
    ("recommended.request-connection", "errors/body"),
    ("recommended.request-connection", "error/WSInvalidParameterException/status"),
    ("recommended.request-connection", "example/connected-company/refused"),
    ("connections.accept-reject", "body/malformed/refused"),
    ("connections.accept-reject", "route/version-1"),
    ("connections.accept-reject", "route/version-2"),
    ("connections.accept-reject", "version/1/absent"),
    ("connections.accept-reject", "header/x-nextinteract-authtoken/invalid/refused"),
    ("connections.accept-reject", "parameter/inviteStatusName/invalid/refused"),
    ("connections.accept-reject", "response/success/content"),
    ("company.preregister", "body/incomplete/refused"),
    ("company.preregister", "version/1/unsupported/refused"),
    ("company.preregister", "version/1/missing/refused"),
    ("company.preregister", "response/success/content"),
    ("contacts.connections", "route/route"),
    ("contacts.connections", "negotiation/suffix"),
    ("contacts.connections", "negotiation/query"),
    ("contacts.connections", "negotiation/accept"),
    ("contacts.connections", "relation/page-is-bounded"),
    ("contacts.connections", "negotiation/suffix/json"),
    ("contacts.connections", "parameter/ContactTypeId/missing/refused"),
    ("contacts.connections", "parameter/SortOrder/invalid/refused"),
    ("contacts.connections", "relation/pages-do-not-overlap"),
    ("contacts.connections", "relation/pages-are-complete"),
    ("contacts.connections", "relation/sorting"),
    ("contacts.connections", "errors/body/ResponseStatus"),
    ("connections.status-update", "route/cancel"),
    ("connections.status-update", "route/remove"),
    ("connections.status-update", "header/authorization/missing/refused"),
    ("connections.status-update", "parameter/RoleId"),
    ("connections.status-update", "parameter/RoleId/missing/refused"),
    ("connections.status-update", "life-cycle/removal/list"),
    ("connections.status-update", "life-cycle/removal/list-with-removed"),
    ("connections.status-update", "life-cycle/cancellation/list"),
    ("connections.status-update", "relation/cancel-leaves-the-others"),
    ("connections.status-update", "relation/two-actions"),
  ]

  /// Readings of what the documents leave open.
  private static let assumed: [(contract: String, clause: String)] = [
    ("recommended.request-connection", "body"),
    ("recommended.request-connection", "header/x-nextinteract-authtoken/missing/named"),
    ("recommended.request-connection", "header/x-nextinteract-authtoken/invalid/named"),
    ("recommended.request-connection", "version/1+2"),
    ("recommended.request-connection", "version/1+2/unsupported/named"),
    ("recommended.request-connection", "version/1+2/missing/named"),
    ("recommended.request-connection", "version/1+2/not-a-number/named"),
    ("recommended.request-connection", "body/malformed/named"),
    ("recommended.request-connection", "body/incomplete/named"),
    ("recommended.request-connection", "body/member/entityType/named"),
    ("recommended.request-connection", "body/member/entityId/refused"),
    ("recommended.request-connection", "body/member/cafData/versions"),
    ("recommended.request-connection", "response/success/content/message-of-status-2"),
    ("recommended.request-connection", "errors/message"),
    ("recommended.request-connection", "example/connected-company/named"),
    ("connections.accept-reject", "parameter/connectionId/invalid/refused"),
    ("connections.accept-reject", "parameter/connectionId/unknown/named"),
    ("connections.accept-reject", "parameter/inviteStatusName/invalid/named"),
    ("connections.accept-reject", "version/2/unsupported/named"),
    ("connections.accept-reject", "response/success/content/message"),
    ("company.preregister", "body/incomplete/named"),
    ("company.preregister", "version/1/unsupported/named"),
    ("contacts.connections", "header/authorization"),
    ("contacts.connections", "header/authorization/missing/refused"),
    ("contacts.connections", "header/authorization/missing/header/www-authenticate"),
    ("contacts.connections", "parameter/ContactTypeId/missing/named"),
    ("contacts.connections", "parameter/ContactTypeId/invalid/refused"),
    ("contacts.connections", "parameter/ContactTypeId/invalid/named"),
    ("contacts.connections", "parameter/ContactTypeId/places"),
    ("contacts.connections", "response/success/content/contact-type-is-a-guid"),
    ("contacts.connections", "relation/page-zero-is-first"),
    ("contacts.connections", "relation/total-is-stable"),
    ("contacts.connections", "relation/contact-in-several-places"),
    ("contacts.connections", "relation/formats-agree"),
    ("contacts.connections", "relation/total-is-the-number-listed"),
    ("contacts.connections", "relation/sorting-by-another-field"),
    ("contacts.connections", "errors/body"),
    ("contacts.connections", "negotiation/suffix/jsonl"),
    ("contacts.connections", "negotiation/query/jsonl"),
    ("contacts.connections", "negotiation/accept/jsv"),
    ("contacts.connections", "negotiation/precedence"),
    ("contacts.connections", "negotiation/fallback"),
    ("connections.status-update", "parameter/ConnectionId/unknown/named"),
    ("connections.status-update", "example/remove-by-body"),
  ]

  private func basis(_ contract: String, _ clause: String) -> Basis? {
    for suite in ShippedContracts.suites {
      guard let contract = suite.contract(contract) else { continue }
      return contract.basis(of: clause, in: suite)
    }
    return nil
  }

  @Test("What a document states is a must", arguments: stated)
  func statedClauses(_ contract: String, _ clause: String) throws {
    #expect(try #require(basis(contract, clause)).isStated)
  }

  @Test("What a document leaves open is an assumption with its reason", arguments: assumed)
  func assumedClauses(_ contract: String, _ clause: String) throws {
    let reason = try #require(basis(contract, clause)?.reason)
    #expect(reason.count > 30)
  }

  @Test("No text of a contract points to papers that are not shipped")
  func noPrivateReferences() {
    for suite in ShippedContracts.suites {
      let sentences = suite.contracts.flatMap { contract in
        contract.notes
          + contract.clauses(in: suite).flatMap { [$0.sentence, $0.basis.reason ?? ""] }
      }
      for sentence in sentences {
        #expect(!sentence.contains("FACTS"))
        #expect(
          !sentence.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).contains {
            $0.first == "D" && $0.dropFirst().allSatisfy(\.isNumber) && $0.count > 1
          }
        )
      }
    }
  }
}
