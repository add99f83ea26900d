package import AccordMocking
package import AccordModel
package import AccordSchema

/// The mock of the Interact API: invitations that are answered once, companies that connect, tokens
/// that expire, and the neighbours of the documented endpoints.
package struct InteractMock: MockBehaviour {
  /// The e-mail address of the user who can log in.
  package static let email = "george.citizen@yopmail.com"

  /// That user's password.
  package static let password = "accord-mock-password"

  /// The error of every wrong request that has none of its own.
  static let invalidParameter = "WSInvalidParameterException"

  /// Creates the behaviour.
  package init() {}

  /// The start state.
  package func start(_ setting: MockSetting) -> InteractStore {
    InteractStore(seed: setting.seed, now: setting.now)
  }

  /// Restores the start state; a token that was issued once is never issued again.
  package func reset(_ store: inout InteractStore, _ setting: MockSetting) {
    let issued = store.issued
    store = start(setting)
    store.issued = issued
  }

  /// Does what the documented endpoints do.
  package func reply(
    to call: MockCall,
    _ store: inout InteractStore
  ) throws(MockRefusal) -> MockReply {
    switch call.contract.id {
    case "connections.accept-reject": try answerInvitation(call, &store)
    case "recommended.request-connection": try requestConnection(call, &store)
    case "company.preregister": try preregister(call, &store)
    case "connections.find-all": findConnections(call, store)
    case "connections.find-one": findConnection(call, store)
    default: .contract
    }
  }

  /// Whether a login issued the token and it has not expired.
  package func accepts(_ token: String, in store: InteractStore) -> Bool { store.accepts(token) }

  /// The live data, as they are now.
  package func values(of given: Given, in store: InteractStore) -> [JSON]? {
    func ids(_ standings: InteractStore.Company.Standing...) -> [JSON] {
      store.companies(standings).map { .string(String($0.id)) }
    }
    switch given.id {
    case "pendingInvitation": return store.pendingInvitations(ofActive: true)
    case "inactiveCompanyInvitation": return store.pendingInvitations(ofActive: false)
    case "discoverableCompany": return ids(.open, .verifying, .declining)
    case "connectedCompany": return ids(.connected)
    case "inactiveCompany": return ids(.inactive)
    case "preRegisteredCompany": return ids(.preRegistered)
    case "domainRestrictedCompany": return ids(.domainRestricted)
    case "preRegistrationKey": return [.string(InteractStore.registrationKey)]
    default: return nil
    }
  }

  /// HTTP, with one error for whatever has none of its own.
  package func convention(
    _ setting: MockSetting,
    accepts: @escaping @Sendable (String) -> Bool
  ) -> any MockConvention {
    HTTPConvention(
      setting,
      undeclaredError: Self.invalidParameter,
      namePrefix: "WS",
      accepts: accepts
    )
  }
}

extension MockBehaviour where Self == InteractMock {
  /// The mock of the Interact API.
  package static var interact: InteractMock { InteractMock() }
}
