import AccordModel
import AccordSchema
import HTTPTypes

extension RequestTemplate {
  /// The request as one line, live values in braces: method, target, header fields, content.
  var line: String {
    ([head] + fields.map(\.line) + headers.list.map { "\($0.name): \($0.value.line)" }
      + (cookies.list.isEmpty ? [] : ["cookies \(cookies.line)"])
      + [content].compactMap(\.self)).joined(separator: " · ")
  }

  /// Method and target.
  var head: String {
    let path = path.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let operand, _, _): operand.line
      }
    }
    return "\(method.rawValue) " + path.joined() + (query.list.isEmpty ? "" : "?\(query.line)")
  }

  /// The content, with its syntax.
  var content: String? {
    switch body {
    case .value(let json, let open, let syntax, _):
      (["\(syntax)", json.text()] + open.map { "\($0.pointer)=\($0.value.line)" })
        .joined(separator: " ")
    case .bytes(let bytes): "bytes " + String(decoding: bytes, as: UTF8.self)
    case .output(let output): "{\(output.words)}"
    case .form(let arguments): "form \(arguments.line)"
    case nil: nil
    }
  }

  /// The value of a header field.
  func field(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value.line
  }

  /// What each part of the request is, by the name of the part.
  ///
  /// Two requests differ in as many places as they have parts that are not the same.
  var parts: [String: String] {
    var parts = ["method": method.rawValue]
    for (index, piece) in path.enumerated() { parts["path \(index)"] = "\(piece)" }
    for argument in query.list { parts["query \(argument.name)"] = argument.value.line }
    for field in fields { parts["header \(field.name)"] = field.value.line }
    for header in headers.list { parts["header \(header.name)"] = header.value.line }
    for cookie in cookies.list { parts["cookie \(cookie.name)"] = cookie.value.line }
    switch body {
    case .value(let json, let open, _, _):
      json.collectParts(at: .root, into: &parts)
      for value in open { parts["body \(value.pointer)"] = value.value.line }
    case .bytes, .output: parts["content"] = content
    case .form(let arguments):
      for argument in arguments.list { parts["form \(argument.name)"] = argument.value.line }
    case nil: break
    }
    return parts
  }
}

extension RequestTemplate.Field {
  var line: String { "\(name): \(value.line)" }
}

extension RequestTemplate.FieldValue {
  var line: String {
    switch self {
    case .value(let operand): operand.line
    case .credential: "{credential}"
    }
  }
}

extension Arguments {
  var line: String { list.map { "\($0.name)=\($0.value.line)" }.joined(separator: "&") }
}

extension Operand {
  var line: String {
    switch self {
    case .literal(.string(let text)): text
    case .literal(let value): value.text()
    case .given(let name, let field): "{\([name, field].compactMap(\.self).joined(separator: "."))}"
    case .output(let output): "{\(output.words)}"
    case .stepOutput(let name, let step): "{\(name) of \(step)}"
    case .unique(let prefix, let suffix): "\(prefix){unique}\(suffix)"
    }
  }
}

extension JSON {
  fileprivate func collectParts(at pointer: JSONPointer, into parts: inout [String: String]) {
    switch self {
    case .object(let members):
      for member in members {
        member.value.collectParts(at: pointer.appending(member.key), into: &parts)
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        element.collectParts(at: pointer.appending(index), into: &parts)
      }
    default: parts["body \(pointer)"] = text()
    }
  }
}

extension Plan {
  /// The case of this identifier.
  func testCase(_ id: String) -> Case? { cases.first { $0.id.description == id } }

  /// The identifiers of a contract's cases, without the suite and the contract.
  func ids(of contract: String) -> [String] {
    let prefix = "\(suite.id)/\(contract)/"
    return cases.map(\.id.description).filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
  }

  /// The first request of a case as a line.
  func line(_ id: String) -> String? { testCase(id)?.steps.first?.request.line }

  /// The requests of a case, each with the name of its step.
  func lines(_ id: String) -> [String] {
    (testCase(id)?.steps ?? []).map { "\($0.name): \($0.request.head)" }
  }
}

extension Case {
  /// The names of the errors that the case expects.
  var expectedErrors: [String]? {
    guard case .refusal(let refusal, _) = steps.first?.expectation.outcome else { return nil }
    return refusal.names
  }
}
