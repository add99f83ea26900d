import AccordSchema

/// A path with variables in braces (OpenAPI 3.1, section 4.4; 3.2 has its grammar).
struct PathTemplate {
  let text: String
  let position: SourcePosition
  /// The names of the variables, each once, in order.
  private(set) var variables: [String] = []
  /// The names that stand in it more than once.
  private(set) var repeated: [String] = []
  /// The segments, the variables without their names.
  private(set) var segments: [String] = []
  /// What is wrong with its braces.
  private(set) var fault: DescriptionProblem.Evidence?

  init(_ text: String, _ position: SourcePosition) {
    self.text = text
    self.position = position
    var shape = ""
    var variable: String?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{" where variable == nil:
        variable = ""
        shape += "{"
      case "}" where variable != nil:
        note(variable ?? "")
        variable = nil
        shape += "}"
      case "{", "}": fault = .pathTemplate(text)
      default:
        if variable != nil {
          variable?.unicodeScalars.append(scalar)
        } else {
          shape.unicodeScalars.append(scalar)
        }
      }
    }
    if variable != nil { fault = .pathTemplate(text) }
    segments = shape.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  /// The path with its variables left without a name.
  var shape: String { segments.joined(separator: "/") }

  private mutating func note(_ name: String) {
    guard variables.contains(name) else { return variables.append(name) }
    if !repeated.contains(name) { repeated.append(name) }
  }

  /// Whether a path matches both, and neither is the more concrete one: `/{entity}/me` beside
  /// `/books/{id}`.
  func isAmbiguous(beside other: PathTemplate) -> Bool {
    guard segments.count == other.segments.count else { return false }
    var isMoreConcrete = false
    var isLessConcrete = false
    for (own, their) in zip(segments, other.segments) where own != their {
      let ownIsVariable = own == "{}"
      let theirsIsVariable = their == "{}"
      // Parts of segments are left to those who route.
      guard !own.contains("{") || ownIsVariable, !their.contains("{") || theirsIsVariable else {
        return false
      }
      guard ownIsVariable != theirsIsVariable else { return false }
      if ownIsVariable { isLessConcrete = true } else { isMoreConcrete = true }
    }
    return isMoreConcrete && isLessConcrete
  }
}
