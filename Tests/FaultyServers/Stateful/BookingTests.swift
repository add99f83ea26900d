import Accord
import AccordModel
import Testing

/// A server of bookings that is wrong in one way, the cases that show it, and the rules that find it.
struct FaultyBookings: Sendable, CustomTestStringConvertible {
  var fault: BookingFault
  var cases: [String]
  var rules: Set<String>

  var testDescription: String { fault.rawValue }

  init(_ fault: BookingFault, _ cases: String..., rules: String...) {
    self.fault = fault
    self.cases = cases
    self.rules = Set(rules)
  }
}

/// Faults between requests, of an API that is not shipped.
// Whole runs side by side would take the processors from the tests that are about time.
@Suite("Bookings are held to their life cycle", .serialized)
struct BookingTests {
  @Test func contractsAreSound() {
    #expect(Bookings.suite.lint().map(\.description) == [])
  }

  @Test func rightServerConforms() async throws {
    let server = BookingServer()
    let run = try await BookingRun(server)
    #expect(run.others == [])
    #expect(run.report.results.count > 100)
    #expect(run.report.settings.warnings == [])
    #expect(server.kept == [])
  }

  @Test func mockKeepsIt() async throws {
    #expect(try await Bookings.suite.rehearse().map(\.description) == [])
  }

  @Test(arguments: FaultyBookings.all)
  func faultIsFoundByTheRule(_ faulty: FaultyBookings) async throws {
    let server = BookingServer(fault: faulty.fault)
    var suite = Bookings.suite
    if faulty.fault.isLate { suite.lifeCycles[0].delay = .within(5, every: .seconds(2)) }
    let run = try await BookingRun(server, suite, cases: faulty.cases)
    #expect(run.rules == faulty.rules, "\(run.report.account)")
    #expect(run.report.violations.allSatisfy { $0.level == .must }, "\(run.report.account)")
    #expect(run.report.summary.failed == 0, "\(run.report.account)")
    // Where each of the patterns shows it, none of them stands for nothing.
    #expect(run.report.summary.cases >= faulty.cases.count)
  }

  @Test(arguments: BookingVariation.allCases)
  func harmlessVariationIsNotFlagged(_ variation: BookingVariation) async throws {
    var suite = Bookings.suite
    if variation.isLate { suite.lifeCycles[0].delay = .within(5, every: .seconds(2)) }
    let run = try await BookingRun(BookingServer(variation: variation), suite)
    #expect(run.report.violations == [], "\(run.report.account)")
    #expect(run.others == [])
    #expect(run.waits.isEmpty != variation.isLate)
  }

  @Test(arguments: BookingVariation.allCases.filter(\.isLate))
  func whatShowsTooLateIsFound(_ variation: BookingVariation) async throws {
    let run = try await BookingRun(BookingServer(variation: variation))
    #expect(!run.report.violations.isEmpty)
  }

  @Test func everyFaultIsPlayed() {
    #expect(Set(FaultyBookings.all.map(\.fault)) == Set(BookingFault.allCases))
    #expect(BookingFault.allCases.count >= 40)
    #expect(BookingVariation.allCases.count >= 15)
  }
}
