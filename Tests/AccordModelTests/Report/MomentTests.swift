import AccordModel
import Testing

struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (86_399, "1970-01-01T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (1_772_323_199, "2026-02-28T23:59:59Z"),
    (1_772_323_200, "2026-03-01T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func isWrittenAndReadBack(_ seconds: Int64, _ text: String) throws {
    let moment = try #require(Moment(secondsSinceEpoch: seconds))
    #expect(moment.description == text)
    #expect(Moment(parsing: text) == moment)
  }

  @Test
  func everyDayOfFourHundredYearsComesAfterTheOneBefore() throws {
    var last = ""
    for day in 0..<146_097 {
      let moment = try #require(Moment(secondsSinceEpoch: Int64(day) * 86_400))
      #expect(moment.description > last)
      #expect(Moment(parsing: moment.description) == moment)
      last = moment.description
    }
    #expect(last == "2369-12-31T00:00:00Z")
  }

  @Test(arguments: [-1, 253_402_300_800, .min, .max])
  func whatHasNoFourDigitsOfAYearIsNone(_ seconds: Int64) {
    #expect(Moment(secondsSinceEpoch: seconds) == nil)
  }

  @Test(arguments: [
    "", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
    "2026-01-01T24:00:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00", "2026-01-01 00:00:00Z",
    "1969-12-31T23:59:59Z", "٢٠٢٦-01-01T00:00:00Z",
  ])
  func otherTextsAreRefused(_ text: String) { #expect(Moment(parsing: text) == nil) }
}
