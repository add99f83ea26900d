import AccordModel
import AccordSchema

/// Makes the requests by which an operation is exercised.
struct ExampleImporter {
  let operation: DescribedOperation
  let parameters: [ParameterImporter.Imported]
  let body: BodyImporter.Imported?
  let responses: ResponseImporter.Imported
  let consumed: [Given.ID]

  /// The role that may call too, where a credential is optional.
  let optionalRole: String?

  /// Whether nothing that is sent could be unknown to the server.
  let areValuesKnown: Bool

  /// The requests, those of the document first.
  func examples() -> [Example] {
    var names = ContractNames()
    var examples = bodies(&names)
    examples += options(&names)
    examples += others(&names)
    examples += formats(&names)
    if let optionalRole {
      var example = made(names.unique("with-credential"), at: operation.node)
      example.role = optionalRole
      example.body = body?.values.first?.json
      examples.append(example)
    }
    return examples
  }

  private func made(
    _ name: String,
    at node: DescriptionNode,
    in format: Format.ID? = nil
  ) -> Example {
    var example = Example.example(
      name,
      in: format,
      consumes: consumed,
      changesState: !operation.isSafe,
      fileID: node.file,
      line: node.line
    )
    example.otherResponses = otherResponses
    return example
  }

  /// Statuses that say that the request is wrong, whatever the server holds.
  private static let ofWrongRequests = [400, 405, 406, 415, 422]

  /// The answers that are right too: another success, and an error that what the server holds may bring
  /// about.
  private var otherResponses: [String] {
    let successes = responses.rules.dropFirst().filter {
      $0.statuses != responses.rules[0].statuses
    }
    let errors = responses.others.filter { rule in
      !areValuesKnown || !Self.ofWrongRequests.contains { rule.statuses.lists($0) }
    }
    return (successes + errors).map(\.name)
  }

  /// The body's own examples, in each of its formats; without a body the plainest request.
  private func bodies(_ names: inout ContractNames) -> [Example] {
    guard let body else { return [made(names.unique("usual"), at: operation.node)] }
    let usual = body.body.formats.first
    return body.values.map { value in
      var name = ContractNames.hyphenated(value.name)
      if name.isEmpty { name = "usual" }
      if value.format.id != usual { name += "-" + value.format.id }
      var example = made(
        names.unique(name),
        at: value.node,
        in: value.format.id == usual ? nil : value.format.id
      )
      example.body = value.json
      return example
    }
  }

  /// How many optional parameters have a request each.
  private static let most = 12

  /// The plainest request with each of the optional parameters; with all of them where it changes
  /// something.
  private func options(_ names: inout ContractNames) -> [Example] {
    let optional = parameters.filter { !$0.parameter.isRequired && $0.parameter.example != nil }
    guard !optional.isEmpty else { return [] }
    guard operation.isSafe, optional.count <= Self.most else {
      var example = made(names.unique("with-all-parameters"), at: operation.node)
      example.body = body?.values.first?.json
      for entry in optional { example.set(entry.parameter, entry.parameter.example) }
      return [example]
    }
    return optional.map { entry in
      let name = "with-" + ContractNames.hyphenated(entry.parameter.name)
      var example = made(names.unique(name), at: entry.node)
      example.body = body?.values.first?.json
      example.set(entry.parameter, entry.parameter.example)
      return example
    }
  }

  /// The plainest request with the further values that the document has for parameters.
  private func others(_ names: inout ContractNames) -> [Example] {
    guard operation.isSafe else { return [] }
    return parameters.flatMap { entry in
      entry.others.map { name, value in
        let words = ContractNames.hyphenated(entry.parameter.name + "-" + name)
        var example = made(names.unique("with-" + words), at: entry.node)
        example.body = body?.values.first?.json
        example.set(entry.parameter, .literal(value))
        return example
      }
    }
  }

  /// The plainest request for each further format of the usual answer.
  private func formats(_ names: inout ContractNames) -> [Example] {
    let read = body?.body.formats ?? []
    return responses.usualFormats.dropFirst().filter { !read.contains($0) }.map { format in
      var example = made(names.unique("in-" + format), at: operation.node, in: format)
      example.body = body?.values.first?.json
      return example
    }
  }
}

extension Example {
  /// Sends a parameter with a value.
  fileprivate mutating func set(_ parameter: Parameter, _ value: Operand?) {
    guard let value else { return }
    let argument = Arguments.Argument(parameter.name, value)
    switch parameter.usual {
    case .path: path.list.append(argument)
    case .query, .form, .body: query.list.append(argument)
    case .header: headers.list.append(argument)
    case .cookie: cookies.list.append(argument)
    }
  }
}
