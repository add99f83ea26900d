import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordJudging

/// The value of an answer is read once for each way to look at it.
@Suite struct AnswerValueTests {
  private static let suite = SuiteIndex(BookShop.suite)

  private func observation() -> Observation {
    let schema = Schema.object([
      .required("id", .integer), .required("shelf", .integer).absentFromXML,
    ])
    return Observation(
      suite: Self.suite,
      contract: ContractIndex(BookShop.get, of: BookShop.suite),
      origin: .example,
      step: Case.Step(
        "",
        RequestTemplate(.get, []),
        expecting: AccordModel.Case.Expectation(.success(.status(.ok, .payload(schema)))),
        of: ""
      ),
      index: 0,
      request: Exchange.Request(origin: "", method: "GET", target: "/", fields: []),
      response: .json(#"{"id":7,"shelf":3}"#)
    )
  }

  @Test(arguments: [[false, true], [true, false], [true, true, false, false]])
  func whatIsDroppedDoesNotDependOnWhoAskedBefore(asked: [Bool]) throws {
    let observation = observation()
    for drops in asked {
      let value = try #require(observation.answerValue(droppingAbsentFromXML: drops))
      #expect(value["/id"]?.number == 7)
      #expect((value["/shelf"] == nil) == drops)
    }
  }
}
