import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// One defect is one entry, however many items of a list have it.
@Suite struct CauseTests {
  private let run = Lists.run((1...46).map { Lists.result("list-\($0)", items: $0 == 1 ? 64 : 1) })

  private func causes(_ violations: [RunRecord.Violation]) -> [Cause] {
    Cause.causes(in: Lists.run([Lists.result("case", violations)])) { _ in true }
  }

  @Test func allItemsAreOneCause() throws {
    let causes = Cause.causes(in: run) { _ in true }
    #expect(causes.count == 1)
    let cause = try #require(causes.first)
    #expect(cause.allPlaces == "response body /items/*/id: 109 items in 46 cases")
    #expect(cause.violation == run.suites[0].cases[0].violations[0])
    #expect(
      cause.heading == """
        pets.rename: response body /items/*/id: expected an integer, found string "0x"
        """
    )
    #expect(
      cause.sentence == """
        pets.rename: response body /items/*/id: expected an integer, found string "0x", in 109 \
        items of 46 cases. Promised: The answer is a list of pets.
        """
    )
  }

  @Test func theFirstIsShownWhole() {
    #expect(
      TerminalFormat().text(for: run).contains(
        """
        pets/pets.rename/list-1 · body-matches-schema · 46 cases
          must      The answer is a list of pets.   Contracts/Pets/Pets.swift:50
          at        response body /items/0/id
          items     response body /items/*/id: 109 items in 46 cases
          expected  an integer
          actual    string "0x"
          also in   pets/pets.rename/list-2
        """
      )
    )
    #expect(
      MarkdownFormat().text(for: run).contains(
        "At `response body /items/0/id`, the first of 109 items in 46 cases at "
          + "`response body /items/*/id`:\n"
      )
    )
  }

  @Test func everyFormatHasOneEntry() throws {
    for (name, mark) in [
      ("sarif", "\"ruleIndex\""), ("codequality", "\"fingerprint\""), ("github", "::error"),
      ("html", "class=\"card cause\""),
    ] {
      let format = try #require(ReportFormats.all.first { $0.name == name })
      let text = format.text(for: run)
      #expect(text.components(of: mark) == 1, "\(name)")
      #expect(text.contains("109 items"), "\(name)")
    }
    let alone = Lists.run([Lists.result("list", items: 64)])
    for (name, mark) in [("junit", "· body-matches-schema"), ("tap", "- rule:")] {
      let format = try #require(ReportFormats.all.first { $0.name == name })
      let text = format.text(for: alone)
      #expect(text.components(of: mark) == 1, "\(name)")
      #expect(text.contains("response body /items/*/id: 64 items in 1 case"), "\(name)")
    }
  }

  /// The names of a map's entries are data, as positions in a list are.
  @Test func allEntriesOfAMapAreOneCause() throws {
    func run(_ names: Range<Int>) -> RunRecord {
      let found = names.map { index in
        Lists.violation(
          [.member("prices"), .entry("C\(index)"), .member("amount")],
          actual: "string \"\(index)x\""
        )
      }
      return Lists.run([Lists.result("map", found)])
    }
    let all = run(0..<300)
    let found = Cause.causes(in: all) { _ in true }
    #expect(found.map(\.allPlaces) == ["response body /prices/*/amount: 300 items in 1 case"])
    #expect(found.map(\.violation.place.description) == ["response body /prices/C0/amount"])
    #expect(MarkdownFormat().text(for: all).components(of: "/prices/C1/") == 0)
    // Other names in the next run are the same defect.
    let other = run(400..<410)
    let prints = [all, other].map { run in
      Cause.fingerprinted(Cause.causes(in: run) { _ in true }).map(\.fingerprint)
    }
    #expect(prints[0] == prints[1])
    #expect(
      RunComparison(from: all, to: other).headline == "Nothing is newly broken, 1 still broken."
    )
    let result = all.suites[0].cases[0]
    let baseline = Baseline([Baseline.Entry(result.violations[0], in: result.id, reason: "Known.")])
    #expect(baseline.applied(to: other, today: Runs.today).exitStatus == 0)
    // A declared member of that name is another place.
    let member = Lists.violation([.member("prices"), .member("C1"), .member("amount")])
    #expect(causes(Array(result.violations.prefix(2)) + [member]).count == 2)
  }

  @Test func aPlaceThatIsAloneKeepsItsPosition() {
    let alone = causes([Lists.violation([.member("items"), .item(7), .member("id")])])
    #expect(alone.map(\.allPlaces) == [nil])
    #expect(alone.map(\.place) == ["response body /items/7/id"])
  }

  @Test func whatDiffersInKindStaysApart() {
    func item(_ index: Int, _ expected: String, _ keyword: String) -> RunRecord.Violation {
      Lists.violation([.member("items"), .item(index)], expected: expected, keyword: keyword)
    }
    let kinds = [
      item(0, "a member \"id\"", "required"), item(0, "a member \"name\"", "required"),
      item(0, "an object", "type"), item(0, "null", "type"),
    ]
    #expect(causes(kinds + kinds).count == 4)
    // A member of that name is no item.
    #expect(
      causes([
        Lists.violation([.member("items"), .item(0)]),
        Lists.violation([.member("items"), .member("0")]),
      ]).count == 2
    )
  }

  @Test func anElementIsTheSameAloneAndAmongOthers() {
    let found = causes([
      Lists.violation([.element("Pets"), .element("Pet")]),
      Lists.violation([.element("Pets"), .element("Pet", number: 1)]),
      Lists.violation([.element("Pets"), .element("Pet", number: 2)]),
    ])
    #expect(found.map(\.allPlaces) == ["response body /Pets/Pet: 3 items in 1 case"])
  }

  @Test func valuesOfOtherAnswersAreNotPartOfIt() {
    func differs(_ value: String) -> RunRecord.Violation {
      var violation = Lists.violation([.member("items"), .item(0)])
      violation.keyword = nil
      violation.expected = "\(value), as in step 1 (first)"
      violation.reference = Violation.Reference(step: 0, value: value)
      return violation
    }
    #expect(causes([differs("Rex"), differs("Tom")]).count == 1)
  }

  @Test func comparisonsLeaveOutPositionsAndValues() {
    let before = Lists.run([Lists.result("list", items: 12)])
    let after = Lists.run([Lists.result("list", items: 3, from: 20)])
    let comparison = RunComparison(from: before, to: after)
    #expect(comparison.headline == "Nothing is newly broken, 1 still broken.")
    #expect(comparison.groups.map(\.place) == ["response body /items/*/id"])
    // What is not there any more is not known to be right.
    let empty = RunComparison(from: before, to: Lists.run([Lists.result("list", items: 0)]))
    #expect(empty.headline == "Nothing is newly broken, 1 no longer checked.")
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of mark: String) -> Int { ranges(of: mark).count }
}
