import AccordModel
import Testing

@testable import AccordReporting

struct CurlCommandTests {
  private func makeRequest(
    _ method: String = "GET",
    _ target: String = "/pets",
    _ fields: [Field] = [Field("Accept", "*/*")],
    body: [UInt8] = []
  ) -> Exchange.Request {
    Exchange.Request(
      origin: "https://pets.example",
      method: method,
      target: target,
      fields: fields,
      body: body
    )
  }

  @Test
  func wholeRequest() {
    #expect(
      CurlCommand(Runs.request, in: Pets.suite).description == """
        curl -i -X PUT 'https://pets.example/pets/7/v2' -H 'Accept: application/json' \
        -H 'x-token: '"$PETS_TOKEN" -H 'Content-Type: application/json' \
        --data-binary '{"name":"Rex"}'
        """
    )
  }

  @Test
  func curlEncodesTheAccountOfBasicItself() {
    func command(_ value: String) -> String {
      let fields = [Field("Authorization", value), Field("Accept", "*/*")]
      let request = Exchange.Request(
        origin: "http://a.example",
        method: "GET",
        target: "/",
        fields: fields
      )
      return CurlCommand(request, expanding: ["SHOP_USER", "SHOP_PASSWORD"]).description
    }
    #expect(
      command("Basic $SHOP_USER:$SHOP_PASSWORD")
        == #"curl -i 'http://a.example/' -u "$SHOP_USER"':'"$SHOP_PASSWORD" -H 'Accept: */*'"#
    )
    for other in ["Basic $SHOP_USER", "Basic $SHOP_USER:$OTHER", "Basic a:$SHOP_PASSWORD"] {
      #expect(!command(other).contains(" -u "))
    }
  }

  @Test
  func aUnixSocketIsNamed() {
    var request = makeRequest("GET", "/pets", [Field("Host", "localhost"), Field("Accept", "*/*")])
    request.origin = "http+unix://%2Frun%2Fthe%20app.sock"
    #expect(
      CurlCommand(request, in: Pets.suite).description == """
        curl -i --unix-socket '/run/the app.sock' 'http://localhost/pets' -H 'Accept: */*'
        """
    )
    request.fields[0].value = "pets.example"
    #expect(CurlCommand(request, in: Pets.suite).description.contains("-H 'Host: pets.example'"))
  }

  @Test
  func curlSignsByAWSSignatureVersion4Itself() {
    func command(_ authorization: String) -> String {
      let fields = [
        Field("Accept", "*/*"), Field("X-Amz-Date", "20150830T123600Z"),
        Field("X-Amz-Content-Sha256", "e3b0"), Field("X-Amz-Security-Token", "$TOKEN"),
        Field("Authorization", authorization),
      ]
      let request = Exchange.Request(
        origin: "http://a.example",
        method: "GET",
        target: "/",
        fields: fields
      )
      return CurlCommand(request, expanding: ["ID", "SECRET", "TOKEN"]).description
    }
    let rest = "SignedHeaders=host;x-amz-date, Signature=5fa0"
    #expect(
      command("AWS4-HMAC-SHA256 Credential=$ID/20150830/us-east-1/s3/aws4_request, \(rest)")
        == #"curl -i 'http://a.example/' -H 'Accept: */*' -H 'X-Amz-Content-Sha256: e3b0' "#
        + #"-H 'X-Amz-Security-Token: '"$TOKEN" --aws-sigv4 'aws:amz:us-east-1:s3' "#
        + #"-u "$ID"':'"$SECRET""#
    )
    for other in [
      "$OTHER/20150830/us-east-1/s3/aws4_request", "$ID", "AKID/20150830/r/s3/aws4_request",
    ] {
      #expect(!command("AWS4-HMAC-SHA256 Credential=\(other), \(rest)").contains("--aws-sigv4"))
    }
  }

  @Test
  func curlEncodesATokenOfTheQueryItself() {
    func command(_ target: String) -> String {
      let request = Exchange.Request(
        origin: "http://a.example",
        method: "GET",
        target: target,
        fields: [Field("Accept", "*/*")]
      )
      return CurlCommand(request, expanding: ["KEY"]).description
    }
    #expect(
      command("/?api%20key=$KEY")
        == #"curl -i 'http://a.example/' --url-query 'api%20key='"$KEY" -H 'Accept: */*'"#
    )
    #expect(
      command("/a?b=1&key=$KEY&c")
        == #"curl -i 'http://a.example/a?b=1&c' --url-query 'key='"$KEY" -H 'Accept: */*'"#
    )
    for other in ["/?key=$KEYS", "/?key=a$KEY", "/$KEY?a=b", "/?$KEY"] {
      #expect(!command(other).contains("--url-query"))
    }
  }

  @Test
  func aTokenOfAnotherSuiteIsExpandedToo() {
    var other = Pets.suite
    other.id = "cats"
    other.credential?.source = .variable("CATS_TOKEN")
    let report = Report(
      suites: [other, Pets.suite].map { suite in
        Report.SuiteResult(
          suite: suite,
          subject: "",
          results: Runs.conforming.suites[0].results,
          notProvoked: []
        )
      },
      settings: Report.Settings(seed: 0)
    )
    // A token that is the same text in both may be named by the variable of either.
    for suite in RunRecord(report).suites {
      #expect(suite.cases[0].exchanges[0].curl.contains(#" -H 'x-token: '"$PETS_TOKEN" "#))
    }
    #expect(
      report.suites.map(\.suite).secretVariables
        == ["CATS_TOKEN", "PETS_TOKEN", "PETS_EMAIL", "PETS_PASSWORD"]
    )
  }

  @Test
  func whatCurlWouldAddOrChange() {
    let words = "curl -i"
    #expect(
      CurlCommand(makeRequest("GET", "/pets", [])).description
        == "\(words) 'https://pets.example/pets' -H 'Accept:'"
    )
    #expect(
      CurlCommand(makeRequest("HEAD")).description
        == "\(words) -I 'https://pets.example/pets' -H 'Accept: */*'"
    )
    #expect(
      CurlCommand(makeRequest("POST", body: [0x61])).description == """
        \(words) -X POST 'https://pets.example/pets' -H 'Accept: */*' -H 'Content-Type:' \
        --data-binary 'a'
        """
    )
    #expect(
      CurlCommand(makeRequest("GET", "/a/../b?x[1]={2}")).description == """
        \(words) -g --path-as-is 'https://pets.example/a/../b?x[1]={2}' -H 'Accept: */*'
        """
    )
    let other = [Field("Host", "other.example"), Field("Accept", ""), Field("X-A", "1")]
    #expect(
      CurlCommand(makeRequest("GET", "/", other + [Field("X-A", "2")])).description == """
        \(words) 'https://pets.example/' -H 'Host: other.example' -H 'Accept;' -H 'X-A: 1' \
        -H 'X-A: 2'
        """
    )
  }

  @Test
  func bodies() {
    let field = [Field("Accept", "*/*"), Field("Content-Type", "a/b")]
    let head = "curl -i -X POST 'https://pets.example/pets' -H 'Accept: */*' -H 'Content-Type: a/b'"
    func command(_ body: [UInt8]) -> String {
      CurlCommand(makeRequest("POST", "/pets", field, body: body)).description
    }
    #expect(command(Array("@file".utf8)) == "\(head) --data-raw '@file'")
    #expect(command(Array("it's\n".utf8)) == #"printf 'it'\''s\n' | \#(head) --data-binary @-"#)
    #expect(command(Array("-1\n".utf8)) == #"printf '\0551\n' | \#(head) --data-binary @-"#)
    #expect(
      command([0xFF, 0x00, 0x25]) == #"printf '\377\000%%' | \#(head) --data-binary @-"#
    )
    #expect(
      command([UInt8](repeating: 0x61, count: 8_193))
        == "\(head) --data-binary @BODY  # 8193 bytes, see report.json"
    )
  }

  @Test(.enabled(if: Shell.isThere, "There is no bash on this machine."))
  func bashGivesCurlTheRequest() throws {
    let text = String(Hostile.text.unicodeScalars.filter { $0 != "\0" })
    let request = makeRequest(
      "PUT",
      "/pets/\(text)",
      [Field("x-token", "a $PETS_TOKEN b"), Field("x-hostile", text)],
      body: Array(text.utf8)
    )
    let command = CurlCommand(request, in: Pets.suite).description
    for shell in Shell.paths {
      let (arguments, input) = try Shell.curlArguments(
        of: command,
        ["PETS_TOKEN": "it's \"$(id)\""],
        by: shell
      )
      #expect(
        arguments == [
          "-i", "-g", "-X", "PUT", "https://pets.example/pets/\(text)",
          "-H", "x-token: a it's \"$(id)\" b", "-H", "x-hostile: \(text)", "-H", "Accept:",
          "-H", "Content-Type:", "--data-binary", "@-",
        ]
      )
      #expect(input == Array(text.utf8))
    }
  }

  @Test(.enabled(if: Shell.isThere, "There is no bash on this machine."))
  func bashGivesCurlTheBytes() throws {
    let bytes = (0...255).map { UInt8($0) }
    let command = CurlCommand(makeRequest("POST", body: bytes)).description
    let (arguments, input) = try Shell.curlArguments(of: command)
    #expect(arguments.suffix(2) == ["--data-binary", "@-"])
    #expect(input == bytes)
  }
}
