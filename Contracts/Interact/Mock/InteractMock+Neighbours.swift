package import AccordMocking
import AccordModel
import AccordSchema

/// The neighbours of the documented endpoints: loginUser, findConnectionsForUser and
/// findConnectionForUser.
extension InteractMock {
  /// Answers loginUser, which is no contract.
  package func answer(
    undeclared request: MockRequest,
    _ store: inout InteractStore
  ) throws(MockRefusal) -> MockAnswer? {
    switch request.path {
    case "/rest/user/login":
      request.method == "POST" ? try login(request, &store) : otherMethods("POST")
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
  func findConnections(_ call: MockCall, _ store: InteractStore) -> MockReply {
    let statuses: [InteractStore.Invitation.Status] =
      switch call.value(of: "inviteStatusCode") {
      case "P": [.pending]
      case "A": [.accepted]
      default: [.pending, .accepted]
      }
    return MockReply(.array(store.activeInvitations(statuses).map(\.json)))
  }

  /// The accepted connection with a company, or null.
  func findConnection(_ call: MockCall, _ store: InteractStore) -> MockReply {
    let company = call.value(of: "cId")?.string
    let found = store.invitations.first {
      $0.status == .accepted && String($0.companyID) == company
    }
    return MockReply(found?.json ?? .null)
  }
}

extension InteractStore.Invitation {
  /// The connection object of findConnectionsForUser.
  var written: JSON {
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
