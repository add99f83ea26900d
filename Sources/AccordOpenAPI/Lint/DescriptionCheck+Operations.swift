import AccordSchema

extension DescriptionCheck {
  /// Names of operations, and the lists of their parameters (OpenAPI 3.1, section 4.8.10).
  func operations() -> [DescriptionProblem] {
    var problems = parameterLists()
    var first: [String: DescriptionNode] = [:]
    for operation in survey.all(.operation) {
      guard let node = operation["operationId"], let name = node.text else { continue }
      guard let other = first[name] else {
        first[name] = node
        continue
      }
      problems.append(
        node.problem(
          .error,
          .repeatedOperationID(name, file: other.file, first: other.position)
        )
      )
    }
    return problems
  }

  /// Links, which name an operation or refer to one (OpenAPI 3.1, section 4.8.20): one that leads nowhere
  /// is a warning, because all else of the description holds without it.
  func links() -> [DescriptionProblem] {
    let known = linkTargets()
    let names = Set(survey.all(.operation).compactMap { $0["operationId"]?.text })
    var problems: [DescriptionProblem] = []
    for link in survey.all(.link) {
      if let node = link["operationId"], let name = node.text {
        if let parameters = known[name] {
          problems += unknownParameters(in: link, of: name, parameters)
        } else if !names.contains(name) {
          problems.append(node.problem(.warning, .unknownOperation(name)))
        }
      }
      guard let node = link["operationRef"], let reference = node.text else { continue }
      do throws(DescriptionProblem) {
        let target = try node.following(reference)
        guard target.kind != .object else { continue }
        problems.append(
          node.problem(.warning, .reference(reference, .notAnObject(target.kind)))
        )
      } catch {
        problems.append(node.problem(.warning, error.evidence))
      }
    }
    return problems
  }

  /// The names of the parameters of each operation that links may name, those of its path among them; a
  /// name may begin with the place.
  private func linkTargets() -> [String: Set<String>] {
    var targets: [String: Set<String>] = [:]
    for (_, node) in root["paths"]?.members ?? [] {
      guard let item = try? node.resolved() else { continue }
      func names(in node: DescriptionNode) -> [String] {
        (node["parameters"]?.items ?? []).flatMap { entry -> [String] in
          guard let parameter = try? entry.resolved(), let name = parameter["name"]?.text,
            let place = parameter["in"]?.text
          else { return [] }
          return [name, "\(place).\(name)"]
        }
      }
      let shared = names(in: item)
      for operation in operations(of: item) {
        guard let id = operation["operationId"]?.text else { continue }
        targets[id, default: []].formUnion(shared + names(in: operation))
      }
    }
    return targets
  }

  private func unknownParameters(
    in link: DescriptionNode,
    of operation: String,
    _ known: Set<String>
  ) -> [DescriptionProblem] {
    (link["parameters"]?.members ?? []).compactMap { name, node in
      guard !known.contains(name) else { return nil }
      return DescriptionProblem(
        .warning,
        file: node.file,
        position: node.keyPosition,
        pointer: node.pointer,
        .unknownLinkParameter(
          name,
          of: operation,
          meant: NearestName.of(name, among: known.filter { !$0.contains(".") }.sorted())
        )
      )
    }
  }

  /// Bodies of methods for which HTTP gives them no meaning (RFC 9110, sections 9.3.1, 9.3.2 and 9.3.5).
  func bodies() -> [DescriptionProblem] {
    var problems: [DescriptionProblem] = []
    for (_, node) in root["paths"]?.members ?? [] {
      guard let item = try? node.resolved() else { continue }
      for method in ["get", "head", "delete"] {
        guard let operation = item[method] else { continue }
        var body = operation["requestBody"]
        if isSwagger {
          body = operation["parameters"]?.items.first {
            (try? $0.resolved())?["in"]?.text == "body"
          }
        }
        if let body {
          problems.append(
            body.problem(.warning, .bodyWithoutMeaning(method: method.uppercased()))
          )
        }
      }
    }
    return problems
  }

  /// Tags (OpenAPI 3.1, sections 4.8.1 and 4.8.22): those of operations need not be declared, but a
  /// document that declares some is likely to mean all.
  func tags() -> [DescriptionProblem] {
    var problems: [DescriptionProblem] = []
    var declared: Set<String> = []
    for tag in root["tags"]?.items ?? [] {
      guard let node = tag["name"], let name = node.text else { continue }
      if !declared.insert(name).inserted {
        problems.append(node.problem(.error, .repeatedTag(name)))
      }
    }
    for tag in root["tags"]?.items ?? [] {
      guard let node = tag["parent"], let name = node.text, !declared.contains(name) else {
        continue
      }
      problems.append(node.problem(.error, .undeclaredTag(name)))
    }
    guard !declared.isEmpty else { return problems }
    for operation in survey.all(.operation) {
      for node in operation["tags"]?.items ?? [] {
        guard let name = node.text, !declared.contains(name) else { continue }
        problems.append(node.problem(.warning, .undeclaredTag(name)))
      }
    }
    return problems
  }
}
