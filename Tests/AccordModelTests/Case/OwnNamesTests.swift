import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// What a request names by what its case makes itself, so that others may run beside it.
@Suite struct OwnNamesTests {
  private static let made = Operand.output(Output(.body("/id"), ofStep: 0))
  private static let read = Operand.output(Output(.body("/id"), ofStep: 1))
  private static let unique = Operand.unique(prefix: "a", suffix: "")

  private static func request(
    _ value: Operand,
    headers: Arguments = [:],
    body: RequestTemplate.Body? = nil
  ) -> RequestTemplate {
    RequestTemplate(.put, [.text("/items/"), .value(value)], headers: headers, body: body)
  }

  private static let cases: [(request: RequestTemplate, isOwn: Bool)] = [
    (request(made), true),
    (request(unique), true),
    (request("7"), false),
    // What was only read belongs to somebody.
    (request(read), false),
    // A tag says in which state a resource is to be, not whose it is.
    (request("7", headers: ["If-Match": made]), false),
    (request("7", body: .value(.object([]), [.at("/name", unique)], .json, .any)), true),
    (request("7", body: .form(["name": unique])), true),
    (request("7", body: .output(Output(.body(.root), ofStep: 0))), false),
    (request(made, headers: ["X-Tenant": .given("tenant")]), false),
  ]

  @Test(arguments: cases)
  func namesItsOwn(request: RequestTemplate, isOwn: Bool) {
    #expect(request.namesItsOwn { $0 == 0 } == isOwn)
  }
}
