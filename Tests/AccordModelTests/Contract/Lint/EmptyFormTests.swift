import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// What may be said of empty forms.
@Suite struct EmptyFormTests {
  private static let litres = Schema.object([.required("litres", .integer(in: 1...5))])

  @Test(
    "No problem is an empty form that is refused in one way, or that is no body without one member",
    arguments: [
      .body(
        litres,
        in: ["form"],
        malformed: .status(.badRequest),
        incomplete: .status(.badRequest)
      ),
      .body(
        litres,
        in: ["form"],
        malformed: .statuses(.clientError),
        incomplete: .status(.unprocessableContent)
      ),
      .body(litres, in: ["form"], incomplete: .status(.unprocessableContent)),
      .body(litres, in: ["form"], malformed: .status(.badRequest)),
      .body(litres, malformed: .status(.badRequest), incomplete: .status(.unprocessableContent)),
      .body(
        litres,
        in: ["form"],
        required: false,
        malformed: .status(.badRequest),
        incomplete: .status(.unprocessableContent)
      ),
      .body(
        .object([.required("litres", .integer(in: 1...5)), .required("slowly", .boolean)]),
        in: ["form"],
        malformed: .status(.badRequest),
        incomplete: .status(.unprocessableContent)
      ),
    ] as [Contract.RequestBody]
  )
  func noProblem(_ body: Contract.RequestBody) {
    let suite = SoundSuite.suite {
      $0.formats.append(.form)
      $0.contracts[0].body = body
    }
    let problems = ContractLint().problems(in: suite).filter { $0.check == "empty-forms" }
    #expect(problems.map(\.description) == [])
  }
}
