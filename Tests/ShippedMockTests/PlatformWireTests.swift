import Testing

/// The documents 002 and 003, as bytes.
@Suite struct PlatformWireTests {
  @Test(arguments: lists) func listsConnections(_ golden: Golden) async throws {
    try await golden.check()
  }

  @Test(arguments: updates) func updatesAConnection(_ golden: Golden) async throws {
    try await golden.check()
  }

  @Test(arguments: refusals) func refuses(_ golden: Golden) async throws {
    try await golden.check()
  }

  // MARK: - Document 002

  static let target = "/api/contacts/\(PlatformPayloads.contact)/connections"
  static let query =
    "ContactTypeId=\(PlatformPayloads.contactType)"
    + "&RequestorContactId=\(PlatformPayloads.requestor)"
  static let page = "\(query)&IsPagedMode=true&PageNumber=1&PageSize=1"

  static func request(
    _ line: String,
    token: Bool = true,
    accept: String? = nil,
    _ content: (type: String, body: String)? = nil
  ) -> String {
    var lines = [line + " HTTP/1.1", "Host: localhost"]
    if token { lines.append("Authorization: Bearer accord-mock-token") }
    if let accept { lines.append("Accept: \(accept)") }
    if let content {
      lines += ["Content-Type: \(content.type)", "Content-Length: \(content.body.utf8.count)"]
    }
    lines.append("Connection: close")
    return lines.joined(separator: "\n") + "\n\n" + (content?.body ?? "")
  }

  static func response(
    _ status: String,
    _ type: String,
    _ body: String,
    extra: [String] = [],
    last: [String] = []
  ) -> String {
    var lines = ["HTTP/1.1 \(status)", "Content-Type: \(type)"] + extra
    lines += [
      "Content-Length: \(body.utf8.count)", "Vary: Accept", "X-Powered-By: ServiceStack/8.0",
    ]
    return (lines + last + ["Connection: close"]).joined(separator: "\n") + "\n\n" + body
  }

  static let json = response("200 OK", "application/json; charset=utf-8", PlatformPayloads.json)
  static let xml = response("200 OK", "application/xml", PlatformPayloads.xml)

  static let lists = [
    Golden("JSON, by default", request("GET \(target)?\(page)"), json),
    Golden("JSON, by PATCH", request("PATCH \(target)?\(page)"), json),
    Golden(
      "XML, request and answer",
      request(
        "POST \(target)",
        accept: "application/xml",
        ("application/xml", PlatformPayloads.xmlRequest)
      ),
      xml
    ),
    Golden(
      "XML, by suffix before all",
      request("GET \(target).xml?\(page)&format=csv", accept: "application/json"),
      xml
    ),
    Golden(
      "XML, by query before Accept",
      request("GET \(target)?\(page)&format=xml", accept: "application/json"),
      xml
    ),
    Golden(
      "JSON Lines",
      request("GET \(target)?\(page)", accept: "text/jsonl"),
      response("200 OK", "text/jsonl", PlatformPayloads.json)
    ),
    Golden(
      "JSV",
      request("GET \(target).jsv?\(page)"),
      response("200 OK", "application/jsv", PlatformPayloads.jsv)
    ),
    Golden(
      "CSV",
      request("GET \(target)?\(page)", accept: "text/csv"),
      response(
        "200 OK",
        "text/csv",
        PlatformPayloads.csv,
        last: ["Content-Disposition: attachment;filename=GetConnectionsToContact.csv"]
      )
    ),
    Golden(
      "a form overwrites the query, and the query the path",
      request(
        "POST /api/contacts/not-a-guid/connections?\(query)&ContactId=\(PlatformPayloads.contactType)",
        (
          "application/x-www-form-urlencoded",
          "contactid=\(PlatformPayloads.contact)&ispagedmode=1&PageSize=1&PageNumber="
        )
      ),
      json
    ),
    Golden(
      "the path overwrites the body, whose names have any case",
      request(
        "PUT \(target)?IsPagedMode=true",
        (
          "application/json",
          """
          {"contactid":"\(PlatformPayloads.contactType)","contacttypeid":\
          "\(PlatformPayloads.contactType)","REQUESTORCONTACTID":"\(PlatformPayloads.requestor)",\
          "PageSize":1}
          """
        )
      ),
      json
    ),
    Golden(
      "a contact that nobody knows",
      request("GET /api/contacts/\(PlatformPayloads.contactType)/connections?\(query)"),
      response(
        "200 OK",
        "application/json; charset=utf-8",
        #"{"Connections":[],"TotalConnections":0,"ResponseStatus":null}"#
      )
    ),
    Golden(
      "a method by X-Http-Method-Override",
      request("POST \(target)?\(page)&X-Http-Method-Override=GET"),
      json
    ),
  ]

  // MARK: - Document 003

  static let connection = "a0000000-0000-4000-8000-000000000007"
  static let role = "e0000000-0000-4000-8000-000000000001"
  static let updateQuery =
    "ContactId=\(PlatformPayloads.contact)&ContactTypeId=\(PlatformPayloads.contactType)"
    + "&RoleId=\(role)"

  static let updateBody =
    #"{"ConnectionId":"\#(connection)","ContactId":"\#(PlatformPayloads.contact)","#
    + #""ContactTypeId":"\#(PlatformPayloads.contactType)","RoleId":"\#(role)"}"#

  static let updates = [
    Golden(
      "the document's sample, in JSON Lines",
      request(
        "POST /api/connections/\(connection)/cancel",
        accept: "text/jsonl",
        ("text/jsonl", updateBody + "\n")
      ),
      response("200 OK", "text/jsonl", #"{"ResponseStatus":null}"#)
    ),
    Golden(
      "cancel, in JSV by its other name, answered in JSV",
      request(
        "POST /api/connections/\(connection)/cancel.jsv",
        (
          "text/jsv",
          "{ContactId:\(PlatformPayloads.contact),contacttypeid:"
            + "\"\(PlatformPayloads.contactType)\",RoleId:\(role),SuggesterContact:{a:[b]}}"
        )
      ),
      response("200 OK", "application/jsv", "{}")
    ),
    Golden(
      "cancel, in CSV",
      request(
        "POST /api/connections/\(connection)/cancel",
        (
          "text/csv",
          "ContactTypeId,RoleId,ContactId\r\n"
            + "\(PlatformPayloads.contactType),\(role),\(PlatformPayloads.contact)\r\n"
        )
      ),
      response("200 OK", "application/json; charset=utf-8", #"{"ResponseStatus":null}"#)
    ),
    Golden(
      "remove, by query",
      request("DELETE /api/connections/\(connection)/remove?\(updateQuery)"),
      response("200 OK", "application/json; charset=utf-8", #"{"ResponseStatus":null}"#)
    ),
    Golden(
      "cancel, in XML",
      request(
        "PUT /api/connections/\(connection)/cancel.xml",
        (
          "application/xml",
          """
          <ConnectionStatusUpdate xmlns="http://schemas.datacontract.org/2004/07/\
          Eros.Subtle.Canvara.WebAPIModel.ServiceModel"><ContactId>\(PlatformPayloads.contact)\
          </ContactId><ContactTypeId>\(PlatformPayloads.contactType)</ContactTypeId>\
          <RoleId>\(role)</RoleId></ConnectionStatusUpdate>
          """
        )
      ),
      response(
        "200 OK",
        "application/xml",
        #"<?xml version="1.0" encoding="utf-8"?>"#
          + #"<ConnectionStatusUpdateResponse "#
          + #"xmlns:i="http://www.w3.org/2001/XMLSchema-instance" "#
          + #"xmlns="http://schemas.datacontract.org/2004/07/"#
          + #"Eros.Subtle.Canvara.WebAPIModel.ServiceModel">"#
          + #"<ResponseStatus i:nil="true"/></ConnectionStatusUpdateResponse>"#
      )
    ),
  ]

  // MARK: - Errors

  static let challenge = #"WWW-Authenticate: Bearer realm="platform""#

  static func status(
    _ code: String,
    _ message: String,
    _ fields: [(name: String, code: String, message: String)] = []
  ) -> String {
    let errors = fields.map { field in
      #"{"ErrorCode":"\#(field.code)","FieldName":"\#(field.name)","#
        + #""Message":"\#(field.message)","Meta":null}"#
    }
    return #"{"ErrorCode":"\#(code)","Message":"\#(message)","StackTrace":null,"#
      + #""Errors":[\#(errors.joined(separator: ","))],"Meta":null}"#
  }

  static let refusals = [
    Golden(
      "no token",
      request("GET \(target)?\(page)", token: false),
      response(
        "401 Unauthorized",
        "application/json; charset=utf-8",
        #"{"Connections":null,"TotalConnections":0,"ResponseStatus":"#
          + status("Unauthorized", "Not Authenticated") + "}",
        extra: [challenge]
      )
    ),
    Golden(
      "a malformed Guid without a token: binding comes first",
      request("GET \(target)?ContactTypeId=abc&IsPagedMode=maybe", token: false),
      response(
        "400 Bad Request",
        "application/json; charset=utf-8",
        #"{"ResponseStatus":"#
          + status(
            "SerializationException",
            "Unable to bind to request 'GetConnectionsToContact'",
            [
              (
                "ContactTypeId", "SerializationException",
                "'abc' is an Invalid value for 'ContactTypeId'"
              ),
              (
                "IsPagedMode", "SerializationException",
                "'maybe' is an Invalid value for 'IsPagedMode'"
              ),
            ]
          ) + "}"
      )
    ),
    Golden(
      "an error of binding in XML has the root ErrorResponse",
      request("GET /api/connections/abc/cancel.xml?\(updateQuery)"),
      response(
        "400 Bad Request",
        "application/xml",
        #"<?xml version="1.0" encoding="utf-8"?>"#
          + #"<ErrorResponse xmlns:i="http://www.w3.org/2001/XMLSchema-instance" "#
          + #"xmlns="http://schemas.servicestack.net/types"><ResponseStatus>"#
          + "<ErrorCode>SerializationException</ErrorCode>"
          + "<Message>Unable to bind to request 'ConnectionStatusUpdate'</Message>"
          + #"<StackTrace i:nil="true"/><Errors><ResponseError>"#
          + "<ErrorCode>SerializationException</ErrorCode><FieldName>ConnectionId</FieldName>"
          + "<Message>'abc' is an Invalid value for 'ConnectionId'</Message>"
          + #"<Meta i:nil="true"/></ResponseError></Errors><Meta i:nil="true"/>"#
          + "</ResponseStatus></ErrorResponse>"
      )
    ),
    Golden(
      "an error of the service in XML has the operation's own root",
      request("GET /api/connections/\(PlatformPayloads.contact)/remove.xml?\(updateQuery)"),
      response(
        "404 Not Found",
        "application/xml",
        #"<?xml version="1.0" encoding="utf-8"?>"#
          + #"<ConnectionStatusUpdateResponse "#
          + #"xmlns:i="http://www.w3.org/2001/XMLSchema-instance" "#
          + #"xmlns="http://schemas.datacontract.org/2004/07/"#
          + #"Eros.Subtle.Canvara.WebAPIModel.ServiceModel" "#
          + #"xmlns:d1="http://schemas.servicestack.net/types">"#
          + "<ResponseStatus><d1:ErrorCode>NotFound</d1:ErrorCode>"
          + "<d1:Message>No connection has the id c0000000-0000-4000-8000-000000000001."
          + #"</d1:Message><d1:StackTrace i:nil="true"/><d1:Errors/><d1:Meta i:nil="true"/>"#
          + "</ResponseStatus></ConnectionStatusUpdateResponse>"
      )
    ),
    Golden(
      "a required member that is absent",
      request("GET \(target)?ContactTypeId=\(PlatformPayloads.contactType)"),
      response(
        "400 Bad Request",
        "application/json; charset=utf-8",
        #"{"Connections":null,"TotalConnections":0,"ResponseStatus":"#
          + status(
            "NotEmpty",
            "'RequestorContactId' must not be empty.",
            [("RequestorContactId", "NotEmpty", "'RequestorContactId' must not be empty.")]
          ) + "}"
      )
    ),
    Golden(
      "the document's XML request as printed: zero Guids are no Guids",
      request("POST \(target)", ("application/xml", PlatformPayloads.printedXMLRequest)),
      response(
        "400 Bad Request",
        "application/json; charset=utf-8",
        #"{"Connections":null,"TotalConnections":0,"ResponseStatus":"#
          + status(
            "NotEmpty",
            "'ContactTypeId' must not be empty.",
            [
              ("ContactTypeId", "NotEmpty", "'ContactTypeId' must not be empty."),
              ("RequestorContactId", "NotEmpty", "'RequestorContactId' must not be empty."),
            ]
          ) + "}"
      )
    ),
    Golden(
      "an element that comes too late is not read",
      request(
        "POST /api/connections/\(connection)/cancel",
        (
          "application/xml",
          """
          <ConnectionStatusUpdate xmlns="http://schemas.datacontract.org/2004/07/\
          Eros.Subtle.Canvara.WebAPIModel.ServiceModel"><RoleId>\(role)</RoleId>\
          <ContactId>\(PlatformPayloads.contact)</ContactId>\
          <ContactTypeId>\(PlatformPayloads.contactType)</ContactTypeId></ConnectionStatusUpdate>
          """
        )
      ),
      response(
        "400 Bad Request",
        "application/json; charset=utf-8",
        #"{"ResponseStatus":"#
          + status(
            "NotEmpty",
            "'ContactId' must not be empty.",
            [
              ("ContactId", "NotEmpty", "'ContactId' must not be empty."),
              ("ContactTypeId", "NotEmpty", "'ContactTypeId' must not be empty."),
            ]
          ) + "}"
      )
    ),
    Golden(
      "a suffix that is no format stays in the path",
      request("GET \(target).other?\(page)"),
      """
      HTTP/1.1 404 Not Found
      Vary: Accept
      X-Powered-By: ServiceStack/8.0
      Content-Type: text/plain; charset=utf-8
      Content-Length: 3
      Connection: close

      404
      """
    ),
  ]
}
