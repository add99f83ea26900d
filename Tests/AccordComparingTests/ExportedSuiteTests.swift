import AccordModel
import AccordOpenAPI
import AccordSchema
import ShippedContracts
import Testing

@testable import AccordComparing

/// What is exported says the same as what it was made of.
@Suite struct ExportedSuiteTests {
  private func description(
    _ suite: ContractSuite,
    _ version: OpenAPIExport.Version = .v31
  ) throws -> Description {
    try Description(
      parsing: suite.openAPI(version).document.bytes(indented: true),
      named: "\(suite.id) \(version.rawValue)"
    )
  }

  @Test("OpenAPI 3.0 says the same of a suite as 3.1", arguments: ShippedContracts.suites)
  func versions(_ suite: ContractSuite) throws {
    let comparison = ContractComparison(
      from: try description(suite),
      to: try description(suite, .v30)
    )
    #expect(comparison.changes.map(\.sentence) == [])
  }

  @Test(
    "what is imported of an export and exported again breaks nothing",
    arguments: ShippedContracts.suites
  )
  func again(_ suite: ContractSuite) throws {
    let first = try ImportedSuite(of: description(suite)).suite
    let second = try ImportedSuite(of: description(first)).suite
    let comparison = ContractComparison(from: try description(first), to: try description(second))
    #expect(
      comparison.level <= .harmless,
      "\(ChangeFormat.terminal.text(of: comparison, failingOn: .breaking))"
    )
  }
}
