public import AccordSchema

/// A value of an earlier answer of the same case, from which a later request is made.
///
/// Where the answer does not have it, the case ends there, and what was sent until then is judged.
public struct Output: Sendable, Hashable {
  /// A part of an answer.
  public enum Part: Sendable, Hashable {
    /// The value of a header field that there is once.
    case header(String)
    /// The entity tag in ETag (RFC 9110 section 8.8.3).
    case entityTag
    /// The entity tag in ETag, weak where it is strong and strong where it is weak.
    case entityTagOfOtherStrength
    /// A scalar at a place of content that is JSON; an empty text and null are none.
    case body(JSONPointer)
    /// The target of the same server to which Location leads (RFC 9110 section 10.2.2).
    case location
    /// The target of the same server to which a Link of this relation leads (RFC 8288).
    case link(String)
  }

  /// The step, counted from zero.
  public var step: Int

  /// The part of its answer.
  public var part: Part

  /// A part of the answer of a step.
  public init(_ part: Part, ofStep step: Int) {
    self.part = part
    self.step = step
  }

  /// What it is, in words.
  package var words: String {
    let name =
      switch part {
      case .header(let name): name
      case .entityTag: "ETag"
      case .entityTagOfOtherStrength: "ETag in its other strength"
      case .body(let pointer): "\(pointer)"
      case .location: "Location"
      case .link(let relation): "Link \(relation)"
      }
    return "\(name) of step \(step + 1)"
  }

  /// The value in an answer; `nil` where the answer does not have it.
  package func value(in exchange: Exchange) -> JSON? {
    guard let response = exchange.response else { return nil }
    let fields = response.fields
    switch part {
    case .header(let name):
      let values = fields.values(of: name)
      return values.count == 1 ? .string(values[0]) : nil
    case .entityTag: return EntityTag(of: fields).map { .string($0.text) }
    case .entityTagOfOtherStrength:
      guard var tag = EntityTag(of: fields) else { return nil }
      tag.isWeak.toggle()
      return .string(tag.text)
    case .body(let pointer):
      guard let value = (try? JSONDocument(parsing: response.content))?.root.value[pointer] else {
        return nil
      }
      switch value {
      case .null, .string(""), .array, .object: return nil
      case .boolean, .number, .string: return value
      }
    case .location:
      let values = fields.values(of: "Location")
      guard values.count == 1 else { return nil }
      return target(values[0], from: exchange.request)
    case .link(let relation):
      return WebLink.links(in: fields).first { $0.has(relation) }
        .flatMap { target($0.target, from: exchange.request) }
    }
  }

  private func target(_ reference: String, from request: Exchange.Request) -> JSON? {
    guard URIReference.isReference(reference) else { return nil }
    return URIReference(reference).target(from: request).map(JSON.string)
  }
}
