import AccordMocking
import AccordModel
import AccordSchema

/// The documented endpoints.
extension InteractMock {
  func answerInvitation(
    _ call: MockCall,
    _ store: inout InteractStore
  ) throws(MockRefusal) -> MockReply {
    let id = call.value(of: "connectionId")?.number?.int
    let word = call.value(of: "inviteStatusName")?.string ?? ""
    guard let status = InteractStore.Invitation.Status(rawValue: word), status != .pending else {
      throw .error(Self.invalidParameter, "inviteStatusName is wrong.")
    }
    guard let index = store.invitations.firstIndex(where: { $0.id == id }) else {
      throw .error(
        "WSInvitationToConnectionNotFoundException",
        "No invitation has the id \(id.map(String.init) ?? "")."
      )
    }
    guard store.isActive(store.invitations[index]) else {
      throw .error("WSCompanyNotActiveException")
    }
    store.invitations[index].status = status
    let companyID = store.invitations[index].companyID
    if let company = store.companies.firstIndex(where: { $0.id == companyID }) {
      store.companies[company].standing = status == .accepted ? .connected : .open
    }
    return MockReply(["errorCode": 0, "errorMsg": "Connection updated."])
  }

  func requestConnection(
    _ call: MockCall,
    _ store: inout InteractStore
  ) throws(MockRefusal) -> MockReply {
    let text = call.body?["entityId"]?.string ?? ""
    let id = Int(text)
    guard let index = store.companies.firstIndex(where: { $0.id == id }) else {
      throw .error(Self.invalidParameter, "No company has the entityId \(text).")
    }
    let company = store.companies[index]
    if company.standing == .open {
      store.companies[index].standing = .connected
      store.invitations.append(
        InteractStore.Invitation(
          id: InteractStore.firstOwnConnection + company.id,
          companyID: company.id,
          status: .accepted
        )
      )
    }
    switch company.standing {
    case .open:
      return status(1, "Connection successful.")
    case .verifying:
      return status(
        2,
        """
        Thank you for requesting access to \(company.name).

        You will receive an email and notification once your details have been verified.
        """
      )
    case .declining:
      return status(
        3,
        "Connection unsuccessful.\n\nPlease contact \(company.name) for more information."
      )
    case .connected: throw .error("WSConnectionAlreadyExistsException")
    case .inactive: throw .error("CompanyNotActiveException")
    case .preRegistered: throw .error("WSPreRegistrationAlreadyExistsException")
    case .domainRestricted: throw .error("WSInvalidEmailDomainNameException")
    }
  }

  private func status(_ number: Int, _ message: String) -> MockReply {
    MockReply([
      "connectionStatus": .number(JSONNumber(number)), "connectionMessage": .string(message),
    ])
  }

  /// Registers an address; the document lists no error for one that is registered already, so
  /// registering it again succeeds and changes nothing.
  func preregister(
    _ call: MockCall,
    _ store: inout InteractStore
  ) throws(MockRefusal) -> MockReply {
    let key = call.body?["preRegCompanyKey"]?.string ?? ""
    let email = call.body?["/contactDetails/email1" as JSONPointer]?.string ?? ""
    guard key == InteractStore.registrationKey else {
      throw .error(Self.invalidParameter, "No company has the preRegCompanyKey \(key).")
    }
    if !store.registrations.contains(where: { $0.key == key && $0.email == email }) {
      store.registrations.append((key, email))
    }
    return MockReply()
  }
}
