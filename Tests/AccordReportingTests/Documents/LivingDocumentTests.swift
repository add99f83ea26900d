import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct LivingDocumentTests {
  private let text = LivingDocument(of: Pets.plan).markdown

  @Test
  func golden() throws { try expectGolden(text, "Pets.md") }

  @Test
  func theSameContractsGiveTheSameBytes() {
    #expect(LivingDocument(of: Pets.plan).markdown == text)
  }

  @Test
  func everyReasonOfAnAssumptionIsThere() {
    for clause in Pets.contract.clauses(in: Pets.suite) {
      guard let reason = clause.basis.reason else { continue }
      #expect(text.contains(MarkdownText.inline(reason)), "\(clause.id)")
    }
  }

  @Test
  func everyErrorMemberAndParameterIsThere() {
    let names =
      Pets.contract.errors.map(\.name) + Pets.contract.parameters.map(\.name)
      + Pets.contract.headers.map(\.name) + Pets.pet.content.members.map(\.name)
      + Pets.owner.content.members.map(\.name)
    for name in names {
      #expect(text.contains("| `\(name)`") || text.contains("| [`\(name)`]("), "\(name)")
    }
  }

  private func markdown(_ effect: Effect? = nil) -> String {
    let contract = Contract(
      "a.b",
      "Does.",
      document: "a.txt",
      effect: effect,
      routes: [],
      responses: [],
      examples: []
    )
    let suite = ContractSuite("a", name: "A", "Is.", formats: [], contracts: [contract])
    let plan = Plan(suite: suite, cases: [], notProvoked: [])
    return LivingDocument(of: plan).markdown
  }

  @Test(arguments: [
    (Effect.readOnly, "A call changes nothing; a read-only run sends it."),
    (.changesState, "A call may change what the server keeps; a read-only run leaves it out."),
    (nil, "Whether a call changes something is not declared; a read-only run leaves it out."),
  ])
  func whatACallChangesIsSaid(_ effect: Effect?, _ sentence: String) {
    #expect(markdown(effect).contains(", from the document `a.txt`.\n\n\(sentence)\n\nIt is held"))
  }

  @Test
  func aContractWithNothingInItIsWritten() {
    let text = markdown()
    #expect(text.contains("## a.b\n"))
    #expect(text.contains("It is held to its promises by 0 cases.\n"))
  }
}
