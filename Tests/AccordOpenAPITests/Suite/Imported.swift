import Accord
import AccordMocking
import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// A suite of a document that stands in a test.
struct Imported {
  let imported: ImportedSuite
  var suite: ContractSuite { imported.suite }

  init(_ text: String, named name: String = "api.yaml") throws {
    try self.init(of: Description(parsing: Array(text.utf8), named: name))
  }

  init(of description: Description) throws { imported = try ImportedSuite(of: description) }

  /// A document of OpenAPI 3.1 with these paths, and what else stands at its root.
  init(paths: String, and rest: String = "", version: String = "3.1.0") throws {
    let indented = paths.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  " + $0 }.joined(separator: "\n")
    try self.init(
      """
      openapi: \(version)
      info: {title: Shop, version: '1'}
      paths:
      \(indented)
      \(rest)
      """
    )
  }

  func contract(_ id: String) throws -> Contract { try #require(suite.contract(id)) }

  /// What is not carried, each with its pointer.
  var notCarried: [String] { imported.notCarried.map { "\($0.pointer): \($0.reason.message)" } }

  /// The identifiers of the planned cases.
  var cases: [String] {
    suite.plan(options: PlanOptions(depth: .quick)).cases.map(\.id.description)
  }

  /// The results of all cases against the mock, but for what a server does differently.
  func report(
    isStrict: Bool = false,
    _ distortion: @escaping @Sendable (MockRequest, (MockRequest) -> MockAnswer) -> MockAnswer
  ) async throws -> Report {
    var settings = ConformanceRun.Settings()
    settings.isStrict = isStrict
    let target = ConformanceRun.Target(suite, against: .inProcessMock)
    let mock = Mock([suite], distortion: distortion)
    return try await ConformanceRun([target], settings: settings, mock: mock).report()
  }

  /// The violations that a server has which answers differently from the mock: those of promises, and with
  /// `isStrict` of assumptions too.
  func violations(
    isStrict: Bool = false,
    _ change: @escaping @Sendable (MockRequest, inout MockAnswer) -> Void
  ) async throws -> [String] {
    let report = try await report(isStrict: isStrict) { request, answer in
      var answered = answer(request)
      change(request, &answered)
      return answered
    }
    var found: [String] = []
    for result in report.suites.flatMap(\.results) {
      switch result.judgement.verdict {
      case .violates: found += result.judgement.violations.map { "\($0.rule) at \($0.place)" }
      case .failed(let reason): found.append("failed: \(reason)")
      default: break
      }
    }
    var known: Set<String> = []
    return found.filter { known.insert($0).inserted }
  }

  /// The problems of the suite and of its mock.
  func problems() async throws -> [String] {
    let rehearsed = try await suite.rehearse()
    return (suite.lint() + rehearsed).map {
      "\($0.source.path(in: nil)): \($0.check): \($0.message)"
    }
  }
}
