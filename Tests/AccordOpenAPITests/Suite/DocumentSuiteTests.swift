import Accord
import AccordModel
import Foundation
import Testing

@testable import AccordOpenAPI

/// Documents that others wrote become suites that their own mocks keep.
@Suite struct DocumentSuiteTests {
  static let isThere = OpenAPISuite.folder != nil
  static let why = Comment(rawValue: OpenAPISuite.isAbsent)

  /// The examples and the museum, by their names below the folder of the documents.
  static let names =
    OpenAPISuite.documents(in: "examples").compactMap { path in
      path.split(separator: "/").last.map { "examples/" + $0 }
    } + ["museum/openapi.yaml"]

  private func imported(_ name: String) throws -> ImportedSuite {
    let folder = try #require(OpenAPISuite.folder)
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return try ImportedSuite(of: Description(parsing: bytes, named: file))
  }

  @Test(.enabled(if: isThere, why), arguments: names)
  func isSound(_ name: String) throws {
    let suite = try imported(name).suite
    let problems = suite.lint().map { "\($0.source.line): \($0.check): \($0.message)" }
    // A document may describe webhooks alone.
    let isEmpty = suite.contracts.isEmpty
    #expect(problems.filter { !isEmpty || !$0.contains("There is no contract.") } == [])
  }

  @Test(.enabled(if: isThere, why), arguments: names)
  func isKeptByItsOwnMock(_ name: String) async throws {
    let suite = try imported(name).suite
    let problems = try await suite.rehearse()
    #expect(problems.map { "\($0.source.line): \($0.message)" } == [])
    var settings = ConformanceRun.Settings()
    settings.isStrict = true
    let target = ConformanceRun.Target(suite, against: .inProcessMock)
    let report = try await ConformanceRun([target], settings: settings).report()
    let results = report.suites.flatMap(\.results)
    let others = results.filter { $0.judgement.verdict != .conforms }
    #expect(others.map { "\($0.testCase.id): \($0.judgement.verdict)" } == [])
    if !suite.contracts.isEmpty { #expect(!results.isEmpty) }
  }

  /// What each document becomes, as a listing.
  @Test(.enabled(if: isThere, why)) func becomesWhatIsListed() throws {
    var text = ""
    for name in Self.names { text += try listing(of: imported(name), name) + "\n" }
    try expectGolden(text, "documents.txt")
  }

  private func listing(of imported: ImportedSuite, _ name: String) -> String {
    let suite = imported.suite
    let cases = suite.plan().cases
    var text = "# \(name): \(suite.id), \(cases.count) cases\n"
    if !imported.servers.isEmpty {
      text += "servers: \(imported.servers.joined(separator: ", "))\n"
    }
    for (role, credential) in suite.credentials {
      let variables = credential.variables.joined(separator: ", ")
      text += "credential\(role.map { " " + $0 } ?? ""): \(credential.place.text) of \(variables)\n"
    }
    for given in suite.givens {
      let calls = [given.discovery, given.creation].compactMap { $0?.name }
      text += "given \(given.id): \(calls.joined(separator: ", else "))\n"
    }
    for contract in suite.contracts {
      let routes = contract.routes.map { "\($0.methods.probed.map(\.rawValue)[0]) \($0.path)" }
      text +=
        "\(contract.id): \(routes.joined()), \(cases.count { $0.contract == contract.id }) cases\n"
      text += "  parameters: \(contract.parameters.map { "\($0.name) (\($0.usual))" })\n"
      if let body = contract.body { text += "  reads: \(body.formats)\n" }
      text += "  answers: "
      text += contract.responses.map { "\($0.statuses) \($0.formats)" }.joined(separator: "; ")
      text += "\n  examples: \(contract.examples.map(\.name).joined(separator: ", "))\n"
    }
    for entry in imported.notCarried { text += "not carried: \(entry)\n" }
    for inference in imported.inferences { text += "taken for granted: \(inference)\n" }
    return text
  }
}
