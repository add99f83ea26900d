import AccordJudging
import AccordReporting

extension Extensions {
  /// What keeps the extensions from being used with all suites that there are, a sentence each.
  package func problems(inAll suites: [ContractSuite]) -> [String] {
    let strange = cases.filter { testCase in !suites.contains { $0.id == testCase.suite } }
    return problems(in: suites)
      + strange.map { testCase in
        """
        The case \(testCase.id) is of the suite "\(testCase.suite)"; there are \
        \(suites.map(\.id).joined(separator: ", ")). Give it one of them.
        """
      }
  }

  /// What keeps the extensions from being used with some of the suites, a sentence each.
  package func problems(in suites: [ContractSuite]) -> [String] {
    ruleProblems + originProblems + reportProblems + stringFormatProblems
      + suites.flatMap(caseProblems)
  }

  private var ruleProblems: [String] {
    Self.problems(
      of: rules.map(\.id),
      "rule",
      besides: RuleSet.standard.rules.map(\.id),
      "Reports, filters and baselines tell rules apart by their identifiers"
    )
  }

  private var originProblems: [String] {
    Self.problems(
      of: origins.map(\.id),
      "origin",
      besides: (Case.Origin.planned + [.written]).map(\.rawValue),
      "Reports tell origins of cases apart by their identifiers"
    )
  }

  private var reportProblems: [String] {
    var known = Set(ReportFormats.all.map(\.name))
    return reports.compactMap { format in
      guard known.insert(format.name).inserted else {
        return """
          Two formats of reports are called "\(format.name)". --report tells them apart by their \
          names: rename one.
          """
      }
      guard !format.name.isEmpty, !format.name.contains(where: { $0 == "=" || $0.isWhitespace })
      else {
        return """
          The format of reports "\(format.name)" has a name that --report NAME=PATH cannot name: \
          leave out equals signs and blanks.
          """
      }
      return nil
    }
  }

  private var stringFormatProblems: [String] {
    var known: Set<String> = []
    return stringFormats.compactMap { format in
      if !known.insert(format.name).inserted || StringFormat.isStandard(format.name) {
        return """
          Two formats of strings are called "\(format.name)". Schemas tell them apart by their names: \
          rename one.
          """
      }
      return format.flaw.map { "A format of strings cannot be used: \($0)" }
    }
  }

  /// What is wrong with identifiers.
  private static func problems(
    of ids: [String],
    _ noun: String,
    besides standard: [String],
    _ reason: String
  ) -> [String] {
    var known = Set(standard)
    return ids.compactMap { id in
      guard known.insert(id).inserted else {
        return """
          Two \(noun)s are called "\(id)". \(reason): rename one.
          """
      }
      guard Case.Origin(rawValue: id) != nil else {
        return """
          The \(noun) "\(id)" has a name that is not made of lower-case letters, digits and hyphens.
          """
      }
      return nil
    }
  }

  /// What is wrong with the cases that are added to a suite.
  private func caseProblems(in suite: ContractSuite) -> [String] {
    let made = suite.contracts.flatMap { contract in
      origins.flatMap { origin in
        origin.cases(of: contract, in: suite).compactMap { testCase -> String? in
          guard testCase.suite == suite.id, testCase.contract == contract.id else {
            return """
              The origin "\(origin.id)" was asked for cases of \(suite.id)/\(contract.id) and made \
              \(testCase.id), which is of \(testCase.suite)/\(testCase.contract).
              """
          }
          return Self.problem(of: testCase, in: suite)
        }
      }
    }
    return made
      + cases.filter { $0.suite == suite.id }.compactMap { Self.problem(of: $0, in: suite) }
  }

  private static func problem(of testCase: Case, in suite: ContractSuite) -> String? {
    guard let contract = suite.contract(testCase.contract) else {
      return """
        The case \(testCase.id) is of the contract "\(testCase.contract)", which the suite \
        \(suite.id) does not have.
        """
    }
    let begin = "\(suite.id)/\(contract.id)/"
    guard testCase.id.description.hasPrefix(begin),
      CaseID([testCase.id.description]) == testCase.id
    else {
      return """
        The case "\(testCase.id)" needs an identifier that begins with \(begin) and is made of \
        lower-case letters, digits, dots, hyphens and slashes: reports and baselines tell cases apart \
        by it.
        """
    }
    guard !testCase.steps.isEmpty else { return "The case \(testCase.id) has no request." }
    for step in testCase.steps where suite.contract(step.contract) == nil {
      return """
        The case \(testCase.id) is held to the contract "\(step.contract)", which the suite \
        \(suite.id) does not have.
        """
    }
    for given in testCase.givens where suite.given(given) == nil {
      return """
        The case \(testCase.id) needs the given "\(given)", which the suite \(suite.id) does not \
        declare.
        """
    }
    let clauses =
      contract.clauses(in: suite).map(\.id)
      + testCase.steps.flatMap(\.expectation.clauses).map(\.id)
    return testCase.clauses.first { !clauses.contains($0) }.map { clause in
      """
      The case \(testCase.id) names the promise "\(clause)", which \(contract.id) does not make: the \
      command list --verbose shows those of other cases.
      """
    }
  }
}
