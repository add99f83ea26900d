import Testing

@testable import Accord

@Suite struct SourceDateTests {
  @Test func isReadWhereItIsSet() throws {
    #expect(try Moment.sourceDate(in: [:]) == nil)
    #expect(try Moment.sourceDate(in: ["SOURCE_DATE_EPOCH": ""]) == nil)
    let moment = try Moment.sourceDate(in: ["SOURCE_DATE_EPOCH": "86400"])
    #expect(moment?.description == "1970-01-02T00:00:00Z")
  }

  @Test(arguments: ["x", "-1", "1.5", " 1", "253402300800", "99999999999999999999"])
  func whatNamesNoMomentIsRefused(_ text: String) {
    let error = #expect(throws: Moment.InvalidSourceDate.self) {
      _ = try Moment.sourceDate(in: ["SOURCE_DATE_EPOCH": text])
    }
    #expect(
      error?.description == """
        SOURCE_DATE_EPOCH expects the seconds since 1970 as a whole number from 0 to 253402300799, \
        found "\(text)". Correct it, or unset it.
        """
    )
  }
}
