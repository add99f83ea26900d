@testable import AccordJudging
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// The answer of a missing or wrong credential is told from others.
@Suite struct CredentialAnswerTests {
  /// A shop whose error for a missing token is also one for other wrong requests.
  static let sharing = ContractSuite(
    "sharing",
    name: "Sharing",
    "Shares its errors.",
    errors: BookShop.catalogue,
    contracts: [
      Contract(
        "books.get",
        "Shows a book.",
        document: "books.txt",
        routes: [.get("/books/{id}")],
        headers: [
          .required("X-Token", isCredential: true, missing: .error("InvalidParameter"))
        ],
        parameters: [.path("id", .integer, invalid: .error("InvalidParameter"))],
        responses: [.status(.ok, .unspecified)],
        examples: [.example("a-book")]
      )
    ]
  )

  static let open = ContractSuite(
    "open",
    name: "Open",
    "Asks nobody who they are.",
    contracts: []
  )

  private func words(
    _ response: Exchange.Response,
    in suite: ContractSuite = BookShop.suite
  ) -> String? {
    CredentialAnswer(of: suite)?.words(response, in: SuiteIndex(suite))
  }

  @Test func namesTheAnswerOfAMissingToken() {
    #expect(
      words(.json(#"{"errorCode":1006,"errorMsg":"No."}"#, status: 401))
        == "401, the error MissingToken (1006)"
    )
    #expect(words(.empty(401)) == "401")
    #expect(words(.answer(401, "text/html", "<p>Log in")) == "401")
    // By its name, whatever the status.
    #expect(
      words(.json(#"{"errorCode":1006,"errorMsg":"No."}"#))
        == "200, the error MissingToken (1006)"
    )
    // 401 asks for a credential, also with an error that nobody knows.
    #expect(
      words(.json(#"{"errorCode":4711,"errorMsg":"No."}"#, status: 401))
        == "401, an error with the code 4711, which the catalogue does not list"
    )
  }

  @Test(arguments: [200, 302, 400, 403, 404, 500, 503]) func leavesOtherAnswers(status: Int) {
    #expect(words(.empty(status)) == nil)
    #expect(words(.json(#"{"errorCode":1044,"errorMsg":"No."}"#, status: status)) == nil)
  }

  @Test func leavesAnotherErrorOfTheCatalogue() {
    #expect(words(.json(#"{"errorCode":1002,"errorMsg":"No."}"#, status: 401)) == nil)
  }

  @Test func anErrorThatOtherRequestsGetTooNeedsTheStatus() {
    let body = #"{"errorCode":1002,"errorMsg":"No."}"#
    #expect(words(.json(body, status: 400), in: Self.sharing) == nil)
    #expect(
      words(.json(body, status: 401), in: Self.sharing) == "401, the error InvalidParameter (1002)"
    )
  }

  @Test func aSuiteThatAsksForNoCredentialHasNoSuchAnswer() {
    #expect(words(.empty(401), in: Self.open) == nil)
  }

  @Test func aRefusalThatNamesTheErrorIsFulfilledByIt() {
    let answer = Exchange.Response.json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401)
    let expectation = BookShop.refusedID(.error("MissingToken"))
    #expect(Judge().judge(.answer("named", to: expectation, answer)).verdict == .conforms)
    let bare = BookShop.refusedID(
      .error("Gone", statuses: .anyOf([401, 404]), allowsEmptyBody: true)
    )
    #expect(Judge().judge(.answer("listed", to: bare, .empty(401))).verdict == .conforms)
  }
}
