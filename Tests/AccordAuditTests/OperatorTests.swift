import Accord
import AccordAudit
import Testing

/// Each operator makes a mutant of a small suite that a case objects to.
@Suite struct OperatorTests {
  static let operators = Audit.operators.flatMap(\.operators)

  @Test(arguments: operators) func mutantIsNoticed(_ name: String) async {
    let entries = await AuditedSuites.report.entries.filter { $0.operator == name }
    let noticed = entries.first { $0.noticed != nil || $0.noticedStrictly != nil }
    let seen = entries.prefix(5).map { "\($0.id): \($0.outcome.rawValue)" }
    #expect(noticed != nil, "\(name): \(seen)")
  }

  @Test func namesAreUnique() {
    #expect(Set(Self.operators).count == Self.operators.count)
    #expect(Set(Audit.operators.map(\.family)).count == Audit.operators.count)
  }

  @Test func everyMutantIsOfAKnownOperator() async {
    let known = Set(Self.operators)
    for entry in await AuditedSuites.report.entries {
      #expect(known.contains(entry.operator))
      #expect(!entry.sentence.hasSuffix("."))
    }
  }
}
