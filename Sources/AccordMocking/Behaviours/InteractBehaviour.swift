import AccordModel
import AccordSchema
import Synchronization

/// The Interact API: invitations that are answered once, companies that connect, tokens that
/// expire.
final class InteractBehaviour: Behaviour {
  /// The error of every wrong request that has none of its own.
  static let invalidParameter = "WSInvalidParameterException"

  let suite: ContractSuite
  let responder: Responder
  let store = Mutex(InteractStore())

  private let seed: UInt64
  private let now: @Sendable () -> Int64

  init(_ suite: ContractSuite, seed: UInt64, now: @escaping @Sendable () -> Int64) {
    self.suite = suite
    self.seed = seed
    self.now = now
    responder = Responder(suite: suite, seed: seed)
  }

  func perform(_ call: Call) throws(Denial) -> Reply {
    switch call.contract.id {
    case "connections.accept-reject": try answerInvitation(call)
    case "recommended.request-connection": try requestConnection(call)
    case "company.preregister": try preregister(call)
    default: Reply()
    }
  }

  func reset() {
    store.withLock { store in
      // A token that was issued once is never issued again.
      let issued = store.issued
      store = InteractStore()
      store.issued = issued
    }
  }

  func givens() -> [(name: String, values: [JSON])] {
    store.withLock { store in
      func ids(_ standings: InteractStore.Company.Standing...) -> [JSON] {
        store.companies(standings).map { .string(String($0.id)) }
      }
      let pending = store.invitations.filter { $0.status == .pending }
      func numbers(isActive: Bool) -> [JSON] {
        pending.filter { store.isActive($0) == isActive }.map { .number(JSONNumber($0.id)) }
      }
      return [
        ("pendingInvitation", numbers(isActive: true)),
        ("inactiveCompanyInvitation", numbers(isActive: false)),
        ("discoverableCompany", ids(.open, .verifying, .declining)),
        ("connectedCompany", ids(.connected)),
        ("inactiveCompany", ids(.inactive)),
        ("preRegisteredCompany", ids(.preRegistered)),
        ("domainRestrictedCompany", ids(.domainRestricted)),
        ("preRegistrationKey", [.string(InteractStore.registrationKey)]),
      ]
    }
  }
}

// MARK: - Tokens

extension InteractBehaviour {
  /// The fixed token, or one that a login issued and that has not expired.
  func accepts(_ token: String) -> Bool {
    guard token != Mock.token else { return true }
    let now = now()
    return store.withLock { store in
      store.tokens.contains { $0.text == token && now < $0.expiry }
    }
  }

  /// A new token.
  func issueToken() -> String {
    let now = now()
    return store.withLock { store in
      store.issued += 1
      store.tokens.removeAll { $0.expiry <= now }
      let text = "accord-\(seed)-\(store.issued)"
      store.tokens.append(InteractStore.Token(text: text, expiry: now + InteractStore.tokenLife))
      return text
    }
  }
}

// MARK: - The documented endpoints

extension InteractBehaviour {
  private func answerInvitation(_ call: Call) throws(Denial) -> Reply {
    let id = call.value(of: "connectionId")?.number?.int
    let word = call.value(of: "inviteStatusName")?.string ?? ""
    guard let status = InteractStore.Invitation.Status(rawValue: word), status != .pending else {
      throw Denial(named: Self.invalidParameter, "inviteStatusName is wrong.")
    }
    let denial = store.withLock { store -> Denial? in
      guard let index = store.invitations.firstIndex(where: { $0.id == id }) else {
        return Denial(
          named: "WSInvitationToConnectionNotFoundException",
          "No invitation has the id \(id.map(String.init) ?? "")."
        )
      }
      guard store.isActive(store.invitations[index]) else {
        return Denial(named: "WSCompanyNotActiveException", "")
      }
      store.invitations[index].status = status
      let companyID = store.invitations[index].companyID
      if let company = store.companies.firstIndex(where: { $0.id == companyID }) {
        store.companies[company].standing = status == .accepted ? .connected : .open
      }
      return nil
    }
    if let denial { throw denial }
    return Reply(value: ["errorCode": 0, "errorMsg": "Connection updated."])
  }

  private func requestConnection(_ call: Call) throws(Denial) -> Reply {
    let text = call.body?["entityId"]?.string ?? ""
    let id = Int(text)
    let outcome = store.withLock {
      store -> (name: String, standing: InteractStore.Company.Standing)? in
      guard let index = store.companies.firstIndex(where: { $0.id == id }) else { return nil }
      let company = store.companies[index]
      if company.standing == .open { store.companies[index].standing = .connected }
      return (company.name, company.standing)
    }
    guard let outcome else {
      throw Denial(named: Self.invalidParameter, "No company has the entityId \(text).")
    }
    switch outcome.standing {
    case .open:
      return status(1, "Connection successful.")
    case .verifying:
      return status(
        2,
        """
        Thank you for requesting access to \(outcome.name).

        You will receive an email and notification once your details have been verified.
        """
      )
    case .declining:
      return status(
        3,
        "Connection unsuccessful.\n\nPlease contact \(outcome.name) for more information."
      )
    case .connected: throw Denial(named: "WSConnectionAlreadyExistsException", "")
    case .inactive: throw Denial(named: "CompanyNotActiveException", "")
    case .preRegistered: throw Denial(named: "WSPreRegistrationAlreadyExistsException", "")
    case .domainRestricted: throw Denial(named: "WSInvalidEmailDomainNameException", "")
    }
  }

  private func status(_ number: Int, _ message: String) -> Reply {
    Reply(
      value: [
        "connectionStatus": .number(JSONNumber(number)), "connectionMessage": .string(message),
      ]
    )
  }

  /// Registers an address; the document lists no error for one that is registered already, so
  /// registering it again succeeds and changes nothing.
  private func preregister(_ call: Call) throws(Denial) -> Reply {
    let key = call.body?["preRegCompanyKey"]?.string ?? ""
    let email = call.body?["/contactDetails/email1" as JSONPointer]?.string ?? ""
    guard key == InteractStore.registrationKey else {
      throw Denial(named: Self.invalidParameter, "No company has the preRegCompanyKey \(key).")
    }
    store.withLock { store in
      if !store.registrations.contains(where: { $0.key == key && $0.email == email }) {
        store.registrations.append((key, email))
      }
    }
    return Reply()
  }
}
