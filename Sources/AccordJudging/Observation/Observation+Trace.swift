import AccordModel
import AccordSchema

extension Observation {
  /// The value of an answer without what tells its exchange from others: a server that says of which trace a
  /// request was says something else each time, and agrees with itself all the same.
  func withoutTrace(_ value: AnswerValue) -> AnswerValue {
    guard let trace = TraceParent(request.fields), isEchoed(trace.parentID) else { return value }
    let nobody = String(repeating: "0", count: trace.parentID.utf8.count)
    func plain(_ value: JSON) -> JSON { value.replacing(trace.parentID, with: nobody) }
    return switch value {
    case .whole(let value): .whole(plain(value))
    case .rows(let rows, let pointer): .rows(rows.map(plain), of: pointer)
    }
  }

  private func isEchoed(_ text: String) -> Bool { content.firstRange(of: Array(text.utf8)) != nil }
}

extension JSON {
  /// The value with another text in the place of one wherever that is a part of a string.
  fileprivate func replacing(_ part: String, with other: String) -> JSON {
    switch self {
    case .string(let text): .string(text.replacing(part, with: other))
    case .array(let items): .array(items.map { $0.replacing(part, with: other) })
    case .object(let members):
      .object(members.map { JSONMember($0.key, $0.value.replacing(part, with: other)) })
    case .null, .boolean, .number: self
    }
  }
}
