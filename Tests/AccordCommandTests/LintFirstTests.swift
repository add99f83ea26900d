import Accord
import ArgumentParser
import FoundationEssentials
import ShippedContracts
import Testing

@testable import AccordCommand

/// `verify` looks at the contracts before it holds a server to them.
// Whole runs side by side would take the processors from the tests that are about time.
@Suite(.serialized) struct LintFirstTests {
  /// Shipped contracts, in one of which a header of the answer has a schema that means nothing.
  private static var unsound: [ContractSuite] {
    var suites = ShippedContracts.suites
    for suite in suites.indices {
      for contract in suites[suite].contracts.indices
      where suites[suite].contracts[contract].id == "company.preregister" {
        suites[suite].contracts[contract].responses[0].headers
          .append(.required("X-Shelf", .string(pattern: "(")))
      }
    }
    return suites
  }

  private func status(_ arguments: [String]) async throws -> Int32? {
    let folder = "/tmp/accord-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let usual = ["--in-process", "--quiet", "--output", folder]
    do {
      try await ConformanceCommand.$suites.withValue(Self.unsound) {
        try await VerifyCommand.parse(usual + arguments).run()
      }
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    }
  }

  private static let cases = ["--case", "*/header-missing/*"]

  @Test func unsoundContractIsNotRun() async throws {
    #expect(try await status(["--suite", "interact"] + Self.cases) == 2)
    #expect(
      try await status(["--contract", "company.preregister", "--report", "json=-"] + Self.cases)
        == 2
    )
  }

  @Test func soundContractOfTheSameSuiteIsRun() async throws {
    #expect(try await status(["--contract", "connections.accept-reject"] + Self.cases) == 0)
    #expect(try await status(["--suite", "platform", "--case", "*/header-missing/*"]) == 0)
  }

  @Test func withoutTheLintItsCasesFail() async throws {
    #expect(
      try await status(["--contract", "company.preregister", "--no-lint"] + Self.cases) == 2
    )
  }

  @Test func problemIsSaidAtItsLine() throws {
    let suite = try #require(Self.unsound.first { $0.id == "interact" })
    let problem = try #require(suite.lint().first { $0.check == "schemas" })
    #expect(problem.line.contains(".swift:"))
    #expect(
      problem.line.contains(
        ": schemas: The schema of the header X-Shelf of the answer response/success cannot be "
          + "compiled. In the schema at /pattern: the pattern ( is not in the syntax of ECMA-262: "
      )
    )
  }

  @Test func mockSaysWhatItHoldsNoRequestTo() {
    let warnings = MockCommand.warnings(of: Self.unsound)
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasPrefix("warning: The mock checks nothing by a schema that") == true)
    #expect(warnings.first?.contains("The schema of the header X-Shelf of the answer") == true)
    #expect(MockCommand.warnings(of: ShippedContracts.suites).isEmpty)
  }
}
