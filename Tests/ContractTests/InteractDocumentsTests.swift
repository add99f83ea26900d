import AccordModel
import AccordSchema
import Testing

@testable import InteractContracts

@Suite("The Interact contracts hold what their documents state")
struct InteractDocumentsTests {
  @Test("Each contract names its document, its operation and its routes")
  func routes() {
    #expect(
      Interact.suite.neighbours.map(\.contract.name) == [
        "findConnectionsForUser", "findConnectionForUser",
      ]
    )
    let contracts = Interact.suite.operations
    #expect(
      contracts.map(\.document) == [
        "000_d37dc61e6b384492.txt", "001_7576d85eb6fa4e74.txt", "004_63b7316a06c3bcb8.txt",
        "core/find-connections-for-user", "core/find-connection-for-user",
      ]
    )
    #expect(
      contracts.map(\.name) == [
        "requestEntityConnection", "acceptRejectCompanyConnection", "preregisterContact",
        "findConnectionsForUser", "findConnectionForUser",
      ]
    )
    #expect(
      contracts.map(\.routeLines) == [
        ["POST /rest/user/recommended/requestConnection"],
        [
          "PUT /rest/user/company/connections/{connectionId}/{inviteStatusName}",
          "PUT /rest/user/company/connections/{connectionId}/{inviteStatusName}/v{version}",
        ],
        ["POST /rest/company/mi/preregister"], ["GET /rest/user/company/connections"],
        ["GET /rest/user/company/{cId}/connection"],
      ]
    )
  }

  @Test("Each contract requires the token in its header")
  func headers() {
    for contract in Interact.suite.operations {
      #expect(contract.headers.map(\.name) == ["x-nextinteract-authtoken"])
      #expect(contract.headers.map(\.presence) == [.required])
      #expect(contract.headers.map(\.isCredential) == [true])
      #expect(contract.headers.map(\.meaning) == ["Auth token returned from loginUser"])
    }
  }

  @Test("requestEntityConnection lists its 14 errors")
  func requestErrors() {
    #expect(
      Interact.requestEntityConnection.errors.map(\.name) == [
        "WSInvalidParameterException", "WSUnsupportedVersionException",
        "WSInvalidAuthTokenException", "WSCacheServiceException",
        "WSInsufficientPrivilegesException", "WSInvalidEmailDomainNameException",
        "WSPreRegistrationAlreadyExistsException", "WSInvalidTeamException",
        "WSConnectionAlreadyExistsException", "WSInvalidMyInteractUserSetupException",
        "WSEmailAddressAlreadyInUseException", "WSUserUsesFederatedLoginException",
        "CompanyNotActiveException", "WSDiscoverableServiceException",
      ]
    )
  }

  @Test("acceptRejectCompanyConnection lists its 8 errors")
  func acceptErrors() {
    #expect(
      Interact.acceptRejectCompanyConnection.errors.map(\.name) == [
        "WSUserServiceUnavailableException", "WSUserNotFoundException",
        "WSInvalidParameterException", "WSInvalidAuthTokenException",
        "WSInvitationToConnectionNotFoundException", "WSUserServiceException",
        "WSCacheServiceException", "WSCompanyNotActiveException",
      ]
    )
  }

  @Test("preregisterContact lists its 6 errors")
  func preregisterErrors() {
    #expect(
      Interact.preregisterContact.errors.map(\.name) == [
        "WSUserServiceUnavailableException", "WSCompanyServiceUnavailableException",
        "WSInvalidAuthTokenException", "WSInvalidParameterException", "WSCompanyServiceException",
        "WSCacheServiceException",
      ]
    )
  }

  @Test("requestEntityConnection takes four fields and answers two")
  func requestMembers() {
    #expect(
      Interact.connectionRequest.memberNames == ["version", "entityType", "entityId", "cafData"]
    )
    #expect(
      Interact.connectionRequest.requiredMemberNames == ["version", "entityType", "entityId"]
    )
    #expect(Interact.connectionStatus.memberNames == ["connectionStatus", "connectionMessage"])
    #expect(
      Interact.connectionStatus.requiredMemberNames == ["connectionStatus", "connectionMessage"]
    )
    #expect(Interact.requestEntityConnection.body?.schema == Interact.connectionRequest)
    #expect(
      Interact.connectionRequest.member("cafData") == Interact.companyAccessForm.nullable
    )
  }

  @Test("The Company Access Form has its 74 members, and none is mandatory")
  func formMembers() {
    let names = [
      "contact_external_id", "contact_type", "contact_firstname", "contact_lastname",
      "contact_title", "contact_primary_country_code", "contact_email1", "contact_gender_code",
      "contact_dietary_requirements", "contact_date_of_birth", "contact_profession",
      "contact_specialty", "contact_timezone_id", "contact_interests", "contact_primary_mobile",
      "contact_photo", "address1_uuid", "address1_type", "address1_name", "address1_street",
      "address1_suburb", "address1_city", "address1_state", "address1_postcode",
      "address1_country_code", "address1_email", "address1_email_validated", "address1_phone",
      "address1_fax", "address1_mobile", "address1_department", "address1_division",
      "address1_job_title", "address2_uuid", "address2_type", "address2_name", "address2_street",
      "address2_suburb", "address2_city", "address2_state", "address2_postcode",
      "address2_country_code", "address2_email", "address2_email_validated", "address2_phone",
      "address2_fax", "address2_mobile", "address2_department", "address2_division",
      "address2_job_title", "contact_category", "contact_owned_by", "contact_notes",
      "contact_facebook_id", "contact_twitter_id", "contact_linkedin_id", "condition_id",
      "treatment_notes", "wall_consent_1", "wall_consent_2", "wall_consent_3", "wall_consent_4",
      "wall_consent_5", "wall_consent_6", "event_consent_1", "event_consent_2",
      "event_consent_3", "event_consent_4", "additional_1", "additional_2", "additional_3",
      "lead", "representative_name", "contact_identifiers",
    ]
    #expect(names.count == 74)
    #expect(Interact.companyAccessForm.memberNames == names)
    #expect(Interact.companyAccessForm.requiredMemberNames == [])
    #expect(Interact.acceptRejectCompanyConnection.body?.schema == Interact.companyAccessForm)
    #expect(Interact.acceptRejectCompanyConnection.body?.versions == [2])
    #expect(Interact.completeForm.members?.map(\.key) == names)
    #expect(Interact.nullForm.members?.map(\.key) == names)
  }

  @Test("The contact has its 42 members, of which three are mandatory")
  func contactMembers() {
    let names = [
      "contactId", "countryCode", "otherCountryCode", "contactType", "contactProfession",
      "contactSpecialty", "contactCategory", "sampleOrderEmail", "contactCreated",
      "contactCreatedBy", "contactModified", "contactModifiedBy", "externalId", "title",
      "firstname", "lastname", "mobile", "phone", "otherPhone", "department", "email1", "email2",
      "company", "workAddress1", "workAddress2", "workAddress3", "city", "state", "postCode",
      "ownedBy", "notes", "facebookId", "dateOfBirth", "webPage", "otherAddress1",
      "otherAddress2", "otherAddress3", "otherCity", "otherState", "otherPostcode", "faxNumber",
      "twitterId",
    ]
    #expect(names.count == 42)
    #expect(Interact.contactDetails.memberNames == names)
    #expect(Interact.contactDetails.requiredMemberNames == ["firstname", "lastname", "email1"])
    let members = ["version", "preRegCompanyKey", "contactDetails"]
    #expect(Interact.preregistration.memberNames == members)
    #expect(Interact.preregistration.requiredMemberNames == members)
    #expect(Interact.preregisterContact.body?.schema == Interact.preregistration)
    #expect(Interact.sampleContact.members?.map(\.key) == names)
  }

  @Test("acceptRejectCompanyConnection has two parameters and two version schemes")
  func acceptParameters() {
    let contract = Interact.acceptRejectCompanyConnection
    #expect(contract.parameters.map(\.name) == ["connectionId", "inviteStatusName"])
    #expect(contract.parameters.map(\.isRequired) == [true, true])
    #expect(contract.parameters[1].schema == .oneOf("Accepted", "Rejected", "Cancelled"))
    #expect(contract.routes.map(\.version?.carrier) == [.query("version"), .path("version")])
    #expect(contract.routes.map(\.version?.served) == [[1], [2]])
    #expect(contract.routes.map(\.version?.whenAbsent) == [1, nil])
  }

  @Test("The other two carry the version in the body")
  func bodyVersions() {
    let rules = [Interact.requestEntityConnection, Interact.preregisterContact]
      .map { $0.routes[0].version }
    #expect(rules.map(\.?.carrier) == [.body("/version"), .body("/version")])
    #expect(rules.map(\.?.served) == [[1, 2], [1]])
  }

  @Test("All answer success with 200; preregisterContact returns no body")
  func responses() {
    let responses = Interact.suite.operations.map(\.responses)
    #expect(responses.map { $0.map(\.statuses) } == Array(repeating: [.anyOf([200])], count: 5))
    #expect(
      responses.map { $0.map(\.content) } == [
        [.payload(Interact.connectionStatus)], [.payload(Interact.success)], [.empty],
        [.payload(.array(of: Interact.connection))], [.payload(Interact.connection.nullable)],
      ]
    )
  }

  @Test("The samples of the documents follow the schemas")
  func samples() throws {
    #expect(try Interact.connectionRequest.messages(json: InteractSamples.connectionRequest) == [])
    #expect(try Interact.connectionStatus.messages(json: InteractSamples.connectionStatus) == [])
    #expect(try Interact.companyAccessForm.messages(json: InteractSamples.companyAccessForm) == [])
    #expect(try Interact.success.messages(json: InteractSamples.success) == [])
    #expect(try Interact.preregistration.messages(json: InteractSamples.preregistration) == [])
  }

  @Test("The samples of the answers follow the readings of the answers")
  func readings() throws {
    let samples = [InteractSamples.connectionStatus, InteractSamples.success]
    for (contract, sample) in zip(Interact.suite.operations, samples) {
      for reading in contract.responses.flatMap(\.readings) {
        if let condition = reading.condition, try condition.messages(json: sample) != [] {
          continue
        }
        #expect(try reading.schema.messages(json: sample) == [], "\(reading.name)")
      }
    }
  }

  @Test(
    "A status with the text of another is not within the readings",
    arguments: [
      (1, "Thank you."), (1, "Connection successful"), (2, "Connection successful."),
      (2, "Thank you for requesting access to ."), (3, "Connection unsuccessful."),
    ]
  )
  func wrongMessages(_ status: Int, _ text: String) throws {
    let answer: JSON = [
      "connectionStatus": .number(JSONNumber(status)), "connectionMessage": .string(text),
    ]
    let broken = try Interact.requestEntityConnection.responses.flatMap(\.readings)
      .filter { reading in
        guard let condition = reading.condition else { return false }
        return try condition.messages(json: answer.text()) == []
          && reading.schema.messages(json: answer.text()) != []
      }
    #expect(broken.map(\.name) == ["message-of-status-\(status)"])
  }

  @Test("The samples in the contracts are those of the documents")
  func samplesInContracts() throws {
    let form = try JSONDocument(parsing: Array(InteractSamples.companyAccessForm.utf8))
    #expect(Interact.completeForm == form.root.value)
    let registration = try JSONDocument(parsing: Array(InteractSamples.preregistration.utf8))
    #expect(Interact.sampleContact == registration.root.value["contactDetails"])
  }

  @Test("Answers that are wrong are not within the schemas")
  func wrongAnswers() throws {
    #expect(
      try Interact.success.messages(json: #"{"errorCode":1002,"errorMsg":"Connection updated."}"#)
        .count == 1
    )
    #expect(try Interact.success.messages(json: #"{"errorCode":0}"#).count == 1)
    #expect(
      try Interact.connectionStatus
        .messages(json: #"{"connectionStatus":"1","connectionMessage":null}"#).count == 2
    )
    #expect(
      try Interact.errorStatus.messages(json: #"{"errorCode":"1006","errorMsg":5}"#).count == 2
    )
  }
}
