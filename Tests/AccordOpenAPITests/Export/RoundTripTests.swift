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
      // The name of a suite follows from its title.
      let id = testCase.id.description.split(separator: "/").dropFirst().joined(separator: "/")
      cases["\(testCase.contract) \(testCase.origin.rawValue)", default: []].insert(id)
    }
    return cases
  }

  private static func table() throws -> String {
    var lines: [String] = []
    for suite in ShippedContracts.suites {
      let text = try suite.openAPI().document.bytes(indented: true)
      let again = try ImportedSuite(of: Description(parsing: text, named: "export.json")).suite
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
}
