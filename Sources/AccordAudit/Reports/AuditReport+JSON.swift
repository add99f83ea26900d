public import AccordSchema

extension AuditReport {
  /// The report as JSON: `score` from 0 to 1, the counts, and every mutant.
  public var json: JSON {
    .object(
      Self.members(of: figures, entries) + [
        JSONMember("suites", .array(suites.map(Self.json)))
      ]
    )
  }

  private static func json(_ suite: Suite) -> JSON {
    .object(
      [JSONMember("id", .string(suite.id))] + members(of: Figures(suite.entries), suite.entries) + [
        JSONMember("cases", number(suite.cases)),
        JSONMember("silentCases", number(suite.silent)),
        JSONMember("madeRequests", number(suite.madeRequests)),
        JSONMember("leftOut", number(suite.leftOut)),
        JSONMember("unaudited", .array(suite.unaudited.map { .string($0) })),
        JSONMember("mutants", .array(suite.entries.map(json))),
      ]
    )
  }

  private static func members(of figures: Figures, _ entries: [Entry]) -> [JSONMember] {
    [
      JSONMember("score", score(figures.score)),
      JSONMember("strictScore", score(figures.strictScore)),
      JSONMember("noticed", number(figures.noticed)),
      JSONMember("survived", number(figures.survived)),
      JSONMember("equivalent", number(figures.equivalent)),
      JSONMember("accepted", number(figures.accepted)),
      JSONMember("noticedStrictly", number(figures.noticedStrictly)),
    ]
  }

  private static func json(_ entry: Entry) -> JSON {
    var members = [
      JSONMember("id", .string(entry.id)), JSONMember("operator", .string(entry.operator)),
      JSONMember("family", .string(entry.family)), JSONMember("contract", .string(entry.contract)),
      JSONMember("clause", .string(entry.clause)),
      JSONMember("basis", .string(entry.isStated ? "stated" : "assumption")),
      JSONMember("sentence", .string(entry.sentence)),
      JSONMember("outcome", .string(entry.outcome.rawValue)),
      JSONMember("cases", number(entry.reached)),
    ]
    func add(_ name: String, _ notice: Notice?) {
      guard let notice else { return }
      members.append(
        JSONMember(
          name,
          ["case": .string("\(notice.testCase)"), "rule": .string(notice.rule)]
        )
      )
    }
    add("noticedBy", entry.noticed)
    if entry.noticed == nil { add("noticedStrictlyBy", entry.noticedStrictly) }
    let texts = [
      ("nearest", entry.nearest.map { "\($0)" }), ("unsent", entry.unsent),
      ("reason", entry.reason),
    ]
    for (name, text) in texts { if let text { members.append(JSONMember(name, .string(text))) } }
    return .object(members)
  }

  private static func number(_ value: Int) -> JSON { .number(JSONNumber(value)) }

  /// A share with four digits, so that the same audit writes the same bytes.
  private static func score(_ value: Double) -> JSON {
    let digits = String(Int((value * 10_000).rounded(.down)))
    let text =
      digits.count > 4
      ? "1" : "0." + String(repeating: "0", count: 4 - digits.count) + digits
    return .number(JSONNumber(text) ?? 0)
  }
}
