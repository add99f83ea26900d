import Testing

/// The documents 000, 001 and 004 and loginUser, as bytes.
@Suite struct InteractWireTests {
  @Test(arguments: requestConnection) func asksForAConnection(_ golden: Golden) async throws {
    try await golden.check()
  }

  @Test(arguments: acceptReject) func answersAnInvitation(_ golden: Golden) async throws {
    try await golden.check()
  }

  @Test(arguments: preregister) func registersAContact(_ golden: Golden) async throws {
    try await golden.check()
  }

  @Test(arguments: neighbours) func servesItsNeighbours(_ golden: Golden) async throws {
    try await golden.check()
  }

  // MARK: - Document 000

  static let requestConnection = [
    Golden(
      "the document's body, version 1",
      """
      POST /rest/user/recommended/requestConnection HTTP/1.1
      Host: localhost
      x-nextinteract-authtoken: accord-mock-token
      Content-Type: application/json
      Content-Length: 65
      Connection: close

      { "version" : 1, "entityType" : "company", "entityId" : "20001" }
      """,
      """
      HTTP/1.1 200 OK
      Content-Type: application/json
      Content-Length: 67
      Connection: close

      {"connectionStatus":1,"connectionMessage":"Connection successful."}
      """
    ),
    Golden(
      "version 2, a company that verifies first",
      """
      POST /rest/user/recommended/requestConnection HTTP/1.1
      Host: localhost
      x-nextinteract-authtoken: accord-mock-token
      Content-Type: application/json
      Content-Length: 93
      Connection: close

      {"version":2,"entityType":"company","entityId":"20002","cafData":{"contact_firstname":"Ada"}}
      """,
      #"""
      HTTP/1.1 200 OK
      Content-Type: application/json
      Content-Length: 178
      Connection: close

      {"connectionStatus":2,"connectionMessage":"Thank you for requesting access to Company 20002.\n\nYou will receive an email and notification once your details have been verified."}
      """#
    ),
    Golden(
      "version 2, a company that declines",
      """
      POST /rest/user/recommended/requestConnection HTTP/1.1
      Host: localhost
      x-nextinteract-authtoken: accord-mock-token
      Content-Type: application/json; charset=UTF-8
      Content-Length: 70
      Connection: close

      {"version":2,"entityType":"company","entityId":"20003","cafData":null}
      """,
      #"""
      HTTP/1.1 200 OK
      Content-Type: application/json
      Content-Length: 123
      Connection: close

      {"connectionStatus":3,"connectionMessage":"Connection unsuccessful.\n\nPlease contact Company 20003 for more information."}
      """#
    ),
    refused("no token", token: nil, #"{"version":1}"#, 401, 1006, tokenMessage("No", "was sent.")),
    refused(
      "a token that nobody issued",
      token: "not-a-token",
      #"{"version":1}"#,
      401,
      1006,
      tokenMessage("The", "is not accepted.")
    ),
    refused("a body that is no JSON", #"{"version":1,"#, 400, 1002, nil),
    refused(
      "no version",
      #"{"entityType":"company","entityId":"20001"}"#,
      400,
      1002,
      "Invalid parameter supplied to service. No version was sent."
    ),
    refused(
      "version 3",
      #"{"version":3,"entityType":"company","entityId":"20001"}"#,
      400,
      9017,
      "Unsupported version. There is no version 3."
    ),
    refused(
      "a version that is a word",
      #"{"version":"two","entityType":"company","entityId":"20001"}"#,
      400,
      1002,
      "Invalid parameter supplied to service. The version is not a whole number."
    ),
    refused(
      "an empty entityId",
      #"{"version":1,"entityType":"company","entityId":""}"#,
      400,
      1002,
      "Invalid parameter supplied to service. /entityId is mandatory."
    ),
    refused(
      "the entity type that is reserved",
      #"{"version":1,"entityType":"event","entityId":"20001"}"#,
      400,
      1002,
      "Invalid parameter supplied to service. The value of /entityType is wrong."
    ),
    refused(
      "a company that the user is connected with",
      #"{"version":1,"entityType":"company","entityId":"30001"}"#,
      400,
      9022,
      "Connection already exists."
    ),
    refused(
      "a company that is not active",
      #"{"version":1,"entityType":"company","entityId":"40001"}"#,
      400,
      9026,
      "Company not active."
    ),
    refused(
      "a company where the user is pre-registered",
      #"{"version":1,"entityType":"company","entityId":"50001"}"#,
      400,
      9020,
      "Pre registration already exists."
    ),
    refused(
      "a company that does not admit the domain",
      #"{"version":1,"entityType":"company","entityId":"60001"}"#,
      400,
      9019,
      "Invalid email domain name."
    ),
  ]

  static func tokenMessage(_ start: String, _ end: String) -> String {
    "Invalid or expired authentication token. \(start) x-nextinteract-authtoken \(end)"
  }

  static func refused(
    _ name: String,
    token: String? = "accord-mock-token",
    _ body: String,
    _ status: Int,
    _ code: Int,
    _ message: String?,
    _ line: String = "POST /rest/user/recommended/requestConnection HTTP/1.1"
  ) -> Golden {
    let reason = status == 401 ? "Unauthorized" : "Bad Request"
    let message =
      message
        ?? """
        Invalid parameter supplied to service. The body cannot be read: line 1, column 14: \
        expected a member name in quotes, found the end of the text.
        """
    let content = #"{"errorCode":\#(code),"errorMsg":"\#(message)"}"#
    return Golden(
      name,
      """
      \(line)
      Host: localhost
      \(token.map { "x-nextinteract-authtoken: \($0)\n" } ?? "")Content-Type: application/json
      Content-Length: \(body.utf8.count)
      Connection: close

      \(body)
      """,
      """
      HTTP/1.1 \(status) \(reason)
      Content-Type: application/json
      Content-Length: \(content.utf8.count)
      Connection: close

      \(content)
      """
    )
  }

  // MARK: - Document 001

  static let updated = """
    HTTP/1.1 200 OK
    Content-Type: application/json
    Content-Length: 48
    Connection: close

    {"errorCode":0,"errorMsg":"Connection updated."}
    """

  static func put(_ target: String, _ body: String? = nil, token: Bool = true) -> String {
    let content = body.map { "Content-Type: application/json\nContent-Length: \($0.utf8.count)\n" }
    return """
      PUT \(target) HTTP/1.1
      Host: localhost
      \(token ? "x-nextinteract-authtoken: accord-mock-token\n" : "")\(content ?? "")Connection: close

      \(body ?? "")
      """
  }

  static let acceptReject = [
    Golden(
      "version 1, accepted",
      put("/rest/user/company/connections/1001/Accepted?version=1"),
      updated
    ),
    Golden(
      "version 1, rejected",
      put("/rest/user/company/connections/1002/Rejected?version=1"),
      updated
    ),
    Golden("no version", put("/rest/user/company/connections/1003/Cancelled"), updated),
    Golden(
      "version 2 with a form",
      put(
        "/rest/user/company/connections/1004/Accepted/v2",
        #"{"contact_firstname":"George","contact_identifiers":[{"id":1,"value":"ABC0123456789"}]}"#
      ),
      updated
    ),
    Golden(
      "version 2 with an empty form",
      put("/rest/user/company/connections/1005/Accepted/v2", "{}"),
      updated
    ),
    denied(
      "no token",
      put("/rest/user/company/connections/1001/Accepted?version=1", token: false),
      401,
      1006,
      tokenMessage("No", "was sent.")
    ),
    denied(
      "a word that is none of the three",
      put("/rest/user/company/connections/1001/Postponed?version=1"),
      400,
      1002,
      "Invalid parameter supplied to service. inviteStatusName is wrong."
    ),
    denied(
      "the wrong case",
      put("/rest/user/company/connections/1001/accepted?version=1"),
      400,
      1002,
      "Invalid parameter supplied to service. inviteStatusName is wrong."
    ),
    denied(
      "an id that is no number",
      put("/rest/user/company/connections/one/Accepted?version=1"),
      400,
      1002,
      "Invalid parameter supplied to service. connectionId is wrong."
    ),
    denied(
      "an unknown invitation",
      put("/rest/user/company/connections/999/Accepted?version=1"),
      400,
      9028,
      "Invitation to connection not found. No invitation has the id 999."
    ),
    denied(
      "an invitation of a company that is not active",
      put("/rest/user/company/connections/3001/Accepted?version=1"),
      400,
      9026,
      "Company not active."
    ),
    denied(
      "version 3",
      put("/rest/user/company/connections/1001/Accepted/v3", "{}"),
      400,
      1002,
      "Invalid parameter supplied to service. There is no version 3."
    ),
    Golden(
      "a method that is not served",
      """
      DELETE /rest/user/company/connections/1001/Accepted HTTP/1.1
      Host: localhost
      Connection: close


      """,
      """
      HTTP/1.1 405 Method Not Allowed
      Allow: PUT
      Content-Type: text/plain; charset=utf-8
      Content-Length: 26
      Connection: close

      The resource answers PUT.

      """
    ),
  ]

  static func denied(
    _ name: String,
    _ request: String,
    _ status: Int,
    _ code: Int,
    _ message: String
  ) -> Golden {
    let content = #"{"errorCode":\#(code),"errorMsg":"\#(message)"}"#
    return Golden(
      name,
      request,
      """
      HTTP/1.1 \(status) \(status == 401 ? "Unauthorized" : "Bad Request")
      Content-Type: application/json
      Content-Length: \(content.utf8.count)
      Connection: close

      \(content)
      """
    )
  }

  // MARK: - Document 004

  static let registered = """
    HTTP/1.1 200 OK
    Content-Length: 0
    Connection: close


    """

  static let preregisterLine = "POST /rest/company/mi/preregister HTTP/1.1"

  static let sample = """
    {
      "version": 1,
      "preRegCompanyKey": "myinteractfinance",
      "contactDetails": {
        "contactId": null,
        "title": null,
        "firstname": "Aaron",
        "lastname": "PreReg WebService",
        "email1": "aaron+prereg-webservice@interact.technology",
        "notes": "I would like a follow-up call on drug X please.",
        "twitterId": null
      }
    }
    """

  static let preregister = [
    Golden(
      "the document's sample",
      """
      \(preregisterLine)
      Host: localhost
      x-nextinteract-authtoken: accord-mock-token
      Content-Type: application/json
      Content-Length: \(sample.utf8.count)
      Connection: close

      \(sample)
      """,
      registered
    ),
    refused(
      "no token",
      token: nil,
      "{}",
      401,
      1006,
      tokenMessage("No", "was sent."),
      preregisterLine
    ),
    refused(
      "version 2",
      #"{"version":2,"preRegCompanyKey":"myinteractfinance","contactDetails":{}}"#,
      400,
      1002,
      "Invalid parameter supplied to service. There is no version 2.",
      preregisterLine
    ),
    refused(
      "no key",
      #"{"version":1,"contactDetails":{"firstname":"A","lastname":"B","email1":"a@b.example"}}"#,
      400,
      1002,
      "Invalid parameter supplied to service. /preRegCompanyKey is mandatory.",
      preregisterLine
    ),
    refused(
      "no address",
      #"{"version":1,"preRegCompanyKey":"k","contactDetails":{"firstname":"A","lastname":"B"}}"#,
      400,
      1002,
      "Invalid parameter supplied to service. /contactDetails/email1 is mandatory.",
      preregisterLine
    ),
    refused(
      "an empty name",
      """
      {"version":1,"preRegCompanyKey":"k","contactDetails":{"firstname":"","lastname":"B",\
      "email1":"a@b.example"}}
      """,
      400,
      1002,
      "Invalid parameter supplied to service. /contactDetails/firstname is mandatory.",
      preregisterLine
    ),
    refused(
      "no contact",
      #"{"version":1,"preRegCompanyKey":"myinteractfinance","contactDetails":null}"#,
      400,
      1002,
      "Invalid parameter supplied to service. /contactDetails is mandatory.",
      preregisterLine
    ),
  ]

  // MARK: - loginUser, findConnectionsForUser

  static func login(_ type: String, _ body: String) -> String {
    """
    POST /rest/user/login HTTP/1.1
    Host: localhost
    Content-Type: \(type)
    Content-Length: \(body.utf8.count)
    Connection: close

    \(body)
    """
  }

  static let form = "application/x-www-form-urlencoded"

  static let loggedIn = """
    HTTP/1.1 200 OK
    x-nextinteract-authtoken: accord-0-1
    x-nextinteract-authtoken-expiry-seconds: 1800
    Content-Length: 0
    Connection: close


    """

  static let user = "uEmail=george.citizen%40yopmail.com"

  static let neighbours = [
    Golden(
      "login, version 1, a form",
      login(form, "\(user)&uPassword=accord-mock-password&appCode=NI&version=1"),
      loggedIn
    ),
    Golden(
      "login, version 2, JSON",
      login(
        "application/json",
        """
        {"uEmail":"george.citizen@yopmail.com","uPassword":"accord-mock-password","appCode":"MY",\
        "version":"2"}
        """
      ),
      loggedIn
    ),
    denied(
      "login without a password",
      login(form, "\(user)&uPassword=&appCode=NI&version=1"),
      400,
      1001,
      "Username and Password must be supplied for login."
    ),
    denied(
      "login with a wrong password",
      login(form, "\(user)&uPassword=guess&appCode=NI&version=1"),
      401,
      1005,
      "Failed to authenticate. Please correct login details or press cancel if not registered."
    ),
    denied(
      "login with the version of the other way",
      login(form, "\(user)&uPassword=accord-mock-password&appCode=NI&version=2"),
      400,
      1002,
      "Invalid parameter supplied to service. version is 1 here."
    ),
    denied(
      "the list without a token",
      "GET /rest/user/company/connections HTTP/1.1\nHost: localhost\nConnection: close\n\n",
      401,
      1006,
      "Invalid or expired authentication token. No x-nextinteract-authtoken was sent."
    ),
    denied(
      "the list with a wrong code",
      """
      GET /rest/user/company/connections?inviteStatusCode=X HTTP/1.1
      Host: localhost
      x-nextinteract-authtoken: accord-mock-token
      Connection: close


      """,
      400,
      1002,
      "Invalid parameter supplied to service. inviteStatusCode is wrong."
    ),
    Golden(
      "a path that nothing has",
      "GET /rest/user/nothing HTTP/1.1\nHost: localhost\nConnection: close\n\n",
      """
      HTTP/1.1 404 Not Found
      Content-Type: text/plain; charset=utf-8
      Content-Length: 27
      Connection: close

      No resource has this path.

      """
    ),
  ]
}
