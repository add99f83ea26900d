import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import PlatformContracts

@Suite("The Platform contracts hold what their pages state")
struct PlatformDocumentsTests {
  @Test("Each contract names its document, its operation and its routes, for all verbs")
  func routes() {
    let contracts = Platform.suite.contracts
    #expect(
      contracts.map(\.document) == ["002_80db8b88629a218e.txt", "003_778b1b659ab1d5b2.txt"]
    )
    #expect(contracts.map(\.name) == ["GetConnectionsToContact", "ConnectionStatusUpdate"])
    #expect(
      contracts.map(\.routeLines) == [
        ["All Verbs /api/contacts/{ContactId}/connections"],
        [
          "All Verbs /api/connections/{ConnectionId}/cancel",
          "All Verbs /api/connections/{ConnectionId}/remove",
        ],
      ]
    )
    for route in contracts.flatMap(\.routes) {
      #expect(route.methods.probed == [.get, .post, .put, .delete, .patch])
    }
  }

  @Test("GetConnectionsToContact has nine parameters, of which three are required")
  func listParameters() {
    let parameters = Platform.getConnectionsToContact.parameters
    #expect(
      parameters.map(\.name) == [
        "ContactId", "ContactTypeId", "RequestorContactId", "IsPagedMode", "IncludeRemoved",
        "PageNumber", "PageSize", "SortIndex", "SortOrder",
      ]
    )
    #expect(
      parameters.filter(\.isRequired).map(\.name) == [
        "ContactId", "ContactTypeId", "RequestorContactId",
      ]
    )
    #expect(
      parameters.map(\.schema) == [
        .guid, .guid, .guid, .boolean, .boolean, .integer, .integer, .integer,
        .oneOf("Ascending", "Descending"),
      ]
    )
    #expect(parameters.allSatisfy { !$0.meaning.isEmpty })
  }

  @Test("ConnectionStatusUpdate has four parameters, all Guids and required")
  func updateParameters() {
    let parameters = Platform.connectionStatusUpdate.parameters
    #expect(parameters.map(\.name) == ["ConnectionId", "ContactId", "ContactTypeId", "RoleId"])
    #expect(parameters.allSatisfy { $0.isRequired && $0.schema == .guid })
    #expect(
      parameters.map(\.meaning) == [
        "Connection to be updated",
        "Id of the contact linked to the connection",
        "Type of contact being connected with. For e.g. Real Person, Virtual Person etc.",
        "Role Id linked to the connection request",
      ]
    )
    #expect(Platform.statusUpdateRequest.memberNames == parameters.map(\.name))
  }

  @Test("The answers have their members")
  func answers() {
    #expect(
      Platform.getConnectionsResponse.memberNames == [
        "Connections", "TotalConnections", "ResponseStatus",
      ]
    )
    #expect(Platform.statusUpdateResponse.memberNames == ["ResponseStatus"])
    #expect(
      Platform.getConnectionsToContact.responses.map(\.content) == [
        .rows(Platform.getConnectionsResponse, of: "/Connections")
      ]
    )
    #expect(
      Platform.connectionStatusUpdate.responses.map(\.content) == [
        .payload(Platform.statusUpdateResponse)
      ]
    )
  }

  @Test("A connection has its 17 and 1 members")
  func connectionMembers() {
    #expect(
      Platform.contactConnectionModel.memberNames == [
        "ConnectionId", "ConnectionRequestId", "Contact", "ContactRoleId", "ContactRoleName",
        "RequestorContactId", "RequestorContactName", "RequestorRoleId", "RequestorRoleName",
        "PrimaryRoleName", "ConnectionStatusId", "ConnectionStatusName", "IsConnectionRequest",
        "IsIncoming", "FromDate", "SuggesterContact", "AllowCancel", "AllowRemove",
      ]
    )
    #expect(
      Platform.contactConnectionModel.requiredMemberNames == [
        "Contact", "ContactRoleId", "RequestorContactId", "RequestorRoleId", "ConnectionStatusId",
      ]
    )
  }

  @Test("A contact in brief has its 15 members, and ResponseStatus its 5 and 4")
  func otherMembers() {
    #expect(
      Platform.contactSummaryModel.memberNames == [
        "ContactId", "ContactFullName", "EmailAddress", "MobileNumber", "PhoneNumber",
        "ContactTypeId", "ProfilePhotoUrl", "ProfilePhotoThumbnailUrl", "Description",
        "EmploymentIndustry", "EmploymentRole", "EmploymentGeographicArea", "TimezoneName",
        "PrimaryAddress", "IsRemovedContact",
      ]
    )
    let status = ["ErrorCode", "Message", "StackTrace", "Errors", "Meta"]
    #expect(Platform.responseStatus.memberNames == status)
    #expect(
      Platform.responseError.memberNames == ["ErrorCode", "FieldName", "Message", "Meta"]
    )
  }

  @Test("Five formats are promised, and all are checked")
  func formats() {
    let formats = Platform.suite.formats
    #expect(formats.map(\.id) == ["json", "xml", "jsonl", "jsv", "csv"])
    #expect(
      formats.map(\.mediaType) == [
        "application/json", "application/xml", "text/jsonl", "application/jsv", "text/csv",
      ]
    )
    #expect(formats.map(\.charset) == ["utf-8", nil, nil, nil, nil])
    #expect(formats.map(\.suffix) == ["json", "xml", "jsonl", "jsv", "csv"])
    #expect(formats.map(\.isChecked) == [true, true, true, true, true])
    #expect(
      Platform.suite.negotiation?.ways.map(\.way) == [.suffix, .query("format"), .accept]
    )
    #expect(Platform.suite.negotiation?.fallback == "json")
  }

  @Test("The samples of the pages follow the schemas")
  func samples() throws {
    #expect(
      try Platform.getConnectionsRequest.messages(xml: PlatformSamples.getConnectionsRequest) == []
    )
    #expect(
      try Platform.getConnectionsResponse.messages(xml: PlatformSamples.getConnectionsResponse)
        == []
    )
    #expect(
      try Platform.statusUpdateRequest.messages(json: PlatformSamples.statusUpdateRequest) == []
    )
    #expect(
      try Platform.statusUpdateResponse.messages(json: PlatformSamples.statusUpdateResponse) == []
    )
  }

  @Test("The sample of the answer follows the readings of the answer")
  func readings() throws {
    for reading in Platform.getConnectionsToContact.responses.flatMap(\.readings) {
      #expect(try reading.schema.messages(xml: PlatformSamples.getConnectionsResponse) == [])
    }
  }
}
