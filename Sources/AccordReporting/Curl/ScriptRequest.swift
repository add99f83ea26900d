import AccordModel
import AccordSchema

/// A request of a workflow with the names of variables in the place of what earlier answers gave.
///
/// A value that cannot be told from what stands around it stays as it was sent.
struct ScriptRequest {
  /// The request.
  private(set) var request: Exchange.Request

  /// The file that is sent as content, where that is the content of an earlier answer.
  private(set) var content: String?

  private let exchanges: [Exchange]

  init(_ template: RequestTemplate, _ sent: Exchange.Request, _ exchanges: [Exchange]) {
    request = sent
    self.exchanges = exchanges
    request.target = target(template, sent) ?? sent.target
    for field in template.fields {
      guard case .value(let operand) = field.value else { continue }
      put(operand, into: field.name)
    }
    for argument in template.headers.list { put(argument.value, into: argument.name) }
    putContent(template)
  }

  /// The variable of what an earlier answer gave, with the value that it had.
  private func known(_ operand: Operand) -> (variable: String, value: JSON)? {
    guard case .output(let output) = operand, exchanges.indices.contains(output.step),
      let name = output.variable, let value = output.value(in: exchanges[output.step])
    else { return nil }
    return ("$\(name)", value)
  }

  private mutating func put(_ operand: Operand, into field: String) {
    guard let known = known(operand),
      let index = request.fields.firstIndex(where: {
        $0.name == field && $0.value == known.value.wireText
      })
    else { return }
    request.fields[index].value = known.variable
  }

  private mutating func putContent(_ template: RequestTemplate) {
    switch template.body {
    case .output(let output)? where output.part == .content:
      request.body = []
      content = "\(output.step).body"
    case .value(_, let open, .json, _)?:
      guard var body = (try? JSONDocument(parsing: request.body))?.root.value else { return }
      var numbers: [String] = []
      var isNamed = false
      for place in open {
        guard let known = known(place.value),
          body[place.pointer]?.isEquivalent(to: known.value) == true
        else { continue }
        if known.value.string == nil { numbers.append(known.variable) }
        body = body.replacing(.string(known.variable), at: place.pointer) ?? body
        isNamed = true
      }
      guard isNamed else { return }
      // A number stands without the quotes of a string.
      let text = numbers.reduce(body.text()) { $0.replacing("\"\($1)\"", with: $1) }
      request.body = Array(text.utf8)
    default: break
    }
  }

  /// The target with the names of variables; `nil` where it is not what the template makes.
  private func target(_ template: RequestTemplate, _ sent: Exchange.Request) -> String? {
    if let operand = template.target {
      guard let known = known(operand), sent.target.hasPrefix(known.value.wireText) else {
        return nil
      }
      let rest = sent.target.dropFirst(known.value.wireText.count)
      guard let mark = rest.first else { return known.variable }
      return known.variable + String(mark) + pairs(rest.dropFirst(), naming: template.query)
    }
    guard case .text(let start)? = template.path.first,
      let found = sent.target.firstRange(of: PercentEncoding.path(start))
    else { return nil }
    var named = String(sent.target[..<found.lowerBound])
    var rest = sent.target[found.lowerBound...]
    for piece in template.path {
      switch piece {
      case .text(let text):
        let text = PercentEncoding.path(text)
        guard rest.hasPrefix(text) else { return nil }
        named += text
        rest = rest.dropFirst(text.count)
      case .value(let operand, _, _):
        let part = rest.prefix { !"/?".contains($0) }
        // What is escaped in a path would have to be escaped by the script.
        let known = known(operand)
        named += known.flatMap { $0.value.wireText == part ? $0.variable : nil } ?? String(part)
        rest = rest.dropFirst(part.count)
      }
    }
    guard rest.first == "?" else { return named + rest }
    return named + "?" + pairs(rest.dropFirst(), naming: template.query)
  }

  /// Pairs of a query with the names of variables.
  private func pairs(_ pairs: Substring, naming query: Arguments) -> String {
    pairs.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      for argument in query.list {
        guard let known = known(argument.value),
          pair == "\(argument.name)=\(known.value.wireText)"
        else { continue }
        return "\(argument.name)=\(known.variable)"
      }
      return String(pair)
    }
    .joined(separator: "&")
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
