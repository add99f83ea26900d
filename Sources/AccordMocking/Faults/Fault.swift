/// Something that goes wrong with an answer, on demand.
///
/// The text form is `name` or `name=value`, as on the command line and in `X-Accord-Fault`.
public enum Fault: Sendable, Hashable {
  /// The answer begins so many milliseconds late.
  case delay(milliseconds: Int)
  /// The body comes in pieces with so many milliseconds between them.
  case slowBody(milliseconds: Int)
  /// The connection is reset before the head.
  case resetBeforeHead
  /// The connection is reset in the middle of the body.
  case resetInBody
  /// The connection is closed in the middle of the body.
  case truncatedBody
  /// The status line holds no status.
  case malformedHead
  /// The body is no JSON.
  case malformedJSON
  /// The body is no XML.
  case malformedXML
  /// The status is another.
  case wrongStatus(Int)
  /// The Content-Type is another.
  case wrongContentType(String)
  /// A header field is left out.
  case droppedHeader(String)
  /// Nothing is answered, and the connection stays open.
  case neverAnswer
  /// The answer is no HTTP at all.
  case garbage
}

extension Fault: CustomStringConvertible {
  /// The text form.
  public var description: String {
    switch self {
    case .delay(let milliseconds): "delay=\(milliseconds)ms"
    case .slowBody(let milliseconds): "slow-body=\(milliseconds)ms"
    case .resetBeforeHead: "reset-before-head"
    case .resetInBody: "reset-in-body"
    case .truncatedBody: "truncated-body"
    case .malformedHead: "malformed-head"
    case .malformedJSON: "malformed-json"
    case .malformedXML: "malformed-xml"
    case .wrongStatus(let status): "wrong-status=\(status)"
    case .wrongContentType(let type): "wrong-content-type=\(type)"
    case .droppedHeader(let name): "dropped-header=\(name)"
    case .neverAnswer: "never-answer"
    case .garbage: "garbage"
    }
  }
}
