import Accord
import AccordModel
import Testing

/// Lists that are looked at and not put to the test, of an API that is not shipped.
@Suite("Neighbours of bookings", .serialized)
struct BookingNeighbourTests {
  /// The suite without its lists, which are neighbours.
  private static let suite: ContractSuite = {
    var suite = Bookings.suite
    suite.contracts.removeAll { ["bookings.list", "bookings.archive"].contains($0.id) }
    suite.neighbours = [
      .neighbour(Bookings.list, because: "The page Lists has it."),
      .neighbour(Bookings.archive, because: "The page Archive has it."),
    ]
    return suite
  }()

  @Test func suiteIsSound() {
    #expect(Self.suite.lint().map(\.description) == [])
  }

  @Test func nothingOfThemIsPlanned() {
    let plan = Self.suite.plan()
    #expect(!plan.cases.contains { $0.contract == "bookings.list" })
    #expect(!plan.contracts.contains("bookings.archive"))
    let lifeCycle = Bookings.suite.plan().cases.filter { $0.origin == .lifeCycle }.map(\.id)
    #expect(plan.cases.filter { $0.origin == .lifeCycle }.map(\.id) == lifeCycle)
  }

  @Test func mockHasThem() async throws {
    #expect(try await Self.suite.rehearse().map(\.description) == [])
  }

  @Test func whatTheyShowIsHeldToTheLifeCycle() async throws {
    let right = try await BookingRun(BookingServer(), Self.suite)
    #expect(right.others == [])
    let server = BookingServer(fault: .listOmitsConfirmed)
    let wrong = try await BookingRun(server, Self.suite, cases: ["confirm/in/*"])
    #expect(wrong.rules == ["list-contains"], "\(wrong.report.account)")
  }

  @Test(arguments: [404, 405, 501])
  func serverWithoutThemViolatesNothing(_ status: Int) async throws {
    let server = BookingServer(withoutLists: status)
    let run = try await BookingRun(server, Self.suite)
    #expect(run.report.violations == [], "\(run.report.account)")
    #expect(run.report.summary.failed == 0)
    #expect(run.report.summary.notChecked == run.report.results.count)
    let count = run.report.results.count
    #expect(
      run.report.settings.warnings == [
        """
        bookings: \(count) cases were not checked to the end: the server has no operation \
        bookings.list, which no document of the suite promises. The page Lists has it.
        """,
        """
        bookings: \(Self.archived(run.report)) cases were not checked to the end: the server has no \
        operation bookings.archive, which no document of the suite promises. The page Archive has it.
        """,
      ]
    )
    let reason = try #require(run.report.results.first?.judgement.notChecked.first)
    #expect(
      reason == """
        step 3 of 4 (list): Expected the operation bookings.list, found that the server has none: it was \
        answered \(status). No document of the suite promises it: The page Lists has it.
        """
    )
  }

  private static func archived(_ report: Report) -> Int {
    report.results.count { $0.testCase.steps.contains { $0.contract == "bookings.archive" } }
  }

  /// What the other views show is found all the same.
  @Test func restIsHeldToTheLifeCycle() async throws {
    let server = BookingServer(fault: .readShowsOldState, withoutLists: 404)
    let run = try await BookingRun(server, Self.suite, cases: ["confirm/in/*"])
    #expect(run.rules == ["state-is-shown"], "\(run.report.account)")
  }

  @Test func contractThatIsNotThereIsAViolation() async throws {
    let run = try await BookingRun(BookingServer(withoutLists: 404), cases: ["make"])
    #expect(run.rules.contains("status-is-declared"), "\(run.report.account)")
  }

  @Test func neighbourThatFailsIsAViolation() async throws {
    let run = try await BookingRun(BookingServer(withoutLists: 500), Self.suite, cases: ["make"])
    #expect(run.rules.contains("status-is-declared"), "\(run.report.account)")
  }

  /// A list that was there is no operation that is not.
  @Test func neighbourThatVanishesIsAViolation() async throws {
    let server = BookingServer(withoutLists: 404, from: 2)
    let run = try await BookingRun(server, Self.suite, cases: ["confirm/refused-in/confirmed"])
    #expect(run.rules.contains("status-is-declared"), "\(run.report.account)")
  }
}
