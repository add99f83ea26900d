import AccordModel
import AccordSchema

extension ExtensionCoding where Value == ResponseTime {
  /// How long an answer takes at most.
  static var responseTime: Self {
    .object(ResponseTime(within: .zero, .stated, SourceLine(fileID: "", line: 0))) { rows in
      rows.must("milliseconds", \.limit, .milliseconds)
      rows.must("basis", \.clause.basis, .basis)
    } made: { read, source in
      ResponseTime(within: read.limit, read.clause.basis, source)
    }
  }
}

extension ExtensionCoding where Value == Duration {
  /// A time in milliseconds, more than none, to the nanosecond.
  fileprivate static var milliseconds: Self {
    ExtensionCoding { duration, _ in
      let (whole, rest) = ResponseTime.nanoseconds(duration).quotientAndRemainder(
        dividingBy: 1_000_000
      )
      guard rest != 0 else { return .number(JSONNumber(Int(whole))) }
      var digits = String(1_000_000 + rest.magnitude).dropFirst()
      while digits.last == "0" { digits.removeLast() }
      return JSONNumber("\(whole).\(digits)").map { .number($0) }
    } read: { node, _ throws(ExtensionFault) in
      // A year is longer than any request may take.
      guard let value = node.number.flatMap({ Double($0.text) }), value > 0, value < 3.2e10 else {
        throw node.fault(.noValue("a number of milliseconds, more than 0"))
      }
      return .nanoseconds(Int64((value * 1_000_000).rounded()))
    }
  }
}
