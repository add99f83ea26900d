import AccordModel
import AccordReporting
import AccordSchema
import HTTPTypes
import Testing

@Suite("Living documents say how callers prove who they are")
struct CredentialTextTests {
  struct Written: Sendable {
    var credential: Credential
    var text: String
  }

  static let written: [Written] = [
    Written(
      credential: .token(
        "KEY",
        in: .query("api_key"),
        basis: .assumption("The page has only an example.")
      ),
      text: """
        A caller sends `api_key={token}`. *(assumed)*

        Assumed, because: The page has only an example.

        For `accord verify` the token is in the environment variable `KEY`.

        """
    ),
    Written(
      credential: .basic(user: "USER", password: "PASSWORD"),
      text: """
        A caller sends `Authorization: Basic {token}`. The token is the user's name and password with a \
        colon between them, in Base64 (RFC 7617).

        For `accord verify` they are in the environment variables `USER` and `PASSWORD`.

        """
    ),
    Written(
      credential: .clientCredentials(token: "/token", id: "ID", secret: "SECRET", scope: "a b"),
      text: """
        A caller sends `Authorization: Bearer {token}`.

        A token is obtained from the token endpoint `/token` by the client's own credentials (RFC 6749 \
        section 4.4), for the scope `a b`. The client says who it is by HTTP Basic.

        For `accord verify` it is obtained with `ID` and `SECRET`.

        """
    ),
    Written(
      credential: .password(
        token: "/token",
        user: "USER",
        password: "PASSWORD",
        id: "ID",
        secret: "SECRET",
        authentication: .body,
        in: .cookie("sid")
      ),
      text: """
        A caller sends `Cookie: sid={token}`.

        A token is obtained from the token endpoint `/token` by the name and password of a user (RFC \
        6749 section 4.3). The client says who it is by `client_id` and `client_secret` in the body.

        For `accord verify` it is obtained with `ID` and `SECRET` and `USER` and `PASSWORD`.

        """
    ),
    Written(
      credential: .bearerChallenge(),
      text: """
        A caller sends `Authorization: Bearer {token}`.

        A request without a token is answered with 401 and a challenge, which names the realm that \
        issues tokens and what the token has to be for (RFC 6750 section 3); then it is sent again.

        For `accord verify` nothing has to be set.

        """
    ),
    Written(
      credential: .signed(by: .awsSignature(region: "eu-west-1", service: "s3")),
      text: """
        A caller signs every request by AWS Signature Version 4.

        For `accord verify` the keys are in `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`.

        """
    ),
    Written(
      credential: .login(
        Credential.Login(
          request: RequestTemplate(
            .post,
            [.text("/sessions")],
            body: .form(["name": .given("user"), "word": .given("password")])
          ),
          userVariable: "USER",
          passwordVariable: "PASSWORD",
          token: .body("/token"),
          expiry: .header("X-Life")
        )
      ),
      text: """
        A caller sends `Authorization: Bearer {token}`.

        A token is obtained by this request, and comes in the member `/token` of the answer, with its \
        life in seconds in the response header `X-Life`:

        ```http
        POST /sessions

        name={user}&word={password}
        ```

        The order of the requests:

        ```mermaid
        sequenceDiagram
          participant Caller
          participant Server
          Caller->>Server: POST /sessions
          Server-->>Caller: 200, /token
          loop until the token expires
            Caller->>Server: any request with Authorization
            Server-->>Caller: its answer
          end
        ```

        For `accord verify` it is obtained with `USER` and `PASSWORD`.

        """
    ),
  ]

  @Test(arguments: written)
  func isWritten(_ written: Written) throws {
    var suite = Pets.suite
    suite.credential = written.credential
    let markdown = LivingDocument(of: Plan(suite: suite, cases: [], notProvoked: [])).markdown
    let start = try #require(markdown.firstRange(of: "## Authentication\n\n"))
    let rest = markdown[start.upperBound...]
    let end = rest.firstRange(of: "\n## ")?.lowerBound ?? rest.endIndex
    #expect(String(rest[..<end]) == written.text)
  }

  @Test func rolesHaveTheirNames() {
    var suite = Pets.suite
    suite.credential = nil
    suite.roles = ["keeper": .token("KEEPER"), "reader": .token("READER")]
    let markdown = LivingDocument(of: Plan(suite: suite, cases: [], notProvoked: [])).markdown
    #expect(
      markdown.contains(
        """
        ## Authentication

        ### As keeper

        A caller sends `Authorization: Bearer {token}`.

        For `accord verify` the token is in the environment variable `KEEPER`.

        ### As reader
        """
      )
    )
  }
}
