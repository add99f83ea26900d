import AccordMocking
import AccordModel
import Testing

/// No identifier and no name changes how a suite is served.
@Suite struct SuiteNameTests {
  static let requests =
    AnySuiteTests.wrong.map(\.request) + AnySuiteTests.right + AnySuiteTests.hostile + [
      MockRequest("GET", "/v2/pets/1?fields=all", fields: AnySuiteTests.fields),
      MockRequest("GET", "/V2/PETS/1?fields=all", fields: AnySuiteTests.fields),
      MockRequest("POST", "/rest/user/login"), MockRequest("DELETE", "/pets"),
    ]

  @Test(arguments: ["platform", "interact", "shipped"])
  func aSuiteIsServedAsItsContractsSay(_ id: String) async {
    var suite = PetStore.suite
    suite.id = id
    let (mock, expected) = (Mock([suite]), Mock([PetStore.suite]))
    for request in Self.requests {
      #expect(await mock.answer(request) == expected.answer(request), "\(request.target)")
    }
    #expect(mock.givens().map(\.1) == expected.givens().map(\.1))
    #expect(mock.givens().map(\.0).allSatisfy { $0.hasPrefix("\(id).") })
  }
}
