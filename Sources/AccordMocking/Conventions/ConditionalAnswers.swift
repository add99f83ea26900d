import AccordModel
import AccordSchema
import HTTPTypes

/// Conditions and ranges of RFC 9110 sections 13 and 14, where relations of a contract promise them.
struct ConditionalAnswers: Sendable {
  private let kinds: [Relation.Kind]

  /// The rules of the tags that the contract's answers bear.
  private let tagRules: [HeaderRule]

  /// When everything that the mock serves was changed last.
  private static let lastModified = "Thu, 01 Jan 2026 00:00:00 GMT"

  /// What the tags of the mock begin with.
  private static let prefix = "accord-mock-"

  init(_ contract: Contract) {
    kinds = contract.relations.map(\.kind)
    tagRules = contract.responses.flatMap(\.headers).filter { $0.name.lowercased() == "etag" }
  }

  /// Refuses a change under the condition of a tag that is none of the mock's.
  func check(_ request: MockRequest) throws(MockRefusal) {
    let lines = request.fields.values(of: "If-Match")
    guard kinds.contains(.preconditionFailed), !lines.isEmpty, !lines.contains("*") else { return }
    let known = EntityTag.list(in: tagRules.compactMap { $0.value.sample()?.string })
    let isKnown = EntityTag.list(in: lines).contains { tag in
      !tag.isWeak && (tag.opaque.hasPrefix(Self.prefix) || known.contains(tag))
    }
    guard !isKnown else { return }
    throw MockRefusal(
      Refusal.status(.preconditionFailed),
      "The resource has none of the tags in If-Match."
    )
  }

  /// The answer as conditions and a range of the request have it.
  func answer(
    _ answer: MockAnswer,
    to request: MockRequest
  ) throws(MockRefusal) -> MockAnswer {
    guard answer.status == 200, request.method == "GET" || request.method == "HEAD" else {
      return answer
    }
    var answer = answer
    var isModified = true
    if kinds.contains(.notModified(.entityTag)) {
      // What the contract says of the tag is kept; without that the content tells.
      let lines = answer.fields.filter { $0.name.lowercased() == "etag" }.map(\.value)
      let tag =
        EntityTag.list(in: lines).first?.opaque
        ?? Self.prefix + SHA256.hexadecimal(of: answer.body).prefix(16)
      if EntityTag.list(in: lines).isEmpty { answer.setField("ETag", "\"\(tag)\"") }
      let sent = EntityTag.list(in: request.fields.values(of: "If-None-Match"))
      if sent.contains(where: { $0.opaque == tag }) { isModified = false }
    }
    if kinds.contains(.notModified(.lastModified)) {
      answer.setField("Last-Modified", Self.lastModified)
      let isConditional = request.value(of: "If-None-Match") == nil
      if isConditional, request.value(of: "If-Modified-Since") == Self.lastModified {
        isModified = false
      }
    }
    guard isModified else {
      let kept = answer.fields.filter { ["etag", "last-modified"].contains($0.name.lowercased()) }
      return MockAnswer(notModified: kept)
    }
    return kinds.contains(.ranges) ? try part(of: answer, for: request) : answer
  }

  /// The part of an answer that a range asks for; all of it where that is none that is read here.
  private func part(
    of answer: MockAnswer,
    for request: MockRequest
  ) throws(MockRefusal) -> MockAnswer {
    var answer = answer
    answer.setField("Accept-Ranges", "bytes")
    let size = answer.body.count
    guard let value = request.value(of: "Range"), value.hasPrefix("bytes="),
      let range = Self.range(value.dropFirst(6), of: size)
    else { return answer }
    guard !range.isEmpty else {
      throw MockRefusal(
        Refusal.status(
          .rangeNotSatisfiable,
          headers: [.required("Content-Range", .constant(.string("bytes */\(size)")))]
        ),
        "The content has \(size) bytes."
      )
    }
    answer.status = 206
    answer.reason = ReasonPhrase.of(206)
    answer.setField(
      "Content-Range",
      "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
    )
    answer.setBody(Array(answer.body[range]))
    return answer
  }

  /// One range (section 14.1.2); empty where no byte of it is there.
  private static func range(_ text: Substring, of size: Int) -> Range<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return nil }
    switch (Int(parts[0]), Int(parts[1])) {
    // What ends before it begins is no range, and then the whole is served.
    case (let first?, let last?) where first <= last:
      return first >= size ? 0..<0 : first..<min(last, size - 1) + 1
    case (let first?, nil) where parts[1].isEmpty: return first >= size ? 0..<0 : first..<size
    case (nil, let count?) where parts[0].isEmpty: return max(0, size - count)..<size
    default: return nil
    }
  }
}
