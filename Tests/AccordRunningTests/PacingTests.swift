import AccordModel
import Testing

@testable import AccordRunning

@Suite struct PacingTests {
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000),
    ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200),
  ])
  func readsDates(text: String, seconds: Int64) {
    #expect(RetryAfter.date(text) == seconds)
  }

  @Test(arguments: ["", "06 Nov 1994", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 6 Nov 94 1:2 GMT"])
  func refusesOtherDates(text: String) {
    #expect(RetryAfter.date(text) == nil)
  }

  @Test(arguments: [
    (429, "3", 3 as Int64?), (503, "0", 0), (200, "3", nil), (429, "-1", nil), (503, "soon", nil),
    (503, "Thu, 01 Jan 1970 00:01:40 GMT", 90), (503, "Thu, 01 Jan 1970 00:00:00 GMT", 0),
  ])
  func readsRetryAfter(status: Int, value: String, seconds: Int64?) {
    let response = Exchange.Response(status: status, fields: [Field("retry-after", value)])
    #expect(RetryAfter.seconds(in: response, now: 10) == seconds)
  }

  @Test func holdsARate() async {
    let pace = Pace(rate: 100)
    let start = ContinuousClock.now
    for _ in 0..<6 { await pace.turn() }
    // Six turns are five intervals apart; only the lower bound is certain on a busy machine.
    #expect(ContinuousClock.now - start >= .milliseconds(45))
  }

  @Test func waitsWhenAServerAsks() async {
    let pace = Pace(rate: nil)
    await pace.pause(for: .milliseconds(60))
    let start = ContinuousClock.now
    await pace.turn()
    #expect(ContinuousClock.now - start >= .milliseconds(50))
    #expect(await pace.postponements == 1)
  }

  @Test func endsWaitingWhenCancelled() async {
    let pace = Pace(rate: nil)
    await pace.pause(for: .seconds(600))
    let task = Task { await pace.turn() }
    task.cancel()
    await task.value
  }
}
