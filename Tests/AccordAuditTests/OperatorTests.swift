import Accord
import AccordAudit
import Testing

/// Each operator makes a mutant of a small suite that a case objects to.
@Suite struct OperatorTests {
  static let operators = Audit.operators.flatMap(\.operators)

  /// What no case notices on any of the suites, and why: whoever makes one notice takes its line away.
  static let unnoticed = [
    "sent-member-extra-accepted": "No origin of cases sends a member that is not declared.",
    "range-shifted": "The rule of ranges does not compare the bytes with those of the whole.",
    "change-made-twice": "Nothing here is made whose number a case counts.",
    "change-of-another": "No life cycle here has two things that are given.",
  ]

  @Test(arguments: operators) func mutantIsNoticed(_ name: String) async {
    let entries = await AuditedSuites.report.entries.filter { $0.operator == name }
    let noticed = entries.first { $0.noticed != nil || $0.noticedStrictly != nil }
    let seen = entries.prefix(5).map { "\($0.id): \($0.outcome.rawValue)" }
    #expect((noticed == nil) == (Self.unnoticed[name] != nil), "\(name): \(seen)")
    #expect(!entries.isEmpty)
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
