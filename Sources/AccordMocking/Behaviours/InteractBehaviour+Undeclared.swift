import AccordModel
import AccordSchema
import Synchronization

/// The neighbours of the documented endpoints: loginUser and findConnectionsForUser.
extension InteractBehaviour {
  func answer(undeclared request: MockRequest, _ target: RequestTarget) -> MockAnswer? {
    switch target.path {
    case "/rest/user/login":
      guard request.method == "POST" else { return otherMethods("POST") }
      return answer { () throws(Denial) in try login(request) }
    case "/rest/user/company/connections":
      guard request.method == "GET" else { return otherMethods("GET") }
      return answer { () throws(Denial) in try findConnections(request, target) }
    default:
      return nil
    }
  }

  private func otherMethods(_ allowed: String) -> MockAnswer {
    .text(405, "The resource answers \(allowed).\n", fields: [Field("Allow", allowed)])
  }

  private func answer(_ work: () throws(Denial) -> MockAnswer) -> MockAnswer {
    do throws(Denial) {
      return try work()
    } catch {
      return (try? responder.answer(error, in: .json)) ?? MockAnswer(500)
    }
  }

  /// Version 1 sends a form with `version`, version 2 JSON with the string `"2"`; neither gets a
  /// body back.
  private func login(_ request: MockRequest) throws(Denial) -> MockAnswer {
    let isForm =
      request.value(of: "Content-Type").map { MediaType($0).essence } == MediaType.form
    let fields: JSON
    if isForm {
      fields = .object(
        FormFields.parse(request.body).map { JSONMember($0.name, .string($0.value)) }
      )
    } else {
      guard let value = try? JSONDocument(parsing: request.body).root.value else {
        throw Denial(named: Self.invalidParameter, "The body is not JSON.")
      }
      fields = value
    }
    guard let email = fields["uEmail"]?.string, !email.isEmpty,
      let password = fields["uPassword"]?.string, !password.isEmpty
    else { throw Denial(named: "WSNoUsernameOrPasswordException", "") }
    guard ["NI", "MY"].contains(fields["appCode"]?.string) else {
      throw Denial(named: Self.invalidParameter, "appCode is NI or MY.")
    }
    guard fields["version"] == .string(isForm ? "1" : "2") else {
      throw Denial(named: Self.invalidParameter, "version is \(isForm ? 1 : 2) here.")
    }
    guard email == Mock.email, password == Mock.password else {
      throw Denial(named: "WSAuthenticationFailedException", "")
    }
    let token = issueToken()
    return MockAnswer(
      200,
      fields: [
        Field("x-nextinteract-authtoken", token),
        Field("x-nextinteract-authtoken-expiry-seconds", String(InteractStore.tokenLife)),
      ]
    )
  }

  /// Pending and accepted invitations, or one of both.
  private func findConnections(
    _ request: MockRequest,
    _ target: RequestTarget
  ) throws(Denial) -> MockAnswer {
    guard let token = request.value(of: "x-nextinteract-authtoken"), accepts(token) else {
      throw Denial(named: "WSInvalidAuthTokenException", "")
    }
    let wanted = target.value(of: "inviteStatusCode")
    let statuses: [InteractStore.Invitation.Status]
    switch wanted {
    case nil: statuses = [.pending, .accepted]
    case "P": statuses = [.pending]
    case "A": statuses = [.accepted]
    default: throw Denial(named: Self.invalidParameter, "inviteStatusCode is P or A.")
    }
    let list = store.withLock { store in
      store.invitations.filter { statuses.contains($0.status) && store.isActive($0) }.map(\.json)
    }
    return MockAnswer(
      200,
      fields: [Field("Content-Type", "application/json")],
      body: JSON.array(list).bytes()
    )
  }
}

extension InteractStore.Invitation {
  /// The connection object of findConnectionsForUser.
  fileprivate var json: JSON {
    // Days are counted from the identifier, so that every run shows the same dates.
    let invited = 1_709_251_200_000 + id * 86_400_000
    let isAccepted = status == .accepted
    return [
      "connectionId": .number(JSONNumber(id)),
      "cId": .number(JSONNumber(companyID)),
      "uId": 7,
      "cName": .string("Company \(companyID)"),
      "inviteStatusCode": .string(isAccepted ? "A" : "P"),
      "inviteStatusName": .string(status.rawValue),
      "dInvited": .number(JSONNumber(invited)),
      "dExpires": .number(JSONNumber(invited + 30 * 86_400_000)),
      "dAccepted": isAccepted ? .number(JSONNumber(invited + 86_400_000)) : nil,
      "dRejected": nil,
      "myLogo": .string("https://interact.example/logos/\(companyID).png"),
      "cIndustry": "Health",
      "termsAndConditionsUrl": nil,
      "cHideMIWall": "N",
      "cLegalEntityName": .string("Company \(companyID) Pty Ltd"),
      "cPrivacyOfficerName": "Sally Citizen",
      "cPrivacyOfficerInfo": "privacy@interact.example",
      "cPrivacyPolicyURL": "https://interact.example/privacy",
      "shareableQRCodeUUID": .string(GUID.text(family: 0xA, id)),
      "usesCAF": .boolean(id % 2 == 0),
    ]
  }
}
