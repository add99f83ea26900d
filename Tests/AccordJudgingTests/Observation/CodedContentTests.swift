import AccordModel
import AccordSchema
import Testing

@testable import AccordJudging

/// Answers in content codings, whose bytes are what Python's gzip and zlib made.
@Suite struct CodedContentTests {
  static let gzip = "H4sIAAAAAAACA6tWykxRsjLXUSrJLMlJVbJScs3NTVSqBQCPc0FBFwAAAA=="
  static let zlib = "eJyrVspMUbIy11EqySzJSVWyUnLNzU1UqgUAUnYHCw=="
  static let wrong = "H4sIAAAAAAACA6tWykxRsjLX4VIqySzJSVWysqwFAPe4y28TAAAA"

  private func response(_ coding: String, _ base64: String) throws -> Exchange.Response {
    var response = Exchange.Response.json("", fields: [Field("Content-Encoding", coding)])
    let bytes = StringFormat.bytes(ofBase64: Array(base64.utf8).span)
    response.body = try #require(bytes)
    return response
  }

  @Test(arguments: [("gzip", gzip), ("x-gzip", gzip), ("GZip", gzip), ("deflate", zlib)])
  func codedContentIsJudged(_ coding: String, _ base64: String) throws {
    let judgement = Judge().judge(.answer("coded", try response(coding, base64)))
    #expect(judgement.verdict == .conforms)
    #expect(judgement.violations == [])
  }

  @Test func placesAreThoseOfTheDecodedText() throws {
    let judgement = Judge().judge(.answer("coded", try response("gzip", Self.wrong)))
    let violation = try #require(judgement.violations.first)
    #expect(violation.rule == "body-matches-schema")
    #expect(violation.place.description == "response body /title")
    #expect(violation.position.map { [$0.line, $0.column] } == [2, 9])
  }

  @Test(arguments: [
    (
      "deflate", gzip, "content in the coding deflate, as Content-Encoding says",
      "bytes that do not begin as that coding does"
    ),
    (
      "gzip", String(gzip.dropLast(8)), "content in the coding gzip, as Content-Encoding says",
      "bytes that end too soon"
    ),
    (
      "br", gzip, "no content coding but gzip or deflate, because the request asks for none",
      "Content-Encoding: br"
    ),
    ("gzip, gzip, gzip, gzip", gzip, "at most 3 content codings", "4"),
  ])
  func brokenCodingIsTold(
    _ coding: String,
    _ base64: String,
    _ expected: String,
    _ actual: String
  ) throws {
    let judgement = Judge().judge(.answer("coded", try response(coding, base64)))
    let violation = try #require(judgement.violations.first)
    #expect(judgement.violations.count == 1)
    #expect(violation.rule == "body-is-well-formed")
    #expect(violation.expected == expected)
    #expect(violation.actual == actual)
  }

  /// What a request asks for is right, and cannot be judged.
  @Test func codingThatWasAskedForIsNoViolation() throws {
    var example = RuleExample.answer("coded", try response("br", Self.gzip))
    example.exchanges[0].request.fields.append(Field("Accept-Encoding", "gzip, br;q=0.5"))
    let judgement = Judge().judge(example)
    #expect(judgement.violations == [])
    #expect(
      judgement.verdict
        == .failed(
          reason:
            "body-is-well-formed: The response body cannot be read, which is not the answer's "
            + "fault: expected no content coding but gzip or deflate, found Content-Encoding: br."
        )
    )
  }

  @Test func contentThatGrowsWithoutBoundIsTold() throws {
    var response = Exchange.Response.json("", fields: [Field("Content-Encoding", "gzip")])
    response.body = Self.zeros
    let violation = try #require(Judge().judge(.answer("coded", response)).violations.first)
    #expect(violation.expected == "at most 67108864 bytes once the coding gzip is taken off")
    #expect(violation.actual == "more")
  }

  /// A gzip file of more than 64 megabytes: a zero, and repetitions of it, 258 bytes in 13 bits each.
  static let zeros: [UInt8] = {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var (pending, count) = (UInt32(0), UInt32(0))
    func write(_ code: UInt32, _ length: UInt32) {
      pending |= code << count
      count += length
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        count -= 8
      }
    }
    write(0b011, 3)
    write(0b0000_1100, 8)
    for _ in 0..<262_000 { write(0b00000_10100011, 13) }
    write(0, 7)
    write(0, 7)
    return bytes + [UInt8](repeating: 0, count: 8)
  }()
}
