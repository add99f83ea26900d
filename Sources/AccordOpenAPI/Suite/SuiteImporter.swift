import AccordModel
import AccordSchema

/// Makes the suite of a description.
struct SuiteImporter {
  let description: Description

  /// The suite with what is not carried into it.
  func imported() -> ImportedSuite {
    let root = description.root
    let info = root["info"]
    let title = info?["title"]?.text ?? ""
    let id = ContractNames.suite(title)
    let context = ImportContext(
      suite: id,
      isSwagger: description.kind == .swagger20,
      schemas: ImportedSchemas(description)
    )
    let operations = context.operations(of: root)
    let extended = ExtendedSuite(
      description: description,
      context: context,
      operations: operations
    )
    if let (suite, calls) = extended.read(name: title, Self.summary(info, title)) {
      return imported(suite, calls, operations, context)
    }
    let security = SecurityImporter(root, context)
    for operation in operations { _ = security.need(of: operation) }
    let finder = IdentifierFinder(operations, context, security)
    var names = ContractNames()
    var calls: [DescribedCall] = []
    let contracts = operations.compactMap { operation -> Contract? in
      let wanted = ContractNames.hyphenated(operation.node["operationId"]?.text ?? "")
      let id = names.unique(wanted.isEmpty ? ContractNames.hyphenated(operation.words) : wanted)
      let contract = ContractImporter(
        context: context,
        finder: finder,
        security: security,
        operation: operation
      ).contract(id)
      if contract != nil { calls.append(DescribedCall(of: operation, contract: id)) }
      return contract
    }
    noteRest(root, context)
    var suite = ContractSuite(
      id,
      name: title.isEmpty ? id : title,
      Self.summary(info, title),
      credential: security.credential,
      roles: security.roles,
      formats: context.formats.list.isEmpty ? [.json] : context.formats.list,
      givens: finder.givens,
      contracts: contracts,
      fileID: root.file,
      line: root.line
    )
    let unreached = UnreachedPromises(suite: suite)
    suite.contracts = suite.contracts.mapSideBySide(inPartsOf: 8) { unreached.removed(from: $0) }
    let others = context.inferences.count
    suite.workflows =
      InferredLives(context: context, operations: operations, suite: suite).workflows()
    let followed = Set(finder.followedLinks.map { NotCarried(.link, at: $0) })
    var imported = ImportedSuite(
      suite: suite,
      notCarried: context.notCarried.filter { !followed.contains($0) }
        .inOrder(of: description.files),
      inferences: context.inferences,
      servers: servers(of: root),
      namedSchemas: namedSchemas(of: root, context),
      draft: draft,
      document: root.file,
      calls: calls
    )
    imported.lives = Array(context.inferences.dropFirst(others))
    imported.schemes = security.described
    return imported
  }

  /// What is made of a document that speaks of its suite itself: of workflows those are inferred again whose
  /// names it lists.
  private func imported(
    _ suite: ContractSuite,
    _ calls: [DescribedCall],
    _ operations: [DescribedOperation],
    _ context: ImportContext
  ) -> ImportedSuite {
    let root = description.root
    noteRest(root, context)
    var suite = suite
    let listed = root[SuiteExtension.workflows]?.items.compactMap(\.text) ?? []
    if !listed.isEmpty {
      suite.workflows = InferredLives(context: context, operations: operations, suite: suite)
        .workflows().filter { listed.contains($0.id) }
    }
    var imported = ImportedSuite(
      suite: suite,
      notCarried: context.notCarried.inOrder(of: description.files),
      inferences: context.inferences,
      servers: servers(of: root),
      namedSchemas: namedSchemas(of: root, context),
      draft: draft,
      document: root.file,
      calls: calls
    )
    imported.lives = context.inferences
    return imported
  }

  /// The draft that the document's version of OpenAPI has.
  private var draft: SchemaDraft {
    switch description.kind {
    case .swagger20, .openAPI(.v30, _): .draft4
    case .openAPI, .arazzo: .draft202012
    }
  }

  /// The schemas that the document keeps by names.
  private func namedSchemas(
    of root: DescriptionNode,
    _ context: ImportContext
  ) -> [(name: String, schema: Schema)] {
    let schemas = context.isSwagger ? root["definitions"] : root["components"]?["schemas"]
    let declared = schemas?.declared ?? []
    let answers = declared.map { ($0.name, context.schemas.schema($0.node, .answer)) }
    let requests = declared.map {
      ($0.name + " request", context.schemas.schema($0.node, .request))
    }
    return answers + requests
  }

  private static func summary(_ info: DescriptionNode?, _ title: String) -> String {
    let text = info?["summary"]?.text ?? info?["description"]?.text ?? title
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.isEmpty ? "An API that an OpenAPI document describes." : line
  }

  private func noteRest(_ root: DescriptionNode, _ context: ImportContext) {
    for (_, webhook) in root["webhooks"]?.declared ?? [] { context.leave(webhook, .webhook) }
    let schemas = context.isSwagger ? root["definitions"] : root["components"]?["schemas"]
    for (_, schema) in schemas?.declared ?? [] { noteDiscriminators(schema, context, depth: 0) }
  }

  /// How deep a schema is looked into for discriminators.
  private static let depth = 32

  private func noteDiscriminators(_ node: DescriptionNode, _ context: ImportContext, depth: Int) {
    guard depth < Self.depth else { return }
    if let discriminator = node["discriminator"] {
      if node["oneOf"] == nil, node["anyOf"] == nil {
        context.leave(discriminator, .discriminator)
      } else if let usual = discriminator["defaultMapping"] {
        context.leave(usual, .discriminatorDefault)
      }
    }
    for (_, member) in node["properties"]?.declared ?? [] {
      noteDiscriminators(member, context, depth: depth + 1)
    }
    for keyword in ["allOf", "anyOf", "oneOf"] {
      for branch in node[keyword]?.items ?? [] {
        noteDiscriminators(branch, context, depth: depth + 1)
      }
    }
    if let items = node["items"] { noteDiscriminators(items, context, depth: depth + 1) }
  }

  /// The addresses of the servers.
  private func servers(of root: DescriptionNode) -> [String] {
    guard description.kind == .swagger20 else {
      return (root["servers"]?.items ?? []).compactMap { server in
        guard var url = server["url"]?.text else { return nil }
        for (name, variable) in server["variables"]?.declared ?? [] {
          url = url.replacing("{\(name)}", with: variable["default"]?.text ?? "")
        }
        return url
      }
    }
    let path = root["basePath"]?.text ?? ""
    guard let host = root["host"]?.text else { return path.isEmpty ? [] : [path] }
    let schemes = root["schemes"]?.items.compactMap(\.text) ?? []
    return (schemes.isEmpty ? ["https"] : schemes).map { "\($0)://\(host)\(path)" }
  }
}

extension [NotCarried] {
  /// The entries by file and line; those of one line stay in their order.
  fileprivate func inOrder(of files: [String]) -> [NotCarried] {
    let ranks = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
    return enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      let file = (ranks[first.file] ?? .max, ranks[second.file] ?? .max)
      return (file.0, first.line, left.offset) < (file.1, second.line, right.offset)
    }.map(\.element)
  }
}
