import AccordModel
import AccordSchema

/// A request of a workflow with the names of variables in the place of what earlier answers gave.
struct ScriptRequest {
  /// The request.
  private(set) var request: Exchange.Request

  /// The file that is sent as content, where that is the content of an earlier answer.
  private(set) var content: String?

  /// A value that cannot be told from others around it stays as it was sent.
  init(_ template: RequestTemplate, _ sent: Exchange.Request, _ exchanges: [Exchange]) {
    request = sent
    func variable(_ operand: Operand) -> String? {
      guard case .output(let output) = operand else { return nil }
      return output.variable.map { "$\($0)" }
    }
    request.target = Self.target(template, sent, exchanges, variable) ?? sent.target
    for field in template.fields {
      guard case .value(let operand) = field.value, let variable = variable(operand),
        let index = request.fields.firstIndex(where: { $0.name == field.name })
      else { continue }
      request.fields[index].value = variable
    }
    for argument in template.headers.list {
      guard let variable = variable(argument.value),
        let index = request.fields.firstIndex(where: { $0.name == argument.name })
      else { continue }
      request.fields[index].value = variable
    }
    switch template.body {
    case .output(let output)?:
      guard [.content, .requestContent].contains(output.part) else { break }
      request.body = []
      content = output.part == .content ? "\(output.step).body" : nil
      if content == nil { request.body = sent.body }
    case .value(_, let open, .json, _)?:
      guard let payload = sent.payload else { break }
      var text = payload
      var numbers: [String] = []
      for place in open {
        guard let name = variable(place.value), let value = payload[place.pointer] else { continue }
        if value.string == nil { numbers.append(name) }
        text = text.replacing(.string(name), at: place.pointer) ?? text
      }
      guard !text.isIdentical(to: payload) else { break }
      // A number stands without the quotes of a string.
      let bytes = numbers.reduce(text.text()) { $0.replacing("\"\($1)\"", with: $1) }
      request.body = Array(bytes.utf8)
    default: break
    }
  }

  /// The target, taken together as the request was.
  private static func target(
    _ template: RequestTemplate,
    _ sent: Exchange.Request,
    _ exchanges: [Exchange],
    _ variable: (Operand) -> String?
  ) -> String? {
    if let target = template.target { return variable(target) }
    func value(_ operand: Operand, _ name: String?, _ place: Parameter.Place) -> JSON? {
      sent.arguments.first { $0.name == name && $0.place == place }?.value
    }
    var known = ""
    var named = ""
    for piece in template.path {
      switch piece {
      case .text(let text):
        known += PercentEncoding.path(text)
        named += PercentEncoding.path(text)
      case .value(let operand, let name, let serialization):
        guard let value = value(operand, name, .path) else { return nil }
        let text = serialization.pathText(of: name ?? "", value)
        known += text
        // What has to be escaped in a path would have to be escaped by the script.
        named += variable(operand).flatMap { value.wireText == text ? $0 : nil } ?? text
      }
    }
    var pairs: [(known: [String], named: [String])] = []
    for argument in template.query.list {
      guard let value = value(argument.value, argument.name, .query) else { return nil }
      let texts = argument.serialization.pairs(of: argument.name, value)
      let name = variable(argument.value).map { ["\(argument.name)=\($0)"] }
      pairs.append((texts, name.flatMap { texts.count == 1 ? $0 : nil } ?? texts))
    }
    if !pairs.isEmpty {
      known += "?" + pairs.flatMap(\.known).joined(separator: "&")
      named += "?" + pairs.flatMap(\.named).joined(separator: "&")
    }
    guard sent.target.hasSuffix(known) else { return nil }
    return sent.target.dropLast(known.count) + named
  }
}

extension String {
  /// The text with another in the place of every one of these.
  fileprivate func replacing(_ text: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      result += rest[..<found.lowerBound] + other
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
