import AccordModel
import Testing

@testable import AccordRunning

@Suite("Challenges of Bearer are read as servers send them")
struct BearerChallengeTests {
  struct Sent: Sendable {
    var values: [String]
    var realm: String?
    var service: String?
    var scope: String?
  }

  /// What registries answer, as it is recorded in public, and variations of it that RFC 9110 allows.
  static let sent: [Sent] = [
    // docker-registry 2.8.2, for the beginning of an upload.
    Sent(
      values: [
        #"Bearer realm="http://127.0.0.1:15756/token",service="silly-service","#
          + #"scope="repository:library/alpine:pull repository:library/alpine:push""#
      ],
      realm: "http://127.0.0.1:15756/token",
      service: "silly-service",
      scope: "repository:library/alpine:pull repository:library/alpine:push"
    ),
    Sent(
      values: [
        #"Bearer realm="https://auth.docker.io/token",service="registry.docker.io","#
          + #"scope="repository:ourcompany/ourrepo:pull",error="insufficient_scope""#
      ],
      realm: "https://auth.docker.io/token",
      service: "registry.docker.io",
      scope: "repository:ourcompany/ourrepo:pull"
    ),
    Sent(
      values: [
        #"Bearer realm="https://auth.docker.io/token",service="registry.docker.io","#
          + #"scope="repository:samalba/my-app:pull,push""#
      ],
      realm: "https://auth.docker.io/token",
      service: "registry.docker.io",
      scope: "repository:samalba/my-app:pull,push"
    ),
    Sent(
      values: [#"Bearer realm="https://gitlab.com/jwt/auth",service="container_registry""#],
      realm: "https://gitlab.com/jwt/auth",
      service: "container_registry"
    ),
    Sent(
      values: [#"Basic realm="a", Bearer realm="https://b.example/t""#],
      realm: "https://b.example/t"
    ),
    Sent(
      values: [#"Bearer realm="https://b.example/t" , Basic realm="a", charset="UTF-8""#],
      realm: "https://b.example/t"
    ),
    Sent(values: [#"Basic realm="a""#, #"bearer Realm = "/t""#], realm: "/t"),
    Sent(values: [#"Negotiate, Bearer realm="/t",scope="a b""#], realm: "/t", scope: "a b"),
    Sent(values: [#"Bearer realm=/token"#], realm: "/token"),
    Sent(values: [#"Bearer realm="a\"b\\c""#], realm: #"a"b\c"#),
    Sent(values: [#"Bearer realm="cut off"#], realm: "cut off"),
    Sent(values: [#"Basic realm="a""#]),
    Sent(values: ["Bearer"]),
    Sent(values: [#"Bearer scope="a""#]),
    Sent(values: []),
    Sent(values: [""]),
    Sent(values: [#"Bearer realm=""# + String(repeating: "a", count: 5_000) + "\""]),
  ]

  @Test(arguments: sent)
  func isRead(_ sent: Sent) {
    let fields = sent.values.map { Field("Www-Authenticate", $0) }
    let challenge = BearerChallenge(Exchange.Response(status: 401, fields: fields))
    #expect(challenge?.realm == sent.realm)
    #expect(challenge?.service == sent.service)
    #expect(challenge?.scope == sent.scope)
  }
}
