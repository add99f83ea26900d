import AccordSchema

extension DescriptionCheck {
  /// How many paths are compared with each other.
  private static let mostComparedPaths = 2000

  /// Paths and the parameters in them (OpenAPI 3.1, sections 4.8.2 and 4.8.8).
  func paths() -> [DescriptionProblem] {
    var problems: [DescriptionProblem] = []
    var templates: [PathTemplate] = []
    for (name, node) in root["paths"]?.members ?? [] where name.hasPrefix("/") {
      let template = PathTemplate(name, node.keyPosition)
      templates.append(template)
      if let fault = template.fault { problems.append(keyProblem(node, fault)) }
      for variable in template.repeated {
        problems.append(keyProblem(node, .repeatedVariable(variable, path: name)))
      }
      problems += parameters(of: node, template)
    }
    return problems + clashes(templates)
  }

  /// A problem of the name of a member.
  private func keyProblem(
    _ node: DescriptionNode,
    _ evidence: DescriptionProblem.Evidence
  ) -> DescriptionProblem {
    DescriptionProblem(
      .error,
      file: node.file,
      position: node.keyPosition,
      pointer: node.pointer,
      evidence
    )
  }

  // MARK: - Parameters

  private struct Parameter {
    var node: DescriptionNode
    var name: String
    var place: String
  }

  /// The parameters of a list, as far as they can be found.
  private func parameters(in list: DescriptionNode?) -> [Parameter] {
    (list?.items ?? []).compactMap { item in
      guard let node = try? item.resolved(), let name = node["name"]?.text,
        let place = node["in"]?.text
      else { return nil }
      return Parameter(node: item, name: name, place: place)
    }
  }

  private func parameters(
    of node: DescriptionNode,
    _ template: PathTemplate
  ) -> [DescriptionProblem] {
    guard let item = try? node.resolved(), item.kind == .object else { return [] }
    // A Path Item may have members beside its reference.
    let items = item.isSame(as: node) ? [item] : [node, item]
    var problems: [DescriptionProblem] = []
    func unused(_ parameters: [Parameter]) {
      for parameter in parameters
      where parameter.place == "path" && !template.variables.contains(parameter.name) {
        let evidence = DescriptionProblem.Evidence
          .unusedPathParameter(parameter.name, path: template.text)
        problems.append(parameter.node.problem(.error, evidence))
      }
    }
    let shared = items.flatMap { parameters(in: $0["parameters"]) }
    unused(shared)
    for operation in items.flatMap(operations(of:)) {
      let own = parameters(in: operation["parameters"])
      unused(own)
      for variable in template.variables
      where !(own + shared).contains(where: { $0.place == "path" && $0.name == variable }) {
        let evidence = DescriptionProblem.Evidence
          .undeclaredVariable(variable, path: template.text)
        problems.append(keyProblem(operation, evidence))
      }
    }
    return problems
  }

  /// The lists of parameters, each by itself.
  func parameterLists() -> [DescriptionProblem] {
    var problems: [DescriptionProblem] = []
    for found in survey.parts where found.part == .pathItem || found.part == .operation {
      var known: Set<[String]> = []
      var bodies = 0
      var hasFields = false
      for parameter in parameters(in: found.node["parameters"]) {
        if !known.insert([parameter.name, parameter.place]).inserted {
          let evidence = DescriptionProblem.Evidence
            .repeatedParameter(parameter.name, in: parameter.place)
          problems.append(parameter.node.problem(.error, evidence))
        }
        guard isSwagger else { continue }
        if parameter.place == "body" { bodies += 1 }
        if parameter.place == "formData" { hasFields = true }
        if bodies > 1 && parameter.place == "body" || bodies > 0 && hasFields {
          problems.append(parameter.node.problem(.error, .severalBodies))
        }
      }
    }
    return problems
  }

  // MARK: - Clashes

  /// Paths that are one, or that match what others match.
  private func clashes(_ templates: [PathTemplate]) -> [DescriptionProblem] {
    guard let paths = root["paths"] else { return [] }
    var problems: [DescriptionProblem] = []
    var shapes: [String: PathTemplate] = [:]
    func problem(
      _ severity: DescriptionProblem.Severity,
      _ template: PathTemplate,
      _ evidence: DescriptionProblem.Evidence
    ) -> DescriptionProblem {
      DescriptionProblem(
        severity,
        file: paths.file,
        position: template.position,
        pointer: paths.pointer.appending(template.text),
        evidence
      )
    }
    for template in templates {
      guard let first = shapes[template.shape] else {
        shapes[template.shape] = template
        continue
      }
      problems.append(
        problem(
          .error,
          template,
          .samePath(template.text, first: first.position, as: first.text)
        )
      )
    }
    guard templates.count <= Self.mostComparedPaths else { return problems }
    let grouped = Dictionary(grouping: templates.filter { !$0.variables.isEmpty }) {
      $0.segments.count
    }
    for template in templates where !template.variables.isEmpty {
      for other in grouped[template.segments.count] ?? [] {
        guard other.position < template.position else { break }
        guard template.isAmbiguous(beside: other) else { continue }
        problems.append(
          problem(
            .warning,
            template,
            .ambiguousPath(template.text, first: other.position, as: other.text)
          )
        )
      }
    }
    return problems
  }
}
