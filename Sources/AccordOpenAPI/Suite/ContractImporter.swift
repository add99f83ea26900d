import AccordModel
import AccordSchema
import HTTPTypes

/// Makes the contract of an operation.
struct ContractImporter {
  let context: ImportContext
  let finder: IdentifierFinder
  let security: SecurityImporter
  let operation: DescribedOperation

  var node: DescriptionNode { operation.node }

  /// The contract under an identifier; `nil` where no request can be made, which is noted.
  func contract(_ id: Contract.ID) -> Contract? {
    noteRest()
    let errors = ResponseImporter.clientErrors(of: operation)
    let refusal = Refusal.statuses(
      Self.statuses(errors, besides: [401, 403, 407, 429]),
      refused: ImportAssumption.wrongRequest.basis,
      status: ImportAssumption.refusalStatus(errors).basis,
      allowsEmptyBody: true,
      fileID: node.file,
      line: node.line
    )
    var parameters = ParameterImporter(
      context: context,
      operation: operation,
      refusal: refusal,
      unknown: unknown(errors)
    ).parameters()
    guard let route = route(parameters.map(\.parameter)) else { return nil }
    let fields = FormImporter(context: context, operation: operation, refusal: refusal)
      .fields(besides: parameters.map(\.parameter.name))
    parameters += fields ?? []
    let body =
      fields == nil
      ? BodyImporter(context: context, refusal: refusal).body(of: operation) : nil
    if body == nil, fields == nil, node["requestBody"]?.isTrue("required") == true {
      context.leave(node, .noRequest(why: "its body cannot be sent."))
      return nil
    }
    var responses = ResponseImporter(context: context, operation: operation).responses()
    let arePathsKnown = bindPath(&parameters, errors)
    if responses.rules.isEmpty {
      responses.rules.append(
        .statuses(.successful, .unspecified, fileID: node.file, line: node.line)
      )
    }
    if !arePathsKnown { admitNotFound(&responses, errors) }
    let areValuesKnown =
      body == nil && fields == nil && parameters.allSatisfy { $0.parameter.usual != .path }
    if !areValuesKnown {
      for index in responses.rules.indices {
        responses.rules[index].clause.basis = ImportAssumption.madeUpValues.basis
      }
    }
    let need = security.need(of: operation)
    let examples = ExampleImporter(
      operation: operation,
      parameters: parameters,
      body: body,
      responses: responses,
      consumed: consumed(parameters.map(\.parameter)),
      optionalRole: optionalRole(need),
      areValuesKnown: areValuesKnown
    ).examples()
    return Contract(
      id,
      summary,
      name: node["operationId"]?.text ?? operation.words,
      document: node.file,
      effect: operation.isSafe ? .readOnly : .changesState,
      references: references,
      routes: [route],
      credential: rule(need, errors),
      parameters: parameters.map(\.parameter),
      body: body?.body,
      responses: responses.rules,
      otherwise: responses.others,
      examples: examples,
      notes: notes,
      fileID: node.file,
      line: node.line
    )
  }

  // MARK: - Words

  private var summary: String {
    if let summary = node["summary"]?.text, !summary.isEmpty { return Self.line(summary) }
    if let description = node["description"]?.text, !description.isEmpty {
      return Self.line(description)
    }
    return operation.words
  }

  /// The first line of a text.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
  }

  private var notes: [String] {
    var notes: [String] = []
    if node.isTrue("deprecated") { notes.append("The document says that it is deprecated.") }
    let tags = node["tags"]?.items.compactMap(\.text) ?? []
    if !tags.isEmpty { notes.append("Tags: \(tags.joined(separator: ", ")).") }
    if node["summary"]?.text?.isEmpty == false, let text = node["description"]?.text, !text.isEmpty
    {
      notes.append(text)
    }
    return notes
  }

  private var references: [SourcePage] {
    guard let page = node["externalDocs"], let url = page["url"]?.text else { return [] }
    return [SourcePage(page["description"]?.text ?? url, url)]
  }

  /// Notes what of the operation has no place in a contract.
  private func noteRest() {
    for (_, callback) in node["callbacks"]?.declared ?? [] { context.leave(callback, .callback) }
    if operation.route != operation.path {
      context.leave(node, .noWord("The query in the path"))
    }
  }

  // MARK: - Route and refusals

  /// The route; `nil` where a variable of it has no parameter.
  private func route(_ parameters: [Parameter]) -> Contract.Route? {
    let template = RouteTemplate(operation.route)
    for name in template.variables where !parameters.contains(where: { $0.name == name }) {
      context.leave(node, .noRequest(why: "nothing fills the variable \(name) of its path."))
      return nil
    }
    guard Set(template.variables).count == template.variables.count else {
      context.leave(node, .noRequest(why: "a variable of its path occurs twice."))
      return nil
    }
    return .route(.only([operation.method]), operation.route, fileID: node.file, line: node.line)
  }

  private static func statuses(_ listed: [Int], besides others: [Int]) -> StatusSet {
    let fitting = listed.filter { !others.contains($0) }
    // What is meant for wrong requests goes first.
    let usual = fitting.filter { [400, 422].contains($0) }
    let rest = fitting.filter { ![400, 422].contains($0) }
    return fitting.isEmpty ? .clientError : .anyOf(usual + rest)
  }

  /// What an identifier gets that names nothing, where something is to be found.
  private func unknown(_ errors: [Int]) -> Refusal? {
    let isLookedUp = ["GET", "HEAD", "DELETE", "PATCH"].contains(operation.method.rawValue)
    guard errors.contains(404) || isLookedUp else { return nil }
    let statuses: StatusSet = errors.contains(404) ? .anyOf([404]) : .anyOf([404, 410])
    return Refusal.statuses(
      statuses,
      refused: ImportAssumption.unknownIdentifier.basis,
      status: ImportAssumption.unknownIdentifier.basis,
      allowsEmptyBody: true,
      fileID: node.file,
      line: node.line
    )
  }

  // MARK: - Credentials

  private func rule(_ need: SecurityImporter.Need, _ errors: [Int]) -> CredentialRule? {
    guard case .scheme(let name) = need else { return nil }
    let listed = errors.filter { [401, 403].contains($0) }
    let refusal = Refusal.statuses(
      .anyOf(listed.isEmpty ? [401, 403] : listed),
      status: ImportAssumption.refusalStatus(errors).basis,
      allowsEmptyBody: true,
      fileID: node.file,
      line: node.line
    )
    return .required(
      as: security.role(of: name),
      missing: refusal,
      invalid: refusal,
      fileID: node.file,
      line: node.line
    )
  }

  private func optionalRole(_ need: SecurityImporter.Need) -> String? {
    guard case .optional(let name) = need else { return nil }
    return security.role(of: name)
  }
}
