import Accord
import AccordModel
import AccordReporting
import AccordRunning
import AccordSchema
import Testing

@testable import AccordTraffic

/// HAR files, and what is read of them.
struct HARArchiveTests {
  /// A file with one entry.
  static func file(request: String = "", response: String = "", entry: String = "") -> String {
    """
    {"log": {"version": "1.2", "creator": {"name": "Test", "version": "1"}, "entries": [
      {\(entry)"request": {"method": "GET", "url": "http://a.example/x", \(request)"headersSize": -1},
       "response": {"status": 200, \(response)"headersSize": -1}}
    ]}}
    """
  }

  static func exchange(_ text: String) throws -> SeenExchange {
    let archive = try HARArchive(reading: Array(text.utf8), named: "a.har")
    guard case .exchange(let seen)? = archive.entries.first else {
      Issue.record("\(archive.entries)")
      return Seen.exchange("GET", "/", 200)
    }
    return seen
  }

  static func answer(_ text: String) throws -> (response: Exchange.Response, content: SeenContent) {
    guard case .response(let response, let content) = try exchange(text).answer else {
      Issue.record("no answer")
      return (Exchange.Response(status: 0), .whole([]))
    }
    return (response, content)
  }

  // MARK: Requests

  @Test func pseudoHeaderFieldsAreNoFields() throws {
    let seen = try Self.exchange(
      Self.file(
        request: """
          "headers": [{"name": ":method", "value": "GET"}, {"name": ":authority", "value": "b.example"},
          {"name": "accept", "value": "*/*"}, {"name": "x", "value": "1\\n2"}],
          """
      )
    )
    #expect(
      seen.fields == [
        Field("Host", "b.example"), Field("accept", "*/*"), Field("x", "1"), Field("x", "2"),
      ]
    )
  }

  static let requestContents: [(request: String, content: SeenContent)] = [
    ("", .whole([])),
    (#""bodySize": 0,"#, .whole([])),
    (#""bodySize": -1,"#, .whole([])),
    (#""bodySize": 5,"#, .absent(reason: "The content of the request was not recorded.")),
    (
      #""headers": [{"name": "content-length", "value": "5"}],"#,
      .absent(reason: "The content of the request was not recorded.")
    ),
    (
      #""bodySize": 2, "postData": {"mimeType": "text/plain", "text": "é"},"#, .whole([0xC3, 0xA9])
    ),
    (
      #""bodySize": 9, "postData": {"mimeType": "text/plain", "text": "é"},"#,
      .absent(reason: "Of the content of the request 2 of 9 bytes were recorded.")
    ),
    (
      #""postData": {"mimeType": "text/plain; charset=ISO-8859-1", "text": "é"},"#, .whole([0xE9])
    ),
    (
      #""postData": {"mimeType": "text/plain; charset=koi8-r", "text": "é"},"#,
      .absent(reason: "The content is text in a charset that is not written again.")
    ),
    (#""postData": {"text": "AAH/", "_encoding": "base64"},"#, .whole([0, 1, 255])),
    (
      #""postData": {"mimeType": "application/x-www-form-urlencoded", "text": "", "params": "#
        + #"[{"name": "a", "value": "b%20c"}, {"name": "d"}]},"#,
      .whole(Array("a=b%20c&d=".utf8))
    ),
    (
      #""postData": {"mimeType": "multipart/form-data; boundary=x", "params": [{"name": "a"}]},"#,
      .absent(reason: "The files of the request's form were not recorded as they were sent.")
    ),
  ]

  @Test(arguments: requestContents)
  func contentOfRequestsIsRead(_ request: String, _ content: SeenContent) throws {
    #expect(try Self.exchange(Self.file(request: request)).content == content)
  }

  // MARK: Answers

  static let answerContents: [(response: String, content: SeenContent)] = [
    ("", .absent(reason: "The content of the answer was not recorded.")),
    (#""bodySize": 0,"#, .whole([])),
    (#""content": {"size": 0, "mimeType": "x-unknown"},"#, .whole([])),
    (
      #""content": {"size": 0}, "headers": [{"name": "Content-Length", "value": "7"}],"#,
      .absent(reason: "The content of the answer was not recorded.")
    ),
    (#""content": {"size": 5},"#, .absent(reason: "The content of the answer was not recorded.")),
    (#""content": {},"#, .absent(reason: "The content of the answer was not recorded.")),
    (#""content": {"text": "abc"},"#, .whole(Array("abc".utf8))),
    (#""content": {"size": -1, "text": "abc"},"#, .whole(Array("abc".utf8))),
    (#""content": {"size": 6, "text": "abc"},"#, .whole(Array("abc".utf8))),
    (
      #""content": {"size": 7, "text": "abc"},"#,
      .absent(reason: "Of the answer's content 3 of 7 bytes were recorded.")
    ),
    (#""content": {"size": 3, "text": "AAH/", "encoding": "base64"},"#, .whole([0, 1, 255])),
    (#""content": {"text": "AAH/\nAA==", "encoding": "base64"},"#, .whole([0, 1, 255, 0])),
    (
      #""content": {"text": "x", "encoding": "quoted-printable"},"#,
      .absent(reason: "The content is encoded in a way that HAR 1.2 does not have.")
    ),
  ]

  @Test(arguments: answerContents)
  func contentOfAnswersIsRead(_ response: String, _ content: SeenContent) throws {
    #expect(try Self.answer(Self.file(response: response)).content == content)
  }

  @Test func codingsAreTakenOffAsTheContentIs() throws {
    let (response, _) = try Self.answer(
      Self.file(
        response: """
          "httpVersion": "h2", "statusText": "", "content": {"text": "x"}, "headers": [
          {"name": "content-encoding", "value": "br"}, {"name": "content-type", "value": "text/plain"}],
          """
      )
    )
    #expect(response.fields == [Field("content-type", "text/plain")])
    #expect(response.version == "HTTP/2")
  }

  static let unanswered: [(file: String, reason: String)] = [
    (
      file(response: #""_error": "net::ERR_ABORTED", "#)
        .replacing(#""status": 200"#, with: #""status": 0"#),
      "No answer was recorded: net::ERR_ABORTED."
    ),
    (
      file().replacing(#""status": 200"#, with: #""status": 0, "_error": null"#),
      "No answer was recorded."
    ),
    (
      file(entry: #""_fromCache": "disk", "#),
      "It was answered from the disk cache, and not by the server."
    ),
    (
      file().replacing(#""status": 200"#, with: #""status": 101"#),
      "The connection changed to another protocol."
    ),
  ]

  @Test(arguments: unanswered)
  func whyThereIsNoAnswerIsTold(_ file: String, _ reason: String) throws {
    guard case .none(let found) = try Self.exchange(file).answer else {
      Issue.record("an answer")
      return
    }
    #expect(found == reason)
  }

  // MARK: Other entries

  static let others: [(url: String, name: String, reason: String)] = [
    (
      "wss://a.example/socket", "GET wss://a.example/socket",
      "It is a WebSocket, of which no contract speaks."
    ),
    (
      "data:text/plain,hello", "GET data:text/plain,hello", "data: is no address of HTTP."
    ),
    (
      "chrome-extension://abc/x.js?y", "GET chrome-extension://abc/x.js",
      "chrome-extension: is no address of HTTP."
    ),
  ]

  @Test(arguments: others)
  func whatIsNotOfHTTPIsListed(_ url: String, _ name: String, _ reason: String) throws {
    let text = Self.file().replacing("http://a.example/x", with: url)
    let archive = try HARArchive(reading: Array(text.utf8), named: "a.har")
    guard case .other(let other)? = archive.entries.first else {
      Issue.record("\(archive.entries)")
      return
    }
    #expect(other.name == name)
    #expect(other.reason == reason)
    #expect(other.place == "a.har, line 2, column 3")
  }

  // MARK: Problems

  static let problems: [(file: String, problem: String)] = [
    (
      file(request: #""headers": {}, "#),
      "a.har, line 2, column 73, /log/entries/0/request/headers: Expected a list of header fields, found "
        + "object."
    ),
    (
      file().replacing(#""url": "http://a.example/x", "#, with: ""),
      "a.har, line 2, column 15, /log/entries/0/request: The member url is missing, which HAR 1.2 requires."
    ),
    (
      file().replacing("http://a.example/x", with: "/x"),
      "a.har, line 2, column 40, /log/entries/0/request/url: Expected an absolute http or https address, "
        + "found \"/x\"."
    ),
    (
      file().replacing(#""status": 200"#, with: #""status": "ok""#),
      "a.har, line 3, column 27, /log/entries/0/response/status: Expected a whole number, found string."
    ),
    (
      file().replacing(#""status": 200"#, with: #""status": 7"#),
      "a.har, line 3, column 27, /log/entries/0/response/status: Expected a status from 100 to 999, or 0, "
        + "found 7."
    ),
    (
      file(response: #""content": {"text": "A", "encoding": "base64"},"#),
      "a.har, line 3, column 52, /log/entries/0/response/content/text: Expected Base64 (RFC 4648 section "
        + "4), as encoding says, found something else."
    ),
    (
      #"{"log": {"entries": [7]}}"#,
      "a.har, line 1, column 22, /log/entries/0: Expected an object, found number."
    ),
  ]

  @Test(arguments: problems)
  func problemsOfAnEntryAreThatEntry(_ file: String, _ problem: String) throws {
    let archive = try HARArchive(reading: Array(file.utf8), named: "a.har")
    guard case .unreadable(let found)? = archive.entries.first else {
      Issue.record("\(archive.entries)")
      return
    }
    #expect(found.description == problem)
  }

  static let flaws: [(file: String, problem: String)] = [
    ("{}", "a.har, line 1, column 1: The member log is missing, which HAR 1.2 requires."),
    ("[]", "a.har, line 1, column 1: Expected an object, found array."),
    (
      #"{"log": {}}"#,
      "a.har, line 1, column 9, /log: The member entries is missing, which HAR 1.2 requires."
    ),
    (
      #"{"log": {"entries": {}}}"#,
      "a.har, line 1, column 21, /log/entries: Expected a list of entries, found object."
    ),
  ]

  @Test(arguments: flaws)
  func whatIsNoHARFileIsNoArchive(_ file: String, _ problem: String) {
    let found = #expect(throws: HARProblem.self) {
      try HARArchive(reading: Array(file.utf8), named: "a.har")
    }
    #expect(found?.description == problem)
  }

  @Test func whatIsNoJSONIsNoArchive() {
    let found = #expect(throws: HARProblem.self) {
      try HARArchive(reading: Array("<har/>".utf8), named: "a.har")
    }
    #expect(found?.description.hasPrefix("a.har: It is not JSON: ") == true)
    #expect(
      found?.description.hasSuffix("Give a file that a browser or a proxy saved as HAR.") == true
    )
  }

  @Test func entriesThatCannotBeReadAreListed() throws {
    let text = #"{"log": {"entries": [7, 8]}}"#
    let archive = try HARArchive(reading: Array(text.utf8), named: "a.har")
    let report = TrafficRun([TrafficTarget(Books.suite)], subject: "a.har").report(on: archive)
    #expect(
      report.unjudged.map(\.description) == [
        "Not judged: an entry that cannot be read (a.har, line 1, column 22). a.har, line 1, column 22, "
          + "/log/entries/0: Expected an object, found number.",
        "Not judged: an entry that cannot be read (a.har, line 1, column 25). a.har, line 1, column 25, "
          + "/log/entries/1: Expected an object, found number.",
      ]
    )
    #expect(report.record.exitStatus == 3)
  }

  /// Nothing that somebody put into a file ends the process.
  @Test func noBytesAreTooStrange() throws {
    let base = Array(
      Self.file(
        request: #""headers": [{"name": "a", "value": "b"}], "postData": {"text": "x"}, "#,
        response: #""content": {"size": 3, "text": "AAH/", "encoding": "base64"}, "#
      ).utf8
    )
    var seed: UInt64 = 7
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    var read = 0
    for _ in 0..<3_000 {
      var bytes = base
      for _ in 0...next(3) {
        switch next(3) {
        case 0: bytes[next(bytes.count)] = UInt8(next(256))
        case 1: bytes.remove(at: next(bytes.count))
        default:
          bytes.insert(
            contentsOf: Array("-1e999{[\"\u{0}".utf8).suffix(next(9) + 1),
            at: next(bytes.count)
          )
        }
      }
      guard let archive = try? HARArchive(reading: bytes, named: "a.har") else { continue }
      _ = TrafficRun([TrafficTarget(Books.suite)], subject: "a.har").report(on: archive)
      read += 1
    }
    #expect(read > 100)
  }
}
