package import AccordMocking
import AccordModel
import AccordSchema

/// The neighbours of the documented endpoints: loginUser and findConnectionsForUser.
extension InteractMock {
  /// Answers the neighbours.
  package func answer(
    undeclared request: MockRequest,
    _ store: inout InteractStore
  ) throws(MockRefusal) -> MockAnswer? {
    switch request.path {
    case "/rest/user/login":
      request.method == "POST" ? try login(request, &store) : otherMethods("POST")
    case "/rest/user/company/connections":
      request.method == "GET" ? try findConnections(request, store) : otherMethods("GET")
    default: nil
    }
  }

  private func otherMethods(_ allowed: String) -> MockAnswer {
    .text(405, "The resource answers \(allowed).\n", fields: [Field("Allow", allowed)])
  }

  /// Version 1 sends a form with `version`, version 2 JSON with the string `"2"`; neither gets a
  /// body back.
  private func login(
    _ request: MockRequest,
    _ store: inout InteractStore
  ) throws(MockRefusal) -> MockAnswer {
    let isForm = request.isForm
    let fields: JSON
    if isForm {
      fields = .object(request.form.map { JSONMember($0.name, .string($0.value)) })
    } else {
      guard let value = try? JSONDocument(parsing: request.body).root.value else {
        throw .error(Self.invalidParameter, "The body is not JSON.")
      }
      fields = value
    }
    guard let email = fields["uEmail"]?.string, !email.isEmpty,
      let password = fields["uPassword"]?.string, !password.isEmpty
    else { throw .error("WSNoUsernameOrPasswordException") }
    guard ["NI", "MY"].contains(fields["appCode"]?.string) else {
      throw .error(Self.invalidParameter, "appCode is NI or MY.")
    }
    guard fields["version"] == .string(isForm ? "1" : "2") else {
      throw .error(Self.invalidParameter, "version is \(isForm ? 1 : 2) here.")
    }
    guard email == Self.email, password == Self.password else {
      throw .error("WSAuthenticationFailedException")
    }
    let token = store.issueToken()
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
    _ store: InteractStore
  ) throws(MockRefusal) -> MockAnswer {
    guard let token = request.value(of: "x-nextinteract-authtoken"),
      token == MockSetting.token || store.accepts(token)
    else {
      throw .error("WSInvalidAuthTokenException")
    }
    let wanted = request.query.first { $0.name == "inviteStatusCode" }?.value
    let statuses: [InteractStore.Invitation.Status]
    switch wanted {
    case nil: statuses = [.pending, .accepted]
    case "P": statuses = [.pending]
    case "A": statuses = [.accepted]
    default: throw .error(Self.invalidParameter, "inviteStatusCode is P or A.")
    }
    let list = store.invitations.filter { statuses.contains($0.status) && store.isActive($0) }
    return .json(200, .array(list.map(\.json)))
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
