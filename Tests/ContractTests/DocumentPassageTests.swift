import AccordModel
import Foundation
import ShippedContracts
import Testing

/// The five documents, line by line: each line is held by a clause, told in words, or promises
/// nothing, with why.
@Suite("Every line of the documents is held")
struct DocumentPassageTests {
  /// A document with its contract.
  struct Document: Sendable, CustomTestStringConvertible {
    var suite: ContractSuite.ID
    var contract: Contract.ID
    var passages: [Passage]
    var testDescription: String { contract }
  }

  static let documents = [
    Document(
      suite: "interact",
      contract: "recommended.request-connection",
      passages: Passage.requestEntityConnection
    ),
    Document(
      suite: "interact",
      contract: "connections.accept-reject",
      passages: Passage.acceptRejectCompanyConnection
    ),
    Document(
      suite: "platform",
      contract: "contacts.connections",
      passages: Passage.getConnectionsToContact
    ),
    Document(
      suite: "platform",
      contract: "connections.status-update",
      passages: Passage.connectionStatusUpdate
    ),
    Document(
      suite: "interact",
      contract: "company.preregister",
      passages: Passage.preregisterContact
    ),
  ]

  private func suite(_ document: Document) throws -> ContractSuite {
    try #require(ShippedContracts.suites.first { $0.id == document.suite })
  }

  private func contract(_ document: Document) throws -> Contract {
    try #require(suite(document).contract(document.contract))
  }

  @Test("Passages are the lines of the document, in its order", arguments: documents)
  func everyLineHasAPassage(_ document: Document) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Documents")
    let file = folder.appending(path: try contract(document).document)
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }[...]
    for passage in document.passages {
      let line = lines.first ?? "the end of the document"
      try #require(line.hasPrefix(passage.start), "\(passage.start)")
      try #require(lines.count >= passage.lines)
      #expect(!passage.holders.isEmpty)
      lines = lines.dropFirst(passage.lines)
    }
    #expect(lines.first == nil)
  }

  @Test("What is stated is a must, and what is read is an assumption", arguments: documents)
  func holdersExist(_ document: Document) throws {
    let suite = try suite(document)
    let contract = try contract(document)
    let words = Self.words(of: contract, in: suite)
    for passage in document.passages {
      for holder in passage.holders {
        switch holder {
        case .stated(let ids):
          for id in ids {
            let basis = try #require(Self.basis(id, contract, suite), "\(passage.start): \(id)")
            #expect(basis.isStated, "\(passage.start): \(id)")
          }
        case .read(let ids):
          let bases = try ids.map { id in
            try #require(Self.basis(id, contract, suite), "\(passage.start): \(id)")
          }
          #expect(bases.contains { !$0.isStated }, "\(passage.start)")
        case .told(let text):
          #expect(words.contains { $0.contains(text) }, "\(passage.start): \(text)")
        case .nothing(let why):
          #expect(why.hasSuffix("."))
        }
      }
    }
  }

  @Test("Nothing is marked as stated by a document that no line of it states", arguments: documents)
  func statedClausesHaveALine(_ document: Document) throws {
    let contract = try contract(document)
    var named: Set<String> = []
    for case .stated(let ids) in document.passages.flatMap(\.holders) { named.formUnion(ids) }
    let unnamed = try contract.clauses(in: suite(document))
      .filter { $0.basis == .stated && !named.contains($0.id) }
    #expect(unnamed.map(\.id) == [])
  }

  private static func basis(
    _ id: String,
    _ contract: Contract,
    _ suite: ContractSuite
  ) -> Basis? {
    let parts = id.split(separator: ": ")
    guard parts.count == 2 else { return contract.basis(of: id, in: suite) }
    return suite.contract(String(parts[0]))?.basis(of: String(parts[1]), in: suite)
  }

  /// What a reader of the living documents is told beside the clauses.
  private static func words(of contract: Contract, in suite: ContractSuite) -> [String] {
    var words = [suite.name, suite.summary, contract.name, contract.summary] + contract.notes
    words += contract.references.flatMap { [$0.title, $0.address] }
    words += contract.body.map { $0.schema.memberDescriptions } ?? []
    return words + suite.givens.map(\.meaning)
  }
}
