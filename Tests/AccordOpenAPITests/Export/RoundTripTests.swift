import Accord
import AccordModel
import AccordSchema
import Foundation
import ShippedContracts
import Testing

@testable import AccordOpenAPI

/// What of a shipped suite is lost when it is written as OpenAPI and read again: a table, a line for each origin of
/// the cases of each contract.
///
/// `ACCORD_RECORD_GOLDENS=1` writes it anew, and fails on purpose.
@Suite struct RoundTripTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Goldens/round-trip.txt")

  /// The identifiers of the cases of a suite, by contract and origin.
  private static func cases(of suite: ContractSuite) -> [String: Set<String>] {
    var cases: [String: Set<String>] = [:]
    for testCase in suite.plan().cases {
      let key = "\(testCase.contract) \(testCase.origin.rawValue)"
      cases[key, default: []].insert(testCase.id.description)
    }
    return cases
  }

  /// The suite of the document of a suite.
  private static func again(_ suite: ContractSuite) throws -> ImportedSuite {
    let text = try suite.openAPI().document.bytes(indented: true)
    return try ImportedSuite(of: Description(parsing: text, named: "export.json"))
  }

  private static func table() throws -> String {
    var lines: [String] = []
    for suite in ShippedContracts.suites {
      let again = try again(suite).suite
      let (before, after) = (cases(of: suite), cases(of: again))
      for key in Set(before.keys).union(after.keys).sorted() {
        let (old, new) = (before[key] ?? [], after[key] ?? [])
        lines.append(
          "\(suite.id) \(key): \(old.intersection(new).count) the same, "
            + "\(old.subtracting(new).count) lost, \(new.subtracting(old).count) others"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("the table is as it was")
  func asItWas() throws {
    let table = try Self.table()
    if ProcessInfo.processInfo.environment["ACCORD_RECORD_GOLDENS"] != nil {
      try Data(table.utf8).write(to: Self.file)
      Issue.record("recorded round-trip.txt")
      return
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == table)
  }

  @Test(
    "all comes back but what is listed: life cycles, workflows, neighbours and what the mock does",
    arguments: ShippedContracts.suites + [SuiteExportTests.pets]
  )
  func comesBack(_ suite: ContractSuite) throws {
    let imported = try Self.again(suite)
    #expect(imported.notCarried.map(\.description) == [])
    #expect(imported.inferences == [])
    let again = imported.suite
    var before = Self.cases(of: suite)
    let after = Self.cases(of: again)
    for key in before.keys where key.hasSuffix(" life-cycle") { before[key] = nil }
    #expect(before == after)
    #expect(Self.said(of: again) == Self.said(of: suite))
    // What is written of it is what was read, to the last member; what schemas admit is compared by
    // AccordComparingTests.
    let (old, new) = (try suite.openAPI().document, try again.openAPI().document)
    for name in SuiteExtension.rows.list.map(\.name) {
      #expect(old[name]?.withoutSchemas == new[name]?.withoutSchemas, "\(name)")
    }
  }

  /// What a suite says, but for its life cycles and its workflows: each promise with where it comes from.
  private static func said(of suite: ContractSuite) -> [String] {
    var suite = suite
    suite.workflows = []
    suite.lifeCycles = []
    let contracts = suite.contracts.flatMap { contract in
      ["\(contract.name): \(contract.summary)"]
        + contract.clauses(in: suite).map { "\($0.id): \($0.sentence) \($0.basis)" }
    }
    return ["\(suite.id) \(suite.name): \(suite.summary)"] + contracts
  }

  @Test(
    "a document becomes the same suite again: OpenAPI, suite, OpenAPI, suite",
    .enabled(if: OpenAPISuite.folder != nil, "\(OpenAPISuite.isAbsent)"),
    arguments: OpenAPISuite.documents(in: "museum") + OpenAPISuite.documents(in: "examples")
  )
  func documents(_ path: String) throws {
    guard let first = try? ImportedSuite(openAPI: path).suite else { return }
    let imported = try Self.again(first)
    #expect(Self.cases(of: imported.suite) == Self.cases(of: first))
    #expect(Self.said(of: imported.suite) == Self.said(of: first))
    #expect(imported.suite.workflows.map(\.id) == first.workflows.map(\.id))
  }
}
