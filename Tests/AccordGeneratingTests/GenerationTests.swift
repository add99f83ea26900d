import Accord
import AccordModel
import AccordSchema
import Testing

@testable import AccordGenerating

@Suite struct GenerationTests {
  @Test func theSameSeedGivesTheSameCases() {
    var first = Generation(of: Ferry.suite, seed: 7)
    var second = Generation(of: Ferry.suite, seed: 7)
    var other = Generation(of: Ferry.suite, seed: 8)
    let cases = first.cases(40)
    #expect(cases == second.cases(40))
    #expect(cases.map(\.id) != other.cases(40).map(\.id))
    // What comes later is more of the same.
    #expect(Set(cases.map(\.id)).isDisjoint(with: first.cases(40).map(\.id)))
  }

  @Test func everyCaseSaysThatItIsGenerated() {
    var generation = Generation(of: Ferry.suite, seed: 1)
    let cases = generation.cases(60)
    #expect(Set(cases.map(\.id)).count == cases.count)
    for testCase in cases {
      #expect(testCase.origin == .generated)
      #expect(testCase.id.description.hasPrefix("ferry/\(testCase.contract)/generated/"))
      #expect(CaseID([testCase.id.description]) == testCase.id)
    }
  }

  /// A right request conforms to the schema; a wrong one breaks one keyword of it, the one that it names.
  @Test func whatIsWrongIsOneKeyword() throws {
    var generation = Generation(of: Ferry.suite, seed: 3)
    let validator = try SchemaValidator(Ferry.request)
    var keywords: Set<String> = []
    var rights = 0
    for testCase in generation.cases(300) where testCase.contract == "quotes.make" {
      guard case .request(let request)? = generation.calls[testCase.id]?.kind,
        let body = request.body
      else { continue }
      let violations = validator.validate(body)
      guard let fault = request.fault else {
        #expect(violations.isEmpty)
        rights += 1
        continue
      }
      #expect(violations.map(\.keyword) == [fault.keyword])
      keywords.insert(fault.keyword)
      guard case .refusal(_, let proof)? = testCase.steps.first?.expectation.outcome else {
        Issue.record("\(testCase.id) is not to be refused")
        continue
      }
      #expect(proof == "is one of which \(fault.words)")
    }
    #expect(rights > 50)
    #expect(
      keywords.isSuperset(of: ["type", "minimum", "maximum", "enum", "maxLength", "required"])
    )
  }

  /// Values of many shapes are made: without that, the rest of these tests shows little.
  @Test func valuesAreOfManyShapes() {
    var maker = ValueMaker(numbers: SeededNumbers(seed: 5))
    let values = (0..<400).compactMap { _ in maker.value(of: Ferry.request) }
    #expect(values.count == 400)
    func count(_ isMeant: (JSON) -> Bool) -> Int { values.count(where: isMeant) }
    #expect(count { $0["contact"] == .null } > 5)
    #expect(count { $0["contact"] == nil } > 5)
    #expect(count { $0["tags"] == [] } > 5)
    #expect(count { $0["tags"]?.elements?.count == 5 } > 5)
    #expect(count { $0["vehicle"]?["kind"] == "car" } > 5)
    #expect(count { $0["vehicle"]?["kind"] == "bicycles" } > 5)
    #expect(count { $0["party"]?["size"] == 60 } > 2)
    #expect(count { $0["party"]?["size"] == 59 } > 2)
    #expect(count { $0["remark"]?.string?.unicodeScalars.count == 40 } > 2)
    #expect(count { $0["remark"]?.string?.utf8.count ?? 0 > 60 } > 2)
    #expect(count { $0["day"]?.string?.hasSuffix("-02-29") == true } > 2)
    #expect(count { $0["party"]?["parties"]?[0]?["parties"]?[0] != nil } > 2)
  }

  /// No request is made that may change what was there before.
  @Test func nothingIsChangedThatWasThereBefore() {
    var generation = Generation(of: Ferry.suite, seed: 1)
    let cases = generation.cases(30)
    let changing = ["bookings.hold", "bookings.release", "bookings.board", "bookings.cancel"]
    #expect(!cases.contains { changing.contains($0.contract) })
    for testCase in cases where testCase.access != .reads {
      guard case .sequence? = generation.calls[testCase.id]?.kind else {
        Issue.record("\(testCase.id) changes something by itself")
        continue
      }
      #expect(testCase.givens.isEmpty)
    }
    #expect(
      generation.leftOut.contains(
        """
        No request to ferry/bookings.hold is generated: it may change what was there before, or its \
        requests leave nothing open.
        """
      )
    )
  }
}
