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
    let names = Set(survey.all(.operation).compactMap { $0["operationId"]?.text })
    var problems: [DescriptionProblem] = []
    for link in survey.all(.link) {
      if let node = link["operationId"], let name = node.text, !names.contains(name) {
        problems.append(node.problem(.warning, .unknownOperation(name)))
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
