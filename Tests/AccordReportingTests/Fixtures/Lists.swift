import AccordModel
import AccordSchema

@testable import AccordReporting

/// Runs in which every item of a list is wrong in the same way.
enum Lists {
  static let promise = "response/200/body/member/items/*/id"

  /// One item whose member breaks its schema.
  static func violation(
    _ path: [InstancePath.Step],
    expected: String = "an integer",
    actual: String = "string \"x\"",
    keyword: String = "type"
  ) -> RunRecord.Violation {
    var violation = Differences.violation(.body(InstancePath(path)), expected, actual)
    violation.keyword = keyword
    violation.members = [promise]
    return violation
  }

  /// A case in which so many items are wrong, each with another value.
  static func result(_ name: String, items: Int, from first: Int = 0) -> RunRecord.Case {
    result(
      name,
      (first..<first + items).map { index in
        violation([.member("items"), .item(index), .member("id")], actual: "string \"\(index)x\"")
      }
    )
  }

  /// A case with these violations.
  static func result(_ name: String, _ violations: [RunRecord.Violation]) -> RunRecord.Case {
    var result = Differences.result(name, Differences.violation(.body(), "", ""), [])
    result.violations = violations
    result.verdict = violations.isEmpty ? .conforms : .violates
    result.exercised = violations.isEmpty ? [] : [promise]
    return result
  }

  /// A run of these cases, whose contract promises the member.
  static func run(_ cases: [RunRecord.Case]) -> RunRecord {
    var run = Differences.run(cases)
    run.suites[0].contracts[0].promises = [RunRecord.Promise(id: promise, kind: .member)]
    return run
  }
}
