import Accord
import AccordModel
import ShippedContracts
import Testing

/// Whatever lints clean is kept by its own mock.
@Suite("The mock keeps every contract that is sound")
struct RehearsalTests {
  @Test(arguments: 0..<120)
  func madeUpSuite(_ seed: Int) async throws {
    var generator = SuiteGenerator(seed: UInt64(seed))
    let suite = generator.suite()
    let problems = suite.lint().map(\.description)
    #expect(problems == [])
    guard problems.isEmpty else { return }
    let notKept = try await suite.rehearse().map(\.description)
    #expect(notKept == [])
  }

  static let written = [Orders.suite, Registry.suite] + ShippedContracts.suites

  @Test(arguments: written.map(\.id))
  func writtenSuite(_ id: ContractSuite.ID) async throws {
    let suite = try #require(Self.written.first { $0.id == id })
    let notKept = try await suite.rehearse().map(\.description)
    #expect(notKept == [])
  }
}
