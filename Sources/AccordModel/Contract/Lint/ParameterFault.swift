/// Why a parameter cannot be written as it is declared.
package enum ParameterFault: Sendable, Hashable {
  /// A style that its place does not have.
  case style(Parameter.Style, in: Parameter.Place)
  /// A style whose items cannot have names of their own.
  case explode(Parameter.Style)
  /// A style for lists and objects, of a parameter that may be neither.
  case scalar(Parameter.Style)
  /// A style for objects, of a parameter that may be a list.
  case list(Parameter.Style)
  /// Lists or objects in its items or members.
  case nested
  /// The name of a field that HTTP itself reads.
  case field(String)
  /// A name that no header field and no cookie can have.
  case name
  /// A header rule of the same name.
  case header
  /// A variable with slashes that fills only a part of a segment.
  case segment(template: String)
}

extension ParameterFault {
  /// What is wrong and what to do, to stand behind the name of the parameter.
  var message: String {
    switch self {
    case .style(let style, let place):
      "has the style \(style.rawValue), which OpenAPI does not define in \(place.rawValue). Use one of "
        + "\(place.styles.map(\.rawValue).joined(separator: ", "))."
    case .explode(let style):
      "has the style \(style.rawValue) and explodes, which OpenAPI leaves undefined. Leave out "
        + "explode, or use the style form."
    case .scalar(let style):
      "has the style \(style.rawValue), which OpenAPI defines for lists and objects alone. Leave out "
        + "the style, or give it a schema with the type array or object."
    case .list(let style):
      "has the style \(style.rawValue), which OpenAPI defines for objects alone. Use the style form."
    case .nested:
      "holds lists or objects in its items or members, which no style writes. Send it in the body, or "
        + "as a string of JSON."
    case .field(let name):
      "is the header field \(name), which is no parameter. Declare it in headers:, or leave it to the "
        + "formats and the credential."
    case .name:
      "has a name that no header field and no cookie can have. Use a token (RFC 9110 section 5.6.2)."
    case .header:
      "is declared in headers: too. Declare it once: as a parameter, or as a header."
    case .segment(let template):
      "holds slashes and shares a segment of the path \"\(template)\" with something else. Give it a "
        + "segment of its own."
    }
  }
}
