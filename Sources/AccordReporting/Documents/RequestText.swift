import AccordModel
import AccordSchema
import HTTPTypes

/// A request whose live values are still open, as people read it: `{name}` stands for a live value.
struct RequestText {
  private let template: RequestTemplate
  private let credential: Credential?

  /// The text of a template.
  init(_ template: RequestTemplate, credential: Credential?) {
    self.template = template
    self.credential = credential
  }

  /// Method, path and query.
  var line: String {
    let path = template.path.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let operand, let name, let serialization):
        Self.text(operand, of: name ?? "", as: serialization)
      }
    }
    var query = template.query.list.flatMap(Self.pairs)
    if let place, case .query = place { query.append(place.text) }
    let target = template.target.map { Self.text($0) } ?? path.joined()
    return "\(template.method.rawValue) \(RequestTemplate.target(target, withQuery: query))"
  }

  /// The whole request.
  var text: String {
    var lines = [line]
    for field in template.fields {
      switch field.value {
      case .value(let operand): lines.append("\(field.name): \(Self.text(operand))")
      case .credential: lines.append("\(field.name): \(form)")
      }
    }
    lines += template.headers.list.map { argument in
      guard case .literal(let value) = argument.value else {
        return "\(argument.name): \(Self.text(argument.value))"
      }
      return "\(argument.name): \(argument.serialization.fieldText(value))"
    }
    let cookies = template.cookies.list.flatMap(Self.pairs)
    if !cookies.isEmpty { lines.append("Cookie: \(cookies.joined(separator: "; "))") }
    switch place {
    case .header?, .cookie?: lines += [place?.text].compactMap(\.self)
    case .query?, nil: break
    }
    if let body { lines += ["", body] }
    return lines.joined(separator: "\n")
  }

  /// Where the credential goes that no field carries.
  private var place: Credential.Place? {
    if case .signature = credential?.source { return nil }
    guard template.credential != nil, !template.hasCredentialField else { return nil }
    return credential?.place
  }

  /// The form of a field that carries the credential.
  private var form: String {
    guard case .header(_, let form) = credential?.place else { return "{token}" }
    return form
  }

  /// The content.
  var body: String? {
    switch template.body {
    case .none: return nil
    case .bytes(let bytes)?: return String(decoding: bytes, as: UTF8.self)
    case .output(let output)?: return "{\(output.words)}"
    case .form(let arguments)?:
      return arguments.list.flatMap(Self.pairs).joined(separator: "&")
    case .value(let value, let places, let syntax, let schema)?:
      return Self.body(value, places, syntax, schema)
    }
  }

  private static func body(
    _ value: JSON,
    _ places: [Example.BodyValue],
    _ syntax: Format.Syntax,
    _ schema: Schema
  ) -> String {
    let whole = places.reduce(value) { value, place in
      value.replacing(.string(text(place.value)), at: place.pointer) ?? value
    }
    switch syntax {
    case .form, .multipart, .parts, .text, .own:
      guard let bytes = try? syntax.bytes(of: whole, as: schema) else { break }
      return String(decoding: bytes, as: UTF8.self)
    case .json, .xml, .jsonLines, .csv, .jsv, .bytes: break
    }
    guard syntax == .xml, let xml = try? BodyWriter.xml(whole, as: schema) else {
      return whole.text(indented: true)
    }
    return XMLIndentation.indented(String(decoding: xml, as: UTF8.self))
  }

  /// Names and values; a list and an object are written as they are sent, other values unencoded.
  private static func pairs(_ argument: Arguments.Argument) -> [String] {
    switch argument.value {
    case .literal(.array(let items)):
      argument.serialization.pairs(of: argument.name, .array(items))
    case .literal(.object(let members)):
      argument.serialization.pairs(of: argument.name, .object(members))
    default: ["\(argument.name)=\(text(argument.value))"]
    }
  }

  /// A value of the path; a list, an object and what a style adds are written as they are sent.
  private static func text(
    _ operand: Operand,
    of name: String,
    as serialization: Parameter.Serialization
  ) -> String {
    guard case .literal(let value) = operand else { return text(operand) }
    switch (value, serialization.style) {
    case (.array, _), (.object, _), (_, .label), (_, .matrix):
      return serialization.pathText(of: name, value)
    default: return text(operand)
    }
  }

  /// A value; one that is only known when a case runs is its name in braces.
  static func text(_ operand: Operand) -> String {
    switch operand {
    case .literal(.string(let text)): text
    case .literal(let value): value.text()
    case .given(let name, let field): field.map { "{\(name).\($0)}" } ?? "{\(name)}"
    case .unique(let prefix, let suffix): "\(prefix){unique}\(suffix)"
    case .output(let output): "{\(output.words)}"
    case .stepOutput(let name, let step): "{\(name) of \(step)}"
    }
  }
}
