import Accord
import AccordJudging
import AccordModel
import AccordOpenAPI
import AccordReporting
import ArgumentParser

/// What a shell offers for the values of options: what there is in the suites, or in the documents, of the command line.
enum Candidates {
  /// The identifiers of suites.
  static var suites: CompletionKind { custom { $0.map(\.id) } }

  /// The identifiers of contracts.
  static var contracts: CompletionKind { custom { $0.flatMap { $0.contracts.map(\.id) } } }

  /// The identifiers of cases.
  static var cases: CompletionKind {
    custom { suites in
      suites.flatMap { $0.plan(with: ConformanceCommand.extensions).cases.map(\.id.description) }
    }
  }

  /// The identifiers of rules, those of the tool among them.
  static var rules: CompletionKind {
    .custom { _, _, _ in
      RuleSet.standard.adding(ConformanceCommand.extensions.rules).rules.map(\.id)
    }
  }

  /// The names of formats of reports, those of the tool among them.
  static var formats: CompletionKind {
    .custom { _, _, _ in ReportOptions.known.map(\.name) }
  }

  /// Where cases come from.
  static var origins: CompletionKind {
    .custom { _, _, _ in (Case.Origin.planned + [.written]).map(\.rawValue) }
  }

  private static func custom(
    _ names: @escaping @Sendable ([ContractSuite]) -> [String]
  ) -> CompletionKind {
    .custom { words, _, prefix in
      var seen: Set<String> = []
      return names(suites(of: words)).filter { $0.hasPrefix(prefix) && seen.insert($0).inserted }
    }
  }

  /// The suites that a command line is about; what cannot be read offers nothing.
  private static func suites(of words: [String]) -> [ContractSuite] {
    let files = zip(words, words.dropFirst()).filter { $0.0 == "--openapi" }.map(\.1)
    guard !files.isEmpty else { return ConformanceCommand.suites }
    let imported = try? ImportedSuite.suites(openAPI: files, arazzo: [], inputs: [], root: nil)
    return imported?.map(\.suite) ?? []
  }
}
