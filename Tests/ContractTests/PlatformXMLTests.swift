import AccordModel
import AccordSchema
import Testing

@testable import PlatformContracts

@Suite("The Platform payloads in XML")
struct PlatformXMLTests {
  @Test("The request sample is what a request with these values is written as")
  func requestIsExpressible() throws {
    let zero: JSON = "00000000-0000-0000-0000-000000000000"
    let value: JSON = [
      "PageNumber": 0,
      "PageSize": 0,
      "SortIndex": 0,
      "SortOrder": "Ascending",
      "ContactId": zero,
      "ContactTypeId": zero,
      "IncludeRemoved": false,
      "IsPagedMode": false,
      "RequestorContactId": zero,
    ]
    let schema = Platform.getConnectionsRequest
    let sample = try XMLDocument(parsing: Array(PlatformSamples.getConnectionsRequest.utf8))
    #expect(
      canonical(BodyReader.value(of: sample.root, as: schema), as: schema)
        == canonical(value, as: schema)
    )
    let written = try XMLDocument(parsing: BodyWriter.xml(value, as: schema))
    #expect(try SchemaValidator(schema).validate(written).map(\.message) == [])
    #expect(written.root.childElements.map(\.name) == sample.root.childElements.map(\.name))
  }

  @Test("The answer sample is written with its elements in the same order")
  func answerIsExpressible() throws {
    let schema = Platform.getConnectionsResponse
    let sample = try XMLDocument(parsing: Array(PlatformSamples.getConnectionsResponse.utf8))
    let value = BodyReader.value(of: sample.root, as: schema)
    let written = try XMLDocument(parsing: BodyWriter.xml(value, as: schema))
    #expect(names(below: written.root) == names(below: sample.root))
    #expect(names(below: sample.root).count == 67)
  }

  private func names(below element: XMLElement) -> [XMLName] {
    element.childElements.flatMap { [$0.name] + names(below: $0) }
  }

  @Test(
    "A change of the answer sample that breaks a promise is found",
    arguments: [
      ("http://schemas.servicestack.net/types", "http://schemas.servicestack.net/other"),
      ("/Eros.Saguna.Common.WebAPIModel.Models", "/Eros.Saguna.Common.WebAPIModel"),
      ("/Eros.Subtle.Canvara.WebAPIModel.ServiceModel", "/Eros.Subtle"),
      ("http://schemas.microsoft.com/2003/10/Serialization/Arrays", "http://example.com/Arrays"),
      ("</d2p1:AllowCancel>", "</d2p1:AllowCancel><d2p1:AllowCancel>true</d2p1:AllowCancel>"),
      ("<d2p1:ContactRoleId>00000000-0000-0000-0000-000000000000</d2p1:ContactRoleId>", ""),
      ("<TotalConnections>0<", "<TotalConnections>none<"),
      ("<d2p1:AllowCancel>false<", "<d2p1:AllowCancel>False<"),
      (
        "<d2p1:IsIncoming>",
        "<d2p1:IsConnectionRequest>true</d2p1:IsConnectionRequest><d2p1:IsIncoming>"
      ),
      (
        "<d2p1:AllowCancel>false</d2p1:AllowCancel><d2p1:AllowRemove>false</d2p1:AllowRemove>",
        "<d2p1:AllowRemove>false</d2p1:AllowRemove><d2p1:AllowCancel>false</d2p1:AllowCancel>"
      ),
      (
        "<d2p1:ErrorCode>String</d2p1:ErrorCode><d2p1:Message>String</d2p1:Message>",
        "<d2p1:Message>String</d2p1:Message><d2p1:ErrorCode>String</d2p1:ErrorCode>"
      ),
    ]
  )
  func wrongAnswers(_ old: String, _ new: String) throws {
    let sample = Self.compactSample
    let text = Self.replacingFirst(old, by: new, in: sample)
    #expect(text != sample)
    #expect(try Platform.getConnectionsResponse.messages(xml: text) != [])
  }

  @Test(
    "A change of the answer sample that breaks no promise is not found",
    arguments: [
      ("<d2p1:AllowRemove>false</d2p1:AllowRemove>", ""),
      ("<d2p1:IsIncoming>false<", "<d2p1:IsIncoming> 1 <"),
      ("0001-01-01T00:00:00", "2024-02-29T12:30:00.1234567+10:00"),
      (
        "<d2p1:ConnectionId>00000000-0000-0000-0000-000000000000<",
        "<d2p1:ConnectionId i:nil='true'><"
      ),
      ("<TotalConnections>0<", "<!-- none --><TotalConnections>0<"),
      ("xmlns:d5p1=", "xmlns:x='urn:x' xmlns:d5p1="),
    ]
  )
  func harmlessAnswers(_ old: String, _ new: String) throws {
    let sample = Self.compactSample
    let text = Self.replacingFirst(old, by: new, in: sample)
    #expect(text != sample)
    #expect(try Platform.getConnectionsResponse.messages(xml: text) == [])
  }

  private static let compactSample = PlatformSamples.getConnectionsResponse
    .split(separator: "\n", omittingEmptySubsequences: false).joined()

  private static func replacingFirst(_ old: String, by new: String, in text: String) -> String {
    guard let start = text.indices.first(where: { text[$0...].hasPrefix(old) }) else { return text }
    return text[..<start] + new + text[start...].dropFirst(old.count)
  }

  @Test("Both roots of an error are right, and a success is not an error")
  func errorRoots() throws {
    let service = Platform.serviceModel
    let types = Platform.serviceStackTypes
    let bodies = [
      """
      <ErrorResponse xmlns="\(types)"><ResponseStatus><ErrorCode>NotFound</ErrorCode>\
      <Message>None.</Message></ResponseStatus></ErrorResponse>
      """,
      """
      <ConnectionStatusUpdateResponse xmlns="\(service)"><ResponseStatus xmlns:t="\(types)">\
      <t:ErrorCode>NotFound</t:ErrorCode></ResponseStatus></ConnectionStatusUpdateResponse>
      """,
      """
      <GetConnectionsToContactResponse xmlns="\(service)"><ResponseStatus xmlns:t="\(types)">\
      <t:ErrorCode>NotFound</t:ErrorCode></ResponseStatus><TotalConnections>0</TotalConnections>\
      </GetConnectionsToContactResponse>
      """,
    ]
    let validators = try Platform.errors.schemas.map { try SchemaValidator($0) }
    for body in bodies {
      let document = try XMLDocument(parsing: Array(body.utf8))
      #expect(validators.filter { $0.admits(document) }.count == 1, "\(body)")
    }
    let success = """
      <ConnectionStatusUpdateResponse xmlns="\(service)" \
      xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><ResponseStatus i:nil="true"/>\
      </ConnectionStatusUpdateResponse>
      """
    let document = try XMLDocument(parsing: Array(success.utf8))
    #expect(!validators.contains { $0.admits(document) })
    #expect(try Platform.statusUpdateResponse.messages(xml: success) == [])
  }
}
