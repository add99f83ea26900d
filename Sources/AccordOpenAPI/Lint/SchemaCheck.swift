import AccordSchema

/// What can be wrong with the schemas of a description, and with the values that stand beside them.
struct SchemaCheck {
  let description: Description
  let survey: DescriptionSurvey
  let schemas: DescriptionSchemas

  /// How many schemas are compiled by themselves, or values held by themselves, to tell which of them are
  /// wrong: each may lead to all schemas there are.
  private static func mostSingle(of schemas: Int) -> Int {
    min(1000, max(16, 1_000_000 / max(schemas, 1)))
  }

  init(description: Description, survey: DescriptionSurvey) {
    self.description = description
    self.survey = survey
    schemas = DescriptionSchemas(description)
  }

  /// Whether the schemas are those of OpenAPI before 3.1.
  var isBefore31: Bool {
    switch description.kind {
    case .swagger20, .openAPI(.v30, _): true
    case .openAPI, .arazzo: false
    }
  }

  func problems() -> [DescriptionProblem] {
    // What Swagger 2.0 answers with is a schema, or a file.
    let outermost = survey.all(.schema).filter {
      description.kind != .swagger20 || $0["type"]?.text != "file"
    }
    let walk = SchemaWalk(of: outermost, refersAlone: isBefore31)
    let most = Self.mostSingle(of: walk.schemas.count)
    let contradictions = contradictions(walk.schemas)
    let values = values(walk.schemas)
    // All schemas are compiled as one; only where that fails is each looked at.
    let joint = JointSchemas(outermost.filter { $0.kind == .object } + values.nodes, of: schemas)
    return walk.problems + mappings(walk.schemas) + values.problems(joint, most)
      + (joint == nil ? meaningless(outermost, beside: walk.problems, most) : [])
      + oddities(walk.schemas) + swaggerParameters() + contradictions
      + valueless(outermost, in: joint, beside: contradictions, most)
  }

  // MARK: - Schemas that mean nothing

  private func meaningless(
    _ outermost: [DescriptionNode],
    beside known: [DescriptionProblem],
    _ most: Int
  ) -> [DescriptionProblem] {
    // Those that have a name come first: others refer to them.
    let objects = outermost.filter { $0.kind == .object }
    let nodes = objects.filter(\.hasName) + objects.filter { !$0.hasName }
    guard !nodes.isEmpty, failure(of: nodes) != nil else { return [] }
    var problems: [DescriptionProblem] = []
    for node in nodes.prefix(most) {
      guard let error = failure(of: [node]) else { continue }
      let place = self.node(at: error.schemaLocation) ?? node
      if error.isOfReference, known.contains(where: { $0.isAt(place) }) { continue }
      problems.append(place.problem(.error, .schema(error.sentence)))
    }
    return problems
  }

  private func failure(of nodes: [DescriptionNode]) -> SchemaError? {
    do throws(SchemaError) {
      _ = try SchemaValidator(schemas.schema(ofAll: nodes))
      return nil
    } catch {
      return error
    }
  }

  /// The node that a location of the schema compiler names: a URI and a pointer.
  private func node(at location: String) -> DescriptionNode? {
    guard let mark = location.firstIndex(of: "#") else { return nil }
    let uri = String(location[..<mark])
    guard let number = description.library.documents.firstIndex(where: { $0.uri == uri }),
      let pointer = JSONPointer(parsing: String(location[location.index(after: mark)...])),
      let entry = description.library.documents[number].entry(at: pointer)
    else { return nil }
    let place = DescriptionLibrary.Place(document: number, entry: entry)
    return DescriptionNode(description.library, place, at: pointer)
  }

  // MARK: - Discriminators

  /// What discriminators map to: names of schemas, or references (OpenAPI 3.1, section 4.8.25).
  private func mappings(_ schemas: [DescriptionNode]) -> [DescriptionProblem] {
    let named = description.root["components"]?["schemas"]
    var problems: [DescriptionProblem] = []
    for schema in schemas {
      let discriminator = schema["discriminator"]
      let mapped = (discriminator?["mapping"]?.members ?? []).map(\.node)
      for node in mapped + [discriminator?["defaultMapping"]].compactMap(\.self) {
        guard let text = node.text, named?[text] == nil,
          (try? node.following(text)) == nil
        else { continue }
        problems.append(node.problem(.error, .unknownMapping(text)))
      }
    }
    return problems
  }
}

extension DescriptionProblem {
  /// Whether the problem stands at a node, or at its reference.
  fileprivate func isAt(_ node: DescriptionNode) -> Bool {
    file == node.file && (pointer == node.pointer || pointer == node.pointer.appending("$ref"))
  }
}

extension DescriptionNode {
  /// Whether it is one of the schemas that a document names.
  fileprivate var hasName: Bool {
    pointer.tokens.starts(with: ["components", "schemas"])
      || pointer.tokens.starts(with: ["definitions"])
  }
}

extension SchemaError {
  fileprivate var isOfReference: Bool {
    switch reason {
    case .unresolvedReference, .unresolvedFragment, .percentEscape: true
    default: false
    }
  }

  /// What is wrong, without the place.
  fileprivate var sentence: String {
    let place = schemaLocation.isEmpty ? "its root" : schemaLocation
    return String(message.dropFirst("In the schema at \(place): ".count))
  }
}
