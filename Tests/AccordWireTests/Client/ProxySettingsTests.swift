import Testing

@testable import AccordWire

@Suite struct ProxySettingsTests {
  private let http = Endpoint(scheme: .http, host: "a.example")
  private let https = Endpoint(scheme: .https, host: "a.example")

  @Test(
    arguments: [
      ([:], nil, nil),
      (["http_proxy": "http://p:1"], "p:1", nil),
      (["https_proxy": "http://p:1"], nil, "p:1"),
      (["HTTP_PROXY": "http://p:1"], "p:1", nil),
      (["HTTPS_PROXY": "http://p:1"], nil, "p:1"),
      (["http_proxy": "l:1", "HTTP_PROXY": "u:1"], "l:1", nil),
      (["https_proxy": "l:1", "HTTPS_PROXY": "u:1"], nil, "l:1"),
      (["http_proxy": "", "HTTP_PROXY": "u:1"], nil, nil),
      (["HTTP_PROXY": "u:1", "REQUEST_METHOD": "GET"], nil, nil),
      (["http_proxy": "l:1", "REQUEST_METHOD": "GET"], "l:1", nil),
      (["HTTPS_PROXY": "u:1", "REQUEST_METHOD": "GET"], nil, "u:1"),
      (["all_proxy": "p:1"], "p:1", "p:1"),
      (["ALL_PROXY": "p:1", "https_proxy": "q:2"], "p:1", "q:2"),
      (["http_proxy": "p"], "p:80", nil),
      (["http_proxy": "p:"], "p:80", nil),
      (["http_proxy": "HTTP://p:1/path?x#y"], "p:1", nil),
      (["http_proxy": "http://[::1]:8080/"], "::1:8080", nil),
      (["http_proxy": "[::1]"], "::1:80", nil),
      (["http_proxy": "p:1", "no_proxy": "a.example"], nil, nil),
      (["http_proxy": "p:1", "NO_PROXY": "b.example, a.example"], nil, nil),
      (["http_proxy": "p:1", "no_proxy": "b.example", "NO_PROXY": "*"], "p:1", nil),
    ] as [([String: String], String?, String?)]
  )
  func environmentIsRead(
    _ environment: [String: String],
    _ httpProxy: String?,
    _ httpsProxy: String?
  ) throws {
    let settings = try ProxySettings.environment(environment)
    #expect(settings.proxy(for: http).map { "\($0.host):\($0.port)" } == httpProxy)
    #expect(settings.proxy(for: https).map { "\($0.host):\($0.port)" } == httpsProxy)
  }

  @Test(
    arguments: [
      ("http://user:secret@p", "Basic dXNlcjpzZWNyZXQ="),
      ("user:secret@p:1", "Basic dXNlcjpzZWNyZXQ="),
      ("http://user@p", "Basic dXNlcjo="),
      ("http://us%65r:p%40ss@p", "Basic dXNlcjpwQHNz"),
      ("http://u:p@ss@p", "Basic dTpwQHNz"),
      ("http://p", nil),
    ] as [(String, String?)]
  )
  func userInformationBecomesAuthorization(_ value: String, _ expected: String?) throws {
    let settings = try ProxySettings.environment(["http_proxy": value])
    #expect(settings.httpProxy?.host == "p")
    #expect(settings.httpProxy?.authorization == expected)
  }

  @Test(
    arguments: [
      ("socks5://p:1", ProxyFault.scheme(variable: "https_proxy", scheme: "socks5")),
      ("https://p:1", .scheme(variable: "https_proxy", scheme: "https")),
      ("http://", .unreadable(variable: "https_proxy")),
      ("http://p:x", .unreadable(variable: "https_proxy")),
      ("http://p:70000", .unreadable(variable: "https_proxy")),
      ("http://[::1", .unreadable(variable: "https_proxy")),
      ("http://p q", .unreadable(variable: "https_proxy")),
    ]
  )
  func unusableProxyIsNamed(_ value: String, _ fault: ProxyFault) {
    #expect(throws: fault) { try ProxySettings.environment(["https_proxy": value]) }
  }

  @Test(
    arguments: [
      ("*", "a.example", 80, true),
      ("a.example", "a.example", 80, true),
      ("A.Example", "a.EXAMPLE", 80, true),
      ("a.example", "b.a.example", 80, true),
      (".a.example", "b.a.example", 80, true),
      (".a.example", "a.example", 80, true),
      ("*.a.example", "b.a.example", 80, true),
      ("a.example", "ba.example", 80, false),
      ("a.example", "a.example.org", 80, false),
      ("example", "a.example", 80, true),
      ("a.example.", "a.example", 80, true),
      ("a.example", "a.example.", 80, true),
      ("a.example:8080", "a.example", 8080, true),
      ("a.example:8080", "a.example", 80, false),
      ("127.0.0.1", "127.0.0.1", 80, true),
      ("0.0.1", "127.0.0.1", 80, false),
      ("127.0.0.1:81", "127.0.0.1", 80, false),
      ("::1", "::1", 80, true),
      ("[::1]", "[::1]", 80, true),
      ("[::1]:81", "::1", 80, false),
      ("[::1]:80", "::1", 80, true),
      ("10.0.0.0/8", "10.1.2.3", 80, true),
      ("10.0.0.0/8", "11.1.2.3", 80, false),
      ("10.9.9.9/8", "10.1.2.3", 80, true),
      ("192.168.4.0/22", "192.168.7.255", 80, true),
      ("192.168.4.0/22", "192.168.8.0", 80, false),
      ("0.0.0.0/0", "192.168.8.0", 80, true),
      ("0.0.0.0/0", "::1", 80, false),
      ("10.0.0.0/8:81", "10.1.2.3", 80, false),
      ("10.0.0.0/8:80", "10.1.2.3", 80, true),
      ("10.0.0.0/8", "a.10.1.2.3", 80, false),
      ("10.0.0.0/8", "::ffff:10.1.2.3", 80, true),
      ("::ffff:10.0.0.0/104", "10.1.2.3", 80, true),
      ("fd00::/8", "fdff::1", 80, true),
      ("fd00::/8", "[fdff::1]", 80, true),
      ("[fd00::]/8", "fdff::1", 80, true),
      ("fd00::/8", "fe00::1", 80, false),
      ("2001:db8::/33", "2001:db8:7fff::1", 80, true),
      ("2001:db8::/33", "2001:db8:8000::1", 80, false),
      ("::1", "0:0:0:0:0:0:0:1", 80, true),
      ("FE80::1/128", "fe80::1", 80, true),
    ]
  )
  func exceptionsAreMatched(_ rule: String, _ host: String, _ port: Int, _ matches: Bool) throws {
    let rule = try #require(NoProxyRule(rule))
    #expect(rule.matches(Endpoint(scheme: .http, host: host, port: port)) == matches)
  }

  @Test(arguments: [
    "", ".", "[::1", "[::1]x", "a:b", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "fd00::/129",
    "a.example/8", "10.0.0/8", "10.0.0.0/8/8",
  ])
  func unreadableExceptionsAreDropped(_ rule: String) {
    #expect(NoProxyRule(rule) == nil)
  }
}
