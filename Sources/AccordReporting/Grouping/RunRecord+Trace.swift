import AccordModel

extension RunRecord.Exchange {
  /// Of which trace the request told (W3C Trace Context), if it did.
  var trace: TraceParent? { TraceParent(request.fields) }

  /// The trace in words, such as `4bf92f3577b34da6a3ce929d0e0e4736, parent 00f067aa0ba902b7`.
  var traceInWords: String? { trace.map { "\($0.traceID), parent \($0.parentID)" } }
}

extension Cause {
  /// The trace of the exchange that shows what is wrong, in words.
  var traceInWords: String? {
    let exchanges = example.exchanges
    guard exchanges.indices.contains(violation.step) else { return nil }
    return exchanges[violation.step].traceInWords
  }
}
