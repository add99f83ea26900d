import AccordModel
import AccordSchema

/// What the expressions of one workflow may name.
struct ArazzoScope {
  /// The document in which the workflow stands, by its number.
  let document: Int
  /// What the identifiers of its steps begin with, where it is a part of another one.
  let prefix: String
  /// The inputs, as far as they are given or have a value.
  var inputs: [String: ArazzoBinding] = [:]
  /// The outputs of the steps so far, by their steps.
  var steps: [String: [String: ArazzoBinding]] = [:]
  /// The outputs of the workflows on which this one depends.
  var workflows: [String: [String: ArazzoBinding]] = [:]
  /// The outputs of the workflow that the step at hand is.
  var outputs: [String: ArazzoBinding] = [:]
  /// The step whose exchange `$response`, `$request` and `$statusCode` are parts of.
  var current: (step: Workflow.Step.ID, method: String)?

  init(document: Int, prefix: String) {
    self.document = document
    self.prefix = prefix
  }

  /// What an expression stands for.
  func binding(of expression: ArazzoExpression, text: String) -> ArazzoBinding {
    switch expression {
    case .input(let name, let pointer):
      return named(name, pointer, in: inputs) ?? .lost(.unknownInput(name))
    case .output(let name, let pointer):
      return named(name, pointer, in: outputs) ?? .lost(.unknownOutput(text))
    case .step(let id, let output, let pointer):
      return steps[id].flatMap { named(output, pointer, in: $0) }
        ?? .lost(.unknownOutput(text))
    case .workflow(let id, let output, let pointer):
      return workflows[id].flatMap { named(output, pointer, in: $0) }
        ?? .lost(.unknownOutput(text))
    case .statusCode: return own(.status, "status")
    case .method: return current.map { .known(.string($0.method)) } ?? .lost(.expression(text))
    case .response(.query), .response(.path): return .lost(.expression(text))
    case .response(let source): return own(ArazzoPart(ofResponse: source), "answer")
    case .request(let source): return own(ArazzoPart(ofRequest: source), "request")
    case .url, .source, .component: return .lost(.expression(text))
    }
  }

  private func own(_ part: ArazzoPart, _ name: String) -> ArazzoBinding {
    current.map { .open(part, of: $0.step, named: name) } ?? .lost(.expression("$\(name)"))
  }

  /// A value by its name; a name may have dots in it.
  private func named(
    _ name: String,
    _ pointer: JSONPointer,
    in values: [String: ArazzoBinding]
  ) -> ArazzoBinding? {
    for count in (0...pointer.tokens.count).reversed() {
      let whole = ([name] + pointer.tokens.prefix(count)).joined(separator: ".")
      if let value = values[whole] {
        return value.at(JSONPointer(tokens: Array(pointer.tokens.dropFirst(count))))
      }
    }
    return nil
  }

  /// What a text stands for: an expression, a text with expressions in braces, or itself.
  func binding(ofText text: String) -> ArazzoBinding {
    if let expression = ArazzoExpression(text) { return binding(of: expression, text: text) }
    guard text.contains("{$") else { return .known(.string(text)) }
    var written = ""
    var rest = text[...]
    while let begin = rest.firstRange(of: "{$") {
      guard let end = rest[begin.upperBound...].firstIndex(of: "}") else { break }
      let inner = "$" + rest[begin.upperBound..<end]
      guard let expression = ArazzoExpression(inner) else { return .lost(.expression(inner)) }
      let value = binding(of: expression, text: inner)
      // One that is the whole text keeps its type.
      if begin.lowerBound == text.startIndex, text.index(after: end) == text.endIndex {
        return value
      }
      written += rest[..<begin.lowerBound]
      switch value {
      case .known(let json): written += json.wireText
      case .absent: break
      case .open: return .lost(.joined(text))
      case .lost: return value
      }
      rest = rest[text.index(after: end)...]
    }
    return .known(.string(written + rest))
  }
}
