import Accord
import AccordModel
import AccordReporting
import AccordSchema
import Testing

@Suite("A life cycle is planned")
struct LifeCyclePlanTests {
  private static let prefix = "parcels/parcels.add/life-cycle/parcel/"

  private static var cases: [Case] {
    Parcels.suite.plan().cases.filter { $0.origin == .lifeCycle }
  }

  private static func testCase(_ name: String) throws -> Case {
    try #require(cases.first { $0.id.description == prefix + name })
  }

  private static func lines(_ testCase: Case) -> [String] {
    testCase.steps.map { "\($0.name): \($0.request.outline)" }
  }

  @Test func contractsAreSound() {
    #expect(Parcels.suite.lint().map(\.description) == [])
  }

  @Test func casesComeInAStableOrder() {
    let names = Self.cases.map { String($0.id.description.dropFirst(Self.prefix.count)) }
    let states = names.filter { !$0.contains("/wrong/") }
    #expect(
      states == [
        "make", "send/in/draft", "cancel/in/draft", "label/in/draft", "remove/in/draft",
        "deliver/in/sent", "cancel/in/sent", "remove/in/delivered", "remove/in/cancelled",
        "deliver/refused-in/draft", "send/refused-in/sent", "label/refused-in/sent",
        "remove/refused-in/sent", "send/refused-in/delivered", "deliver/refused-in/delivered",
        "cancel/refused-in/delivered", "label/refused-in/delivered", "send/refused-in/cancelled",
        "deliver/refused-in/cancelled", "label/refused-in/cancelled", "send/refused-in/gone",
        "remove/refused-in/gone", "label/then/send/in/draft", "label/then/cancel/in/draft",
        "label/then/label/in/draft", "label/then/remove/in/draft", "cancel/then/remove/in/sent",
        "cancel/repeated-in/draft", "label/repeated-in/draft", "cancel/repeated-in/sent",
        "make/apart", "send/apart", "deliver/apart", "cancel/apart", "label/apart",
        "remove/apart",
      ]
    )
    #expect(Set(names).count == names.count)
    #expect(names.contains("label/wrong/member-missing/label"))
    #expect(names.contains("remove/wrong/other-method/put"))
    #expect(names.contains("send/wrong/parameter-unknown/id/none"))
  }

  @Test func aTransitionIsReachedByTheShortestWay() throws {
    let testCase = try Self.testCase("remove/in/delivered")
    #expect(
      Self.lines(testCase) == [
        "make: POST /parcels", "send: POST /parcels/{id of make}/send",
        "deliver: POST /parcels/{id of make}/deliver", "remove: DELETE /parcels/{id of make}",
        "get: GET /parcels/{id of make}", "list: GET /parcels",
      ]
    )
    #expect(testCase.clauses.contains("life-cycle/parcel/remove"))
    #expect(testCase.access == .writes)
  }

  @Test func whatIsRefusedIsLookedAtBeforeAndAfter() throws {
    let testCase = try Self.testCase("send/refused-in/cancelled")
    #expect(
      Self.lines(testCase) == [
        "make: POST /parcels", "cancel: POST /parcels/{id of make}/cancel",
        "get: GET /parcels/{id of make}", "list: GET /parcels",
        "send: POST /parcels/{id of make}/send", "get 2: GET /parcels/{id of make}",
        "list 2: GET /parcels",
      ]
    )
    #expect(testCase.cleanUp.map(\.request.outline) == ["DELETE /parcels/{id of make}"])
  }

  @Test func twoAreMadeSideBySide() throws {
    let testCase = try Self.testCase("cancel/apart")
    #expect(
      Self.lines(testCase) == [
        "make: POST /parcels", "make 2: POST /parcels", "get: GET /parcels/{id of make 2}",
        "list: GET /parcels", "cancel: POST /parcels/{id of make}/cancel",
        "get 2: GET /parcels/{id of make 2}", "list 2: GET /parcels",
        "get 3: GET /parcels/{id of make}", "list 3: GET /parcels",
      ]
    )
    #expect(
      testCase.cleanUp.map(\.request.outline) == [
        "DELETE /parcels/{id of make 2}", "DELETE /parcels/{id of make}",
      ]
    )
  }

  @Test func liveDataIsUsedUpAndStays() throws {
    var suite = Parcels.suite
    suite.givens = [
      .given("parcel", fields: [Given.Field("id", .integer(in: 1...))], "A parcel that is a draft.")
    ]
    suite.lifeCycles[0].origin = .given("parcel")
    suite.lifeCycles[0].written.removeAll { $0.call == "make" }
    #expect(suite.lint().map(\.description) == [])
    let cases = suite.plan().cases.filter { $0.origin == .lifeCycle }
    #expect(cases.allSatisfy { $0.contract == "parcels.send" && $0.givens.contains("parcel") })
    #expect(cases.allSatisfy { $0.cleanUp.isEmpty })
    let looking = cases.filter { $0.consumes.isEmpty }
    #expect(looking.map(\.id.description) == ["parcels/parcels.send/life-cycle/parcel/given"])
    let apart = cases.filter { $0.givens.count > 1 }
    #expect(apart.allSatisfy { $0.id.description.hasSuffix("/apart") && $0.givens.count == 2 })
    #expect(!apart.isEmpty)
    let sent = try #require(cases.first { $0.id.description.hasSuffix("/cancel/in/sent") })
    #expect(sent.steps.map(\.name) == ["send", "cancel", "get", "list"])
  }

  @Test func textsOfTwoDiffer() throws {
    var suite = Parcels.suite
    let body = Example.BodyValue.at("/label", .unique(prefix: "label-", suffix: "-x"))
    suite.contracts[0].examples[0].bodyValues = [body]
    let testCase = try #require(
      suite.plan().cases.first { $0.id.description == Self.prefix + "make/apart" }
    )
    let bodies = testCase.steps.filter { $0.name.hasPrefix("make") }.map {
      "\(String(describing: $0.request.body))"
    }
    #expect(bodies.count == 2 && bodies[0] != bodies[1])
    #expect(bodies[1].contains("label-2"))
  }

  @Test func whatWouldNotBeWholeIsALintProblem() {
    var suite = Parcels.suite
    var cycle = Parcels.parcel
    cycle.states.append("lost")
    cycle.refusals.append(.refused("lose", in: "draft", by: .refused("body/lost")))
    cycle.refusals.append(.refused("send", in: "draft", by: .refused("body/lost")))
    cycle.views[0].step.arguments = [:]
    cycle.transitions[0].step.example = "two"
    cycle.transitions[1].step.contract = "parcels.deliver-it"
    suite.lifeCycles = [cycle]
    let messages = suite.lint().filter { $0.check == "life-cycles" }.map(\.message)
    #expect(
      messages == [
        """
        The life cycle "parcel" names the transition "lose", which is not declared. Declared: \
        "send", "deliver", "cancel", "label", "remove".
        """,
        """
        The step "send" of the life cycle "parcel" names the example "two", which is not declared. \
        Declared: "one".
        """,
        """
        The step "deliver" of the life cycle "parcel" names the contract "parcels.deliver-it", which \
        is not declared. Declared: "parcels.add", "parcels.get", "parcels.list", "parcels.send", \
        "parcels.deliver", "parcels.cancel", "parcels.label", "parcels.remove".
        """,
        """
        The step "send" of the life cycle "parcel" names the refusal "body/lost", which is not \
        declared. Declared: "parameter/id/unknown".
        """,
        """
        The view "get" of the life cycle "parcel" does not say which one it shows. Give its call an \
        .identity(…).
        """,
        """
        No transition leads to the state "lost" of the life cycle "parcel" from its first one. Give \
        it one, or remove the state.
        """,
      ]
    )
  }

  @Test func whatNothingRemovesIsALintProblem() {
    var suite = Parcels.suite
    suite.lifeCycles[0].transitions.removeLast()
    suite.lifeCycles[0].refusals.removeAll { $0.transition == "remove" || $0.states == [.gone] }
    suite.lifeCycles[0].states.removeLast()
    let messages = suite.lint().filter { $0.check == "life-cycles" }.map(\.message)
    #expect(
      messages == [
        """
        The cases of the life cycle "parcel" make something, and nothing removes it. Give it a \
        transition to .gone, or clean-up steps; an empty list says that it may stay.
        """
      ]
    )
  }
}

@Suite("A life cycle is held against servers")
struct LifeCycleRunTests {
  @Test func rightServerConforms() async throws {
    let server = ParcelServer()
    let run = try await ParcelRun(server)
    #expect(run.others == [])
    #expect(run.results.count > 40)
    #expect(server.kept == [])
    #expect(run.warnings == [])
    #expect(run.promises(otherThan: .holds) == [])
  }

  @Test(arguments: ParcelServer.Variation.allCases)
  func harmlessVariationIsNotFlagged(_ variation: ParcelServer.Variation) async throws {
    var suite = Parcels.suite
    let isLate = [.showsLater, .listsLater].contains(variation)
    if isLate { suite.lifeCycles[0].delay = .within(4, every: .seconds(2)) }
    let server = ParcelServer(variation: variation)
    let run = try await ParcelRun(server, suite)
    #expect(run.others == [])
    #expect(run.found == [])
    #expect(run.waits.isEmpty != isLate)
    #expect(run.waits.allSatisfy { $0 == .seconds(2) })
  }

  /// Live data whose only views are lists, in which nothing of the requests says which one is meant.
  static let given: ContractSuite = {
    var suite = Parcels.suite
    suite.givens = [
      .given("parcel", fields: [Given.Field("id", .integer(in: 1...))], "A parcel that is a draft.")
    ]
    suite.lifeCycles[0].origin = .given("parcel")
    suite.lifeCycles[0].views.removeFirst()
    suite.lifeCycles[0].written = []
    return suite
  }()

  static let listed: [(ParcelServer.Fault?, String, Set<String>)] = [
    (nil, "*", []),
    (.listOmits, "send/in/draft", ["list-contains"]),
    (.listKeeps, "cancel/in/draft", ["list-omits"]),
    (.listRepeats, "given", ["list-contains"]),
    (.malformedLabelActs, "label/wrong/member-missing/label", ["refused-changes-nothing"]),
    (.sendDoesNothing, "send/in/draft", ["state-is-shown"]),
  ]

  @Test(arguments: listed)
  func liveDataAreFoundInLists(
    _ fault: ParcelServer.Fault?,
    _ name: String,
    _ rules: Set<String>
  ) async throws {
    let suite = Self.given
    #expect(suite.lint().map(\.description) == [])
    let prefix = "parcels/parcels.send/life-cycle/parcel/"
    let run = try await ParcelRun(
      ParcelServer(fault: fault),
      suite,
      cases: prefix + name,
      given: "parcels.parcel=1"
    )
    #expect(Set(run.found.map(\.rule)) == rules, "\(run.found)")
    #expect(run.results.contains { $0.judgement.exercised.contains("life-cycle/parcel/list") })
  }

  /// One value is enough for all cases in which it is looked at and a request is refused.
  @Test func toLookUsesNothingUp() async throws {
    let run = try await ParcelRun(
      ParcelServer(),
      Self.given,
      cases: "*/life-cycle/parcel/label/wrong/*",
      given: "parcels.parcel=1"
    )
    #expect(run.others == [])
    #expect(run.results.count > 1)
  }

  @Test func whatIsListedTooLateIsFound() async throws {
    var suite = Parcels.suite
    suite.lifeCycles[0].delay = .within(2, every: .seconds(2))
    let run = try await ParcelRun(ParcelServer(variation: .listsLater), suite)
    #expect(run.found.contains { $0.rule == "list-contains" })
    #expect(Set(run.found.map(\.rule)) == ["list-contains"])
  }

  @Test func whatShowsTooLateIsFound() async throws {
    let run = try await ParcelRun(ParcelServer(variation: .showsLater))
    #expect(run.found.contains { $0.rule == "state-is-shown" })
    #expect(run.found.contains { $0.rule == "written-is-read" })
  }

  @Test(arguments: [
    (ParcelServer.Fault.refusedSendActs, "refused-changes-nothing", "send/refused-in/cancelled"),
    (.refusedCancelActs, "refused-changes-nothing", "cancel/refused-in/delivered"),
    (.malformedLabelActs, "refused-changes-nothing", "label/wrong/member-missing/label"),
    (.wrongMethodRemoves, "refused-changes-nothing", "remove/wrong/other-method/put"),
    (.cancelsNewest, "others-stay-as-they-were", "cancel/apart"),
    (.labelsAll, "others-stay-as-they-were", "label/apart"),
    (.makingSends, "others-stay-as-they-were", "make/apart"),
    (.removeDoesNothing, "list-omits", "remove/in/draft"),
    (.removeDoesNothing, "wrong-request-is-refused", "remove/in/draft"),
    (.cancelRemoves, "status-is-expected", "cancel/in/sent"),
    (.sendDoesNothing, "state-is-shown", "send/in/draft"),
    (.labelIsLost, "written-is-read", "label/in/draft"),
    (.weightIsLost, "written-is-read", "make"),
    (.listOmits, "list-contains", "send/in/draft"),
    (.listKeeps, "list-omits", "cancel/in/draft"),
    (.listRepeats, "list-contains", "make"),
    (.listShowsOldState, "state-is-shown", "send/in/draft"),
    (.listShowsOldLabel, "written-is-read", "label/in/draft"),
    (.repeatedCancelUndoes, "repeated-changes-nothing", "cancel/repeated-in/draft"),
    (.sendsCancelled, "wrong-request-is-refused", "send/refused-in/cancelled"),
  ])
  func faultIsFoundByTheRule(
    _ fault: ParcelServer.Fault,
    _ rule: String,
    _ name: String
  ) async throws {
    let run = try await ParcelRun(ParcelServer(fault: fault))
    let id = "parcels/parcels.add/life-cycle/parcel/\(name)"
    let found = run.found.filter { $0.testCase == id }
    #expect(found.contains { $0.rule == rule && $0.isMust }, "\(found)")
    // What the fault does not touch still conforms.
    #expect(run.results.contains { $0.judgement.verdict == .conforms })
    #expect(!run.promises(otherThan: .holds).isEmpty)
  }

  @Test func everyFaultIsPlayed() {
    #expect(ParcelServer.Fault.allCases.count == 19)
    #expect(ParcelServer.Variation.allCases.count == 9)
  }

  @Test func messagesSayWhatWasDone() async throws {
    let run = try await ParcelRun(
      ParcelServer(fault: .refusedCancelActs),
      cases: "*/cancel/refused-in/delivered"
    )
    #expect(
      run.found.map(\.text) == [
        """
        response body /state: expected "delivered", as in step 4 (get), because step 5 (cancel) was \
        refused, found "cancelled"
        """
      ]
    )
  }

  @Test func aRefusalThatIsAssumedWarns() async throws {
    var suite = Parcels.suite
    suite.lifeCycles[0].refusals[2].clause.basis = .assumption("The document does not say it.")
    let run = try await ParcelRun(
      ParcelServer(fault: .refusedCancelActs),
      suite,
      cases: "*/cancel/refused-in/delivered"
    )
    #expect(run.found.map(\.rule) == ["refused-changes-nothing"])
    #expect(run.found.allSatisfy { !$0.isMust })
  }

  @Test func whatAFaultLeavesIsRemoved() async throws {
    let server = ParcelServer(fault: .sendDoesNothing)
    let run = try await ParcelRun(server)
    #expect(run.others != [])
    #expect(server.kept == [])
  }
}

@Suite("A life cycle is kept by its own mock, and told in the documents")
struct LifeCycleMockTests {
  @Test func mockKeepsIt() async throws {
    #expect(try await Parcels.suite.rehearse().map(\.description) == [])
  }

  @Test func documentsDrawIt() {
    let markdown = LivingDocument(of: Parcels.suite.plan()).markdown
    #expect(
      markdown.contains(
        """
        stateDiagram-v2
          [*] --> draft
          draft --> sent : send
          sent --> delivered : deliver
          draft --> cancelled : cancel
          sent --> cancelled : cancel
          draft --> draft : label
          draft --> [*] : remove
          delivered --> [*] : remove
          cancelled --> [*] : remove
        """
      )
    )
    for clause in Parcels.parcel.clauses {
      #expect(markdown.contains("`\(clause.id)`"), "\(clause.id)")
    }
  }
}
