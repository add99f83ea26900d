public import Accord
import AccordJudging
import AccordMocking
import AccordModel
import AccordPlanning
import AccordReporting
import AccordRunning
import AccordSchema

extension Audit {
  /// Changes the answers of a stored run and judges them again: how much the rules notice of what this server
  /// really says, without a server.
  ///
  /// Only what can be wrong in an answer is tried. Cases whose answers were cut off in the record, or that it
  /// does not hold, say nothing.
  public func report(
    on record: RunRecord,
    onProgress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async -> AuditReport.Suite {
    let plan = settings.selection.selecting(
      from: suite.plan(with: settings.extensions, options: settings.planOptions)
    )
    let index = SuiteIndex(suite)
    let judge = Judge(rules: .standard.adding(settings.extensions.rules))
    let mock = Mock([suite], seed: settings.seed, now: { 0 })
    var recording = Recording()
    let recorded = record.suites.first { $0.id == suite.id }?.cases ?? []
    let known = Dictionary(recorded.map { ($0.id, $0) }) { first, _ in first }
    for testCase in plan.cases {
      guard let exchanges = known[testCase.id]?.exchanges.map(\.asItWas), !exchanges.isEmpty,
        exchanges.allSatisfy({ $0 != nil }),
        let found = Recording.recorded(
          testCase,
          exchanges.compactMap(\.self),
          on: mock,
          judge,
          index
        )
      else {
        recording.silent.append((testCase.id, "The run does not hold its answers whole."))
        continue
      }
      recording.cases.append(found)
    }
    return await report(on: recording, plan, index, judge, hasServer: false, onProgress)
  }
}

extension RunRecord.Exchange {
  /// The exchange as it was; `nil` where no whole answer is recorded.
  fileprivate var asItWas: Exchange? {
    guard let response, !response.body.isTruncated, !request.body.isTruncated else { return nil }
    var target = request.url[...]
    var origin = ""
    if let scheme = target.firstRange(of: "://") {
      let rest = target[scheme.upperBound...]
      let slash = rest.firstIndex(of: "/") ?? rest.endIndex
      origin = String(target[..<slash])
      target = rest[slash...]
    }
    return Exchange(
      request: Exchange.Request(
        origin: origin,
        method: request.method,
        target: String(target),
        fields: request.fields,
        body: request.body.bytes,
        payload: (try? JSONDocument(parsing: request.body.bytes))?.root.value
      ),
      outcome: .answered(
        Exchange.Response(
          version: response.version,
          status: response.status,
          reason: response.reason,
          fields: response.fields,
          body: response.body.bytes,
          trailers: response.trailers,
          interim: response.interim,
          surplus: response.surplus.bytes,
          deviations: response.deviations
        )
      )
    )
  }
}
