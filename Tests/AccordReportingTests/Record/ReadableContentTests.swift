import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// Content in a coding is shown decoded, with a word of it.
@Suite struct ReadableContentTests {
  /// `{"number":7,"total":9.5}`, by Python's gzip.
  static let gzip = "H4sIAAAAAAACA6tWyivNTUotUrIy11EqyS9JzFGystQzrQUA5vD0URgAAAA="

  private func response(_ coding: String?, cut: Bool = false) throws -> RunRecord.Response {
    let decoded = StringFormat.bytes(ofBase64: Array(Self.gzip.utf8).span)
    let bytes = try #require(decoded)
    let fields = coding.map { [Field("Content-Encoding", $0)] } ?? []
    let content = RunRecord.Content(bytes, length: cut ? 100_000 : nil)
    return RunRecord.Response(status: 200, fields: fields, body: content)
  }

  @Test func codedContentIsReadable() throws {
    let (body, remark) = try response("gzip").readable
    #expect(String(decoding: body.bytes, as: UTF8.self) == #"{"number":7,"total":9.5}"#)
    #expect(remark == "44 bytes in gzip, decoded here:")
  }

  @Test(arguments: ["br", "deflate", nil])
  func otherContentIsShownAsItCame(_ coding: String?) throws {
    let response = try response(coding)
    #expect(response.readable.body == response.body)
    #expect(response.readable.remark == nil)
  }

  @Test func contentThatIsCutIsShownAsItCame() throws {
    let response = try response("gzip", cut: true)
    #expect(response.readable.body == response.body)
  }

  @Test func terminalShowsIt() throws {
    let exchange = RunRecord.Exchange(
      request: RunRecord.Request(method: "GET", url: "http://shop.example/7"),
      curl: "",
      response: try response("gzip")
    )
    let text = TerminalFormat().exchange(exchange, number: 1, upTo: nil)
    #expect(text.contains("< … 44 bytes in gzip, decoded here:\n"))
    #expect(text.contains(#"< {"number":7,"total":9.5}"#) || text.contains("\"number\": 7"))
  }
}
