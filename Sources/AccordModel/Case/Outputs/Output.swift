public import AccordSchema

/// A value of an earlier exchange of the same case, from which a later request is made.
///
/// Where the answer does not have it, the case of a relation ends there, and what was sent until then
/// is judged; of a workflow the steps are not run that need it.
public struct Output: Sendable, Hashable {
  /// A part of an answer, or of its request.
  public enum Part: Sendable, Hashable {
    /// The status.
    case status
    /// The value of a header field that there is once.
    case header(String)
    /// The entity tag in ETag (RFC 9110 section 8.8.3).
    case entityTag
    /// The entity tag in ETag, weak where it is strong and strong where it is weak.
    case entityTagOfOtherStrength
    /// A scalar at a place of the content, which is JSON, XML or a form as its Content-Type says; an
    /// empty text and null are none.
    ///
    /// In XML a token stands for the first child element of this local name below the root, and a
    /// number for the child of this index.
    case body(JSONPointer)
    /// Any value at a place of the content, which is read as ``body(_:)`` says: a list, an object, an
    /// empty text and null too.
    case value(JSONPointer)
    /// The content as it is.
    case content
    /// The target of the same server to which Location leads (RFC 9110 section 10.2.2).
    case location
    /// The target of the same server to which a Link of this relation leads (RFC 8288).
    case link(String)
    /// Where the URI reference in a header field leads, resolved against the request (RFC 3986 section
    /// 5): a target of the same server, or a URI where it is another.
    case reference(String)
    /// Where a Link of this relation leads, as ``reference(_:)`` says of a field.
    case linkReference(String)
    /// The value of a parameter of the request, as it was before it was written.
    case requestParameter(String)
    /// The value at a place of the request's content.
    case requestBody(JSONPointer)
    /// The content of the request as it was sent.
    case requestContent
  }

  /// The step, counted from zero.
  public var step: Int

  /// The part of its answer.
  public var part: Part

  /// What the workflow calls it; `nil` in a case that is none.
  package var name: Name?

  /// The name of a value in its workflow.
  package struct Name: Sendable, Hashable {
    /// The identifier of the step.
    package var step: String
    /// The name of the output.
    package var output: String
    /// What it has to be.
    package var schema: Schema
  }

  /// A part of the answer of a step.
  public init(_ part: Part, ofStep step: Int) {
    self.part = part
    self.step = step
  }

  /// What a step of a workflow gives, whose number is `step`.
  package init(_ output: Workflow.StepOutput, of id: Workflow.Step.ID, ofStep step: Int) {
    part = output.part
    self.step = step
    name = Name(step: id, output: output.name, schema: output.schema)
  }

  /// What it is, in words.
  package var words: String {
    if let name { return "\(name.output) of \(name.step)" }
    return "\(part.words) of step \(step + 1)"
  }

  /// The value in an exchange; `nil` where it does not have it, or has another than it has to be.
  package func value(in exchange: Exchange) -> JSON? {
    guard let value = part.value(in: exchange) else { return nil }
    guard let name else { return value }
    // As one expression, `nil` would be the value null.
    guard (try? SchemaValidator(name.schema))?.admits(value) ?? false else { return nil }
    return value
  }

  /// The bytes in an exchange, where the value is sent as content; `nil` where it does not have it.
  package func bytes(in exchange: Exchange) -> [UInt8]? {
    switch part {
    case .content: exchange.response?.content
    case .requestContent: exchange.request.body
    default: value(in: exchange).map { Array($0.wireText.utf8) }
    }
  }
}
