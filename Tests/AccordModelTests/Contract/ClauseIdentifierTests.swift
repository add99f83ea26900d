import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@Suite("Identifiers of clauses")
struct ClauseIdentifierTests {
  private static let vary: HeaderRule = .required("Vary")

  @Test("The headers of a refusal belong to the refusal")
  func refusalHeaders() {
    let rule: HeaderRule = .required(
      "Authorization",
      missing: .error("No", headers: [.required("WWW-Authenticate")]),
      invalid: .error("No", headers: [.required("WWW-Authenticate")])
    )
    #expect(
      [rule.missing, rule.invalid].compactMap { $0?.headers.first?.clause.id } == [
        "header/authorization/missing/header/www-authenticate",
        "header/authorization/invalid/header/www-authenticate",
      ]
    )
  }

  @Test("The headers and readings of a response belong to the response")
  func responseParts() {
    let rule: ResponseRule = .status(
      .ok,
      .payload(.any),
      headers: [Self.vary],
      readings: [.reading("is-short", "It is short.", .any, basis: .assumption("It looks so."))],
      name: "found"
    )
    #expect(rule.headers.map(\.clause.id) == ["response/found/header/vary"])
    #expect(rule.readings.map(\.clause.id) == ["response/found/content/is-short"])
    let contract = Contract(
      "a",
      "A.",
      document: "a.txt",
      routes: [.get("/")],
      responses: [rule],
      examples: [.example("all")]
    )
    let suite = ContractSuite("s", name: "S", "S.", contracts: [contract])
    #expect(
      contract.clauses(in: suite).map(\.id) == [
        "route/route", "response/found", "response/found/content",
        "response/found/content/is-short", "response/found/header/vary", "example/all",
      ]
    )
  }

  @Test("A refusal says that the request is refused, and by which errors")
  func refusalSentences() {
    let parameter: Parameter = .path(
      "id",
      .integer,
      unknown: .error("NotFound", "Gone", named: .assumption("It may be either."))
    )
    #expect(parameter.unknown?.refused.id == "parameter/id/unknown/refused")
    #expect(parameter.unknown?.refused.sentence == "A value of id that names nothing is refused.")
    #expect(parameter.unknown?.refused.basis == .stated)
    #expect(
      parameter.unknown?.named.sentence
        == "A value of id that names nothing is refused with NotFound or Gone."
    )
    #expect(parameter.unknown?.named.basis == .assumption("It may be either."))
  }
}
