import AccordModel
import AccordSchema
import Foundation
import ShippedContracts
import Testing

@testable import AccordOpenAPI

/// The shipped suites as OpenAPI documents.
@Suite struct ShippedExportTests {
  private static let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  private static let versions = OpenAPIExport.Version.allCases

  @Test(
    "the official schema and the checks accept it",
    arguments: ShippedContracts.suites,
    versions
  )
  func valid(_ suite: ContractSuite, _ version: OpenAPIExport.Version) throws {
    let export = try suite.openAPI(version)
    let description = try Description(
      parsing: export.document.bytes(indented: true),
      named: "\(suite.id).json"
    )
    #expect(description.problems.filter { $0.severity == .error }.map(\.line) == [])
    let operations = export.document["paths"]?.members?.flatMap { $0.value.members ?? [] } ?? []
    let routes = suite.contracts.flatMap(\.routes).flatMap(\.methods.probed)
    #expect(operations.count == routes.count)
  }

  @Test(
    "what OpenAPI cannot say is listed, and each thing once",
    arguments: ShippedContracts.suites
  )
  func notes(_ suite: ContractSuite) throws {
    let notes = try suite.openAPI().notes
    #expect(!notes.isEmpty)
    #expect(Set(notes).count == notes.count)
  }

  @Test("importing it makes a suite that is exported as it was", arguments: ShippedContracts.suites)
  func roundTrip(_ suite: ContractSuite) throws {
    func again(_ suite: ContractSuite) throws -> ImportedSuite {
      let text = try suite.openAPI().document.bytes(indented: true)
      return try ImportedSuite(of: Description(parsing: text, named: "export.json"))
    }
    let first = try again(suite)
    // Its statuses are in their order from the second round on.
    let second = try again(first.suite)
    let third = try again(second.suite)
    // What schemas admit is compared by AccordComparingTests, however they are written.
    let differences = third.differences(from: second.suite)
    #expect(differences.filter { !$0.contains(": schema of ") } == [])
    #expect(first.suite.name == suite.name)
    #expect(first.suite.summary == suite.summary)
    for contract in suite.contracts
    where contract.routes.flatMap(\.methods.probed).count == 1 {
      let same = first.suite.contract(contract.id)
      #expect(same?.summary == contract.summary)
      #expect(same?.routes.map(\.path) == contract.routes.map(\.path))
    }
  }

  @Test("the documents under Reports are what is exported", arguments: ShippedContracts.suites)
  func reports(_ suite: ContractSuite) throws {
    let text = try suite.openAPI().document.text(indented: true) + "\n"
    let path = Self.root.appending(path: "Reports/\(suite.id).openapi.json")
    if ProcessInfo.processInfo.environment["ACCORD_RECORD_GOLDENS"] != nil {
      try text.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path.lastPathComponent)")
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == text)
  }

  /// A Python with openapi-spec-validator (Tests/peers.txt).
  private static let python: String? = {
    var paths: [String] = []
    if let named = ProcessInfo.processInfo.environment["ACCORD_PYTHON"] { paths.append(named) }
    paths.append(root.appending(path: ".build-peers/bin/python3").path)
    for path in paths where FileManager.default.isExecutableFile(atPath: path) {
      if let output = try? run("import openapi_spec_validator", [], path), output.isEmpty {
        return path
      }
    }
    return nil
  }()

  private static func run(_ script: String, _ input: [UInt8], _ python: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(input).write(to: folder.appending(path: "openapi.json"))
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "openapi-spec-validator accepts them",
    .enabled(if: python != nil, "no Python with openapi-spec-validator (Tests/peers.txt)")
  )
  func peer() throws {
    // In one process: to import the peer takes longer than what it does.
    let script = """
      import json, openapi_spec_validator
      peers = {"3.0": openapi_spec_validator.OpenAPIV30SpecValidator, "3.1": openapi_spec_validator.OpenAPIV31SpecValidator}
      documents = json.load(open("openapi.json"))
      for document in documents:
          for error in peers[document["openapi"][:3]](document).iter_errors():
              print(document["info"]["title"], "/".join(map(str, error.absolute_path)), error.message[:300])
      print(len(documents), "documents")
      """
    let python = try #require(Self.python)
    var texts: [String] = []
    for suite in ShippedContracts.suites + [SuiteExportTests.pets] {
      for version in Self.versions {
        texts.append(try suite.openAPI(version).document.text(indented: true))
      }
    }
    let documents = "[" + texts.joined(separator: ",") + "]"
    #expect(try Self.run(script, Array(documents.utf8), python) == "\(texts.count) documents\n")
  }
}
