import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@Suite("Contract lint")
struct ContractLintTests {
  @Test("A sound suite has no problem")
  func soundSuite() {
    #expect(ContractLint().problems(in: SoundSuite.suite()).map(\.description) == [])
  }

  @Test(
    "A suite that is broken in one way has that problem and no other",
    arguments: Breakage.all
  )
  func breakage(_ breakage: Breakage) {
    let problems = ContractLint().problems(in: SoundSuite.suite(breakage.change))
    #expect(problems.map(\.message) == breakage.messages)
    #expect(problems.allSatisfy { $0.check == breakage.check })
  }

  @Test("Every check is broken by a test")
  func everyCheckIsBroken() {
    let broken = Set(Breakage.all.map(\.check))
    #expect(ContractLint.checks.map(\.id).filter { !broken.contains($0) } == [])
  }

  @Test("All problems are reported, by file and line")
  func order() {
    let suite = SoundSuite.suite { suite in
      suite.contracts[1].summary = ""
      suite.contracts[0].summary = ""
      suite.contracts[0].examples[0].query = [:]
      suite.errors.places = []
    }
    let problems = ContractLint().problems(in: suite)
    #expect(problems.map(\.check) == ["error-catalogue", "words", "required-values", "words"])
    #expect(problems.map(\.source.line) == problems.map(\.source.line).sorted())
    #expect(Set(problems.map(\.source.line)).count == 4)
  }

  @Test("A problem is written with file, line, contract and check")
  func description() throws {
    let suite = SoundSuite.suite { $0.contracts[1].summary = "" }
    let problem = try #require(ContractLint().problems(in: suite).first)
    let line = suite.contracts[1].source.line
    #expect(
      problem.description == """
        Contracts/Garden/SoundSuite.swift:\(line): garden/plants.list: The contract has no words. \
        Say in a sentence what it is: reports print it. [words]
        """
    )
  }

  @Test("What two contracts share is one problem")
  func shared() {
    let header: HeaderRule = .required("X-Shovel", basis: .assumption(""))
    let suite = SoundSuite.suite { suite in
      suite.contracts[0].headers = [header]
      suite.contracts[1].headers = [header]
    }
    #expect(
      ContractLint().problems(in: suite).map(\.message) == [
        """
        The clause header/x-shovel is an assumption without a reason. Say what the document leaves \
        open.
        """
      ]
    )
  }
}

@Suite("Contract lint with cases")
struct ClausesAreReachedTests {
  private func cases(of suite: ContractSuite, without clause: Clause.ID? = nil) -> [Case] {
    suite.contracts.map { contract in
      Case(
        id: CaseID([suite.id, contract.id]),
        suite: suite.id,
        contract: contract.id,
        origin: .example,
        title: "Everything at once.",
        steps: [],
        clauses: contract.clauses(in: suite).map(\.id)
          .filter { $0 != clause && !$0.hasPrefix("error/Drought") }
      )
    }
  }

  @Test("A suite whose promises are all reached has no problem, impossible errors aside")
  func allReached() {
    let suite = SoundSuite.suite()
    let problems = ContractLint().problems(in: suite, cases: cases(of: suite))
    #expect(problems.map(\.description) == [])
  }

  @Test("A promise that no case names is a problem")
  func unreached() {
    let suite = SoundSuite.suite()
    let problems = ContractLint()
      .problems(in: suite, cases: cases(of: suite, without: "parameter/litres"))
    #expect(
      problems.map(\.description) == [
        """
        Contracts/Garden/SoundSuite.swift:\(suite.contracts[0].parameters[1].clause.source.line): \
        garden/plants.water: No case looks at the clause parameter/litres: "litres is required." \
        Add an example or a refusal that does, or say in a note what is not asserted. [reached]
        """
      ]
    )
  }

  @Test("What an exchange of a case is held to is reached")
  func reachedByExpectation() {
    let suite = SoundSuite.suite()
    let contract = suite.contracts[1]
    var cases = cases(of: suite, without: "response/success")
    let step = Case.Step(
      "list",
      RequestTemplate(.get, [.text("/plants")]),
      expecting: Case.Expectation(.success(contract.responses[0])),
      of: contract.id
    )
    #expect(ContractLint().problems(in: suite, cases: cases).count == 2)
    cases[0].steps = [step]
    let problems = ContractLint().problems(in: suite, cases: cases)
    #expect(problems.map(\.contract) == ["plants.water"])
  }
}
