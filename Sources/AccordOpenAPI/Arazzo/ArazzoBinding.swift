import AccordModel
import AccordSchema

/// What an expression of an Arazzo document stands for, before the workflow runs.
enum ArazzoBinding {
  /// A value that is known.
  case known(JSON)
  /// Nothing: an input that nobody gives.
  case absent
  /// A part of an exchange of a step, and what the document calls it.
  case open(ArazzoPart, of: Workflow.Step.ID, named: String)
  /// Nothing that is carried.
  case lost(ArazzoGap)

  /// What stands at a place in it.
  func at(_ pointer: JSONPointer) -> ArazzoBinding {
    guard !pointer.isRoot else { return self }
    switch self {
    case .known(let value): return value[pointer].map { .known($0) } ?? .absent
    case .open(let part, let step, let name):
      guard let inner = part.at(pointer) else { return .lost(.unknownOutput("\(name)#\(pointer)")) }
      return .open(inner, of: step, named: ([name] + pointer.tokens).joined(separator: "-"))
    case .absent, .lost: return self
    }
  }
}

/// A part of an exchange that an expression names.
enum ArazzoPart: Hashable {
  case status
  case header(String)
  case body(JSONPointer)
  case requestParameter(String)
  case requestBody(JSONPointer)

  /// What stands at a place in it; `nil` where it has none.
  func at(_ pointer: JSONPointer) -> ArazzoPart? {
    switch self {
    case .body(let own): .body(own.appending(pointer))
    case .requestBody(let own): .requestBody(own.appending(pointer))
    case .status, .header, .requestParameter: nil
    }
  }

  /// The part, as a scalar that a request can be made from or as any value.
  func output(isScalar: Bool) -> Output.Part {
    switch self {
    case .status: .status
    case .header(let name): .header(name)
    case .body(let pointer): isScalar ? .body(pointer) : .value(pointer)
    case .requestParameter(let name): .requestParameter(name)
    case .requestBody(let pointer): pointer.isRoot ? .requestContent : .requestBody(pointer)
    }
  }

  /// The part that a source of a message is.
  init(ofResponse source: ArazzoExpression.Source) {
    switch source {
    case .header(let name): self = .header(name)
    case .body(let pointer): self = .body(pointer)
    // An answer has no parameters.
    case .query(let name), .path(let name): self = .requestParameter(name)
    }
  }

  /// The part that a source of a request is.
  init(ofRequest source: ArazzoExpression.Source) {
    switch source {
    case .header(let name), .query(let name), .path(let name): self = .requestParameter(name)
    case .body(let pointer): self = .requestBody(pointer)
    }
  }
}
