import AccordSchema

/// Which part of a description stands at a place, and where it is told already what is wrong.
final class DescriptionPartTable {
  private let description: Description
  private let survey: DescriptionSurvey
  private lazy var parts: [DescriptionLibrary.Place: DescriptionPart] = {
    var parts = Dictionary(
      survey.parts.map { ($0.node.place, $0.part) }
    ) { first, _ in first }
    // Schemas inside of schemas.
    for schema in SchemaWalk(of: survey.all(.schema), refersAlone: true).schemas
    where parts[schema.place] == nil {
      parts[schema.place] = .schema
    }
    return parts
  }()

  /// What is told of names that choose what the rest of a part has to be.
  private(set) var problems: [DescriptionProblem] = []
  private var told: Set<DescriptionLibrary.Place> = []

  init(_ description: Description, _ survey: DescriptionSurvey) {
    self.description = description
    self.survey = survey
    for found in survey.parts {
      switch found.part {
      case .parameter: check("in", places, found.node, besides: ["schema", "content", "examples"])
      case .securityScheme: check("type", types, found.node, besides: [])
      default: break
      }
    }
  }

  /// The part that stands at a place; nil where none does, or it is not known.
  func part(at node: DescriptionNode) -> DescriptionPart? { parts[node.place] }

  /// Whether it is told already what is wrong there.
  func isTold(at node: DescriptionNode) -> Bool { told.contains(node.place) }

  private var places: [String] {
    switch description.kind {
    case .swagger20: ["query", "header", "path", "formData", "body"]
    case .openAPI(.v32, _): ["query", "querystring", "header", "path", "cookie"]
    case .openAPI, .arazzo: ["query", "header", "path", "cookie"]
    }
  }

  private var types: [String] {
    switch description.kind {
    case .swagger20: ["basic", "apiKey", "oauth2"]
    case .openAPI(.v30, _): ["apiKey", "http", "oauth2", "openIdConnect"]
    case .openAPI, .arazzo: ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]
    }
  }

  /// Tells of a member that is none of the values which choose what else the object has: what is wrong
  /// beside it says nothing then.
  private func check(
    _ name: String,
    _ values: [String],
    _ node: DescriptionNode,
    besides others: [String]
  ) {
    guard let member = node[name], let text = member.text, !values.contains(text) else { return }
    told.insert(node.place)
    for (key, child) in node.members where !others.contains(key) { told.insert(child.place) }
    let list = values.map { JSON.string($0).description }.joined(separator: ", ")
    problems.append(
      member.problem(
        .error,
        .violation(
          expected: "one of \(list)",
          actual: "string \(JSON.string(String(text.prefix(200))).description)",
          advice: NearestName.question(text, among: values)
        )
      )
    )
  }
}
