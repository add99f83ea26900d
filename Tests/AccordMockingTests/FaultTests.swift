import Testing

@testable import AccordMocking

@Suite struct FaultTests {
  static let texts: [(text: String, fault: Fault)] = [
    ("delay=200ms", .delay(milliseconds: 200)),
    ("delay=2s", .delay(milliseconds: 2_000)),
    (" Delay = 5MS ", .delay(milliseconds: 5)),
    ("slow-body=50ms", .slowBody(milliseconds: 50)),
    ("reset-before-head", .resetBeforeHead),
    ("reset-in-body", .resetInBody),
    ("truncated-body", .truncatedBody),
    ("malformed-head", .malformedHead),
    ("malformed-json", .malformedJSON),
    ("malformed-xml", .malformedXML),
    ("wrong-status=503", .wrongStatus(503)),
    ("wrong-content-type=text/html; charset=utf-8", .wrongContentType("text/html; charset=utf-8")),
    ("dropped-header=Content-Type", .droppedHeader("Content-Type")),
    ("never-answer", .neverAnswer),
    ("garbage", .garbage),
  ]

  @Test(arguments: texts) func parses(text: String, fault: Fault) throws {
    #expect(try Fault(parsing: text) == fault)
    #expect(try Fault(parsing: fault.description) == fault)
  }

  @Test func everyNameIsTested() {
    let tested = Set(Self.texts.map { $0.fault.description.prefix { $0 != "=" } })
    #expect(Fault.names.filter { !tested.contains($0[...]) } == [])
  }

  static let wrong: [(text: String, message: String)] = [
    (
      "explode",
      """
      There is no fault "explode"; the faults are delay, slow-body, reset-before-head, \
      reset-in-body, truncated-body, malformed-head, malformed-json, malformed-xml, wrong-status, \
      wrong-content-type, dropped-header, never-answer, garbage.
      """
    ),
    ("delay", "The fault delay needs a duration up to 600s, in ms or s, such as delay=200ms."),
    ("delay=", "The fault delay needs a duration up to 600s, in ms or s, such as delay=200ms."),
    (
      "delay=soon",
      """
      The fault delay needs a duration up to 600s, in ms or s, such as delay=200ms, and "soon" was \
      given.
      """
    ),
    (
      "slow-body=601s",
      """
      The fault slow-body needs a duration up to 600s, in ms or s, such as slow-body=200ms, and \
      "601s" was given.
      """
    ),
    (
      "delay=-1ms",
      """
      The fault delay needs a duration up to 600s, in ms or s, such as delay=200ms, and "-1ms" was \
      given.
      """
    ),
    (
      "wrong-status=99",
      """
      The fault wrong-status needs a status from 200 to 599, such as wrong-status=503, and "99" \
      was given.
      """
    ),
    (
      "wrong-content-type=html",
      """
      The fault wrong-content-type needs a media type, such as wrong-content-type=text/html, and \
      "html" was given.
      """
    ),
    (
      "dropped-header=Content Type",
      """
      The fault dropped-header needs the name of a header field, such as \
      dropped-header=Content-Type, and "Content Type" was given.
      """
    ),
    ("garbage=much", #"The fault garbage takes no value, and "much" was given."#),
  ]

  @Test(arguments: wrong) func refuses(text: String, message: String) {
    let error = #expect(throws: FaultError.self) { try Fault(parsing: text) }
    #expect(error?.description == message)
  }

  @Test func listsAreSeparatedByCommas() throws {
    #expect(
      try Fault.list(parsing: "delay=1ms, wrong-status=418") == [
        .delay(milliseconds: 1), .wrongStatus(418),
      ]
    )
    #expect(try Fault.list(parsing: "") == [])
  }
}
