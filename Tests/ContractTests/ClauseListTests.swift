import AccordModel
import Foundation
import ShippedContracts
import Testing

/// The clauses with their levels and sources, as a file that is reviewed when it changes.
@Suite("The list of all clauses")
struct ClauseListTests {
  @Test("Every clause has the level and the source that were reviewed")
  func list() throws {
    let text = ShippedContracts.suites.flatMap { suite in
      [suite.id] + Self.catalogue(suite) + suite.contracts.flatMap { Self.lines($0, suite) }
    }.joined(separator: "\n")
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    let file = folder.appending(path: "clauses.txt")
    if ProcessInfo.processInfo.environment["ACCORD_RECORD_GOLDENS"] == "1" {
      try Data((text + "\n").utf8).write(to: file)
      Issue.record("recorded clauses.txt")
      return
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    let found = text.split(separator: "\n").map(String.init)
    for (line, reviewed) in zip(found, golden) { #expect(line == reviewed) }
    #expect(found.count == golden.count)
  }

  private static func lines(_ contract: Contract, _ suite: ContractSuite) -> [String] {
    ["\(suite.id)/\(contract.id)"]
      + contract.clauses(in: suite).map { clause in
        line(clause.basis, "\(clause.id): \(clause.sentence)", document: contract.document)
      }
      + contract.refusals.flatMap { refusal in
        refusal.probes.compactMap { probe in
          probe.basis.map { basis in
            let words = "\(refusal.refused.id), \(probe.name): The value \(probe.why)."
            return line(basis, words, document: contract.document)
          }
        }
      }
  }

  private static func catalogue(_ suite: ContractSuite) -> [String] {
    suite.errors.entries.map { entry in
      let code = entry.code.map { ", code \($0)" } ?? ""
      return line(entry.basis, "\(entry.name): status \(entry.statuses)\(code)", document: "")
    }
      + suite.formats.compactMap { format in
        format.charset.map {
          line(format.charsetBasis, "\(format.id): charset \($0)", document: "")
        }
      }
  }

  private static func line(_ basis: Basis, _ words: String, document: String) -> String {
    switch basis {
    case .stated: "  must · \(document) · \(words)"
    case .statedBy(let page): "  must · \(page.title) <\(page.address)> · \(words)"
    case .assumption(let reason): "  assumption · \(words) · \(reason)"
    }
  }
}
