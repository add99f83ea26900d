public import AccordSchema

/// Something of an OpenAPI document that is not part of the suite made of it.
public struct NotCarried: Sendable, Hashable, CustomStringConvertible {
  /// The file in which it stands.
  public let file: String

  /// Where it stands in the file.
  public let pointer: JSONPointer

  /// The line in which it begins, counted from one.
  public let line: Int

  /// Why it is not part of the suite.
  package let reason: Reason

  /// What was met.
  package enum Reason: Sendable, Hashable {
    /// Requests that the server makes.
    case callback
    /// Requests that the server makes to whoever has asked for them.
    case webhook
    /// A link from an answer to another operation, from which no identifier is taken.
    case link
    /// An operation for which no request can be made.
    case noRequest(why: String)
    /// An operation whose method is none.
    case method(String)
    /// Servers of a path or an operation.
    case ownServers
    /// A parameter of a name that another parameter of the operation has in another place.
    case repeatedParameter(String)
    /// A header field that HTTP, the formats or the credential speak for.
    case ignoredHeader(String)
    /// A parameter that cannot be written as it is described.
    case parameter(why: String)
    /// That a parameter may be sent without a value.
    case emptyValue
    /// The media type of a parameter or a header field.
    case contentOfParameter(mediaType: String)
    /// A media type that is a range, or no media type.
    case mediaRange(String)
    /// Parameters of a media type.
    case mediaTypeParameters(String)
    /// A media type that differs from another one in its parameters only.
    case sameEssence(String)
    /// A body of a media type in which none can be written.
    case body(mediaType: String, why: String)
    /// How a field of a form or a part of a body is written.
    case encoding(why: String)
    /// A stream of items.
    case stream
    /// An answer before the last one.
    case interimAnswer(String)
    /// A status that is none.
    case status(String)
    /// The header fields of an answer that has several media types, or none that can be looked at.
    case header(why: String)
    /// A value of an example that does not follow its schema.
    case example(why: String)
    /// A value of an example that stands in another file, or as text in a format that is not read.
    case exampleNotRead
    /// A discriminator that does not stand beside the schemas from which it chooses.
    case discriminator
    /// The default of a discriminator.
    case discriminatorDefault
    /// A security scheme whose credential cannot be put on a request.
    case security(why: String)
    /// A flow of OAuth 2 in which a person has to agree.
    case flow(String, variable: String)
    /// Another alternative than the one that calls are made with.
    case alternative
    /// Schemes that are needed together with the first of them.
    case combination
    /// A reference that leads nowhere, or to something else.
    case reference(why: String)
    /// A workflow that is not run.
    case workflow(String, ArazzoGap)
    /// A part of a workflow.
    case step(ArazzoGap)
    /// What an exported document says of its suite, which is not used.
    case extensionMember(why: String)
    /// A feature of OpenAPI for which the vocabulary has no word.
    case noWord(String)
  }

  package init(_ reason: Reason, at node: DescriptionNode) {
    file = node.file
    pointer = node.pointer
    line = node.position.line
    self.reason = reason
  }

  /// Where it stands, and why it is not part of the suite: `openapi.yaml:7: /webhooks/order: …`.
  public var description: String { "\(file):\(line): \(pointer): \(reason.message)" }
}
