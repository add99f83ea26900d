import Testing

@testable import AccordWire

@Suite struct HTTP2WordingTests {
  static let failures: [(HTTP2Failure, String)] = [
    (
      .notBuiltIn,
      "HTTP/2 is not built in. Build with the package trait HTTP2, which is off by default."
    ),
    (
      .notChosen,
      "The server did not choose HTTP/2 (h2) in the TLS handshake. Leave HTTP/2 to the server's choice "
        + "if HTTP/1.1 is right for it."
    ),
    (
      .forwardProxy,
      "HTTP/2 without TLS cannot go through a proxy that forwards. Except the server from the proxy."
    ),
    (
      .notHTTP2(found: Array("HTTP/1.1 400\r\n".utf8)),
      "The server does not speak HTTP/2: expected a SETTINGS frame, found \"HTTP/1.1 400\\r\\n\"."
    ),
    (
      .closedBeforeSettings,
      "The server closed the connection before its SETTINGS frame. Check that it speaks HTTP/2 here."
    ),
    (.settingsMissing(nanoseconds: 2_000_000_000), "No SETTINGS frame within 2 s of connecting."),
    (
      .noStreamAllowed(limit: 0, nanoseconds: 1_000_000_000),
      "No stream could be opened within 1 s: the server allows 0 at once "
        + "(SETTINGS_MAX_CONCURRENT_STREAMS)."
    ),
    (
      .windowClosed(.stream, sent: 0, of: 5, nanoseconds: 1_000_000_000),
      "The flow-control window of the stream did not open within 1 s: 0 of 5 bytes of content were "
        + "sent."
    ),
    (
      .windowClosed(.connection, sent: 49_152, of: 100_000, nanoseconds: 1_000_000_000),
      "The flow-control window of the connection did not open within 1 s: 49152 of 100000 bytes of "
        + "content were sent."
    ),
    (
      .goneAway(code: 0, lastStream: 1, stream: 3, text: []),
      "The server ended the connection with GOAWAY, NO_ERROR (0x0), last stream 1, so that it did not "
        + "process our stream 3."
    ),
    (
      .goneAway(code: 11, lastStream: 3, stream: 3, text: Array("calm".utf8)),
      "The server ended the connection with GOAWAY, ENHANCE_YOUR_CALM (0xb), last stream 3, and closed "
        + "it before the response on our stream 3 was complete: \"calm\"."
    ),
    (
      .streamReset(code: 2, phase: .head),
      "The server reset the stream with RST_STREAM, INTERNAL_ERROR (0x2), before the response head."
    ),
    (
      .streamReset(code: 99, phase: .body),
      "The server reset the stream with RST_STREAM, code 0x63, within the response body."
    ),
    (
      .streamRefused,
      "The server refused the stream with RST_STREAM, REFUSED_STREAM (0x7): it did not process the "
        + "request."
    ),
    (.statusMissing, "The response has no :status field."),
    (
      .statusInvalid(value: Array("20".utf8)),
      "The response has no status: expected three digits in :status, found \"20\"."
    ),
    (
      .endedWithoutResponse,
      "The stream ended with an interim response: no final response came."
    ),
    (
      .closedInContent(received: 1),
      "The server closed the connection within the body, after 1 byte of content: its stream was not "
        + "ended."
    ),
    (
      .stream(reason: "why"),
      "The server broke HTTP/2 on the stream of the exchange: why."
    ),
    (.connection(reason: "why"), "The server broke HTTP/2 on the connection: why."),
  ]

  @Test(arguments: failures)
  func saysWhatWasExpectedAndFound(_ failure: HTTP2Failure, _ text: String) {
    #expect(failure.description == text)
    #expect(WireFailure.http2(failure).description == text)
  }
}
