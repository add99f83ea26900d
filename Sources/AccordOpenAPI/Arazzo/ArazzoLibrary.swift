import AccordModel
import AccordSchema

/// The Arazzo documents of a run with the suites of the OpenAPI documents that they are about.
struct ArazzoLibrary {
  /// What a source description leads to.
  enum Source {
    /// A suite, by its number.
    case suite(Int)
    /// An Arazzo document, by its number.
    case document(Int)
    /// Something of which nothing is sent.
    case other
  }

  /// An Arazzo document.
  struct Document {
    /// The document.
    var root: DescriptionNode
    /// Its source descriptions, in their order.
    var sources: [(name: String, source: Source)] = []
    /// Its schemas.
    var schemas: ImportedSchemas

    init(_ description: Description) {
      root = description.root
      schemas = ImportedSchemas(description)
    }

    /// A workflow by its identifier.
    func workflow(_ id: String) -> DescriptionNode? {
      root["workflows"]?.items.first { $0["workflowId"]?.text == id }
    }

    /// A source by its name.
    func source(_ name: String) -> Source? { sources.first { $0.name == name }?.source }

    /// A reusable object, or the object itself.
    func component(_ node: DescriptionNode) -> DescriptionNode? {
      guard let text = node["reference"]?.text else { return node }
      guard case .component(let kind, let name)? = ArazzoExpression(text) else { return nil }
      return root["components"]?[kind]?[name]
    }
  }

  /// The suites.
  var suites: [ImportedSuite] = []
  /// The documents, those that were named first.
  var documents: [Document] = []

  /// The operation that a step calls.
  func call(
    of step: DescriptionNode,
    in document: Int
  ) throws(ArazzoAbandonment) -> (suite: Int, call: DescribedCall) {
    if let node = step["operationId"], let text = node.text {
      return try operation(text, at: node, in: documents[document])
    }
    guard let node = step["operationPath"], let text = node.text else {
      throw ArazzoAbandonment(.channel, at: step)
    }
    guard let begin = text.firstRange(of: "$sourceDescriptions."),
      let sign = text.firstIndex(of: "#"), begin.upperBound < sign
    else { throw ArazzoAbandonment(.expression(text), at: node) }
    var name = String(text[begin.upperBound..<sign])
    if name.hasSuffix("}") { name.removeLast() }
    if name.hasSuffix(".url") { name.removeLast(4) }
    let suite = try suite(named: name, at: node, in: documents[document])
    let escaped = text[text.index(after: sign)...]
    guard let fragment = try? PercentEscapes.decoded(escaped),
      let tokens = JSONPointer(parsing: fragment)?.tokens, tokens.count >= 3,
      tokens[0] == "paths",
      let call = suites[suite].calls.first(where: { call in
        call.path == tokens[1] && call.method == (tokens.last ?? "").uppercased()
      })
    else { throw ArazzoAbandonment(.unknownOperation(text), at: node) }
    return (suite, call)
  }

  private func operation(
    _ text: String,
    at node: DescriptionNode,
    in document: Document
  ) throws(ArazzoAbandonment) -> (suite: Int, call: DescribedCall) {
    var candidates: [Int] = []
    var id = text
    if case .source(let name, let rest)? = ArazzoExpression(text) {
      candidates = [try suite(named: name, at: node, in: document)]
      id = rest
    } else {
      for (name, source) in document.sources {
        guard case .suite(let number) = source else { continue }
        // Some documents leave out what an expression begins with.
        if text.hasPrefix(name + "."),
          let call = call(String(text.dropFirst(name.count + 1)), of: number)
        {
          return (number, call)
        }
        candidates.append(number)
      }
    }
    let found = candidates.compactMap { number in call(id, of: number).map { (number, $0) } }
    guard let first = found.first else {
      throw ArazzoAbandonment(.unknownOperation(text), at: node)
    }
    guard found.count == 1 else { throw ArazzoAbandonment(.ambiguousOperation(text), at: node) }
    return first
  }

  private func call(_ id: String, of suite: Int) -> DescribedCall? {
    suites[suite].calls.first { $0.operationID == id }
  }

  private func suite(
    named name: String,
    at node: DescriptionNode,
    in document: Document
  ) throws(ArazzoAbandonment) -> Int {
    switch document.source(name) {
    case .suite(let number)?: return number
    case .document?, .other?: throw ArazzoAbandonment(.channel, at: node)
    case nil: throw ArazzoAbandonment(.unknownSource(name), at: node)
    }
  }

  /// The workflow that a step or a dependency names, with the number of its document.
  func workflow(
    _ text: String,
    at node: DescriptionNode,
    in document: Int
  ) throws(ArazzoAbandonment) -> (document: Int, node: DescriptionNode, id: String) {
    guard case .source(let name, let rest)? = ArazzoExpression(text) else {
      guard let workflow = documents[document].workflow(text) else {
        throw ArazzoAbandonment(.unknownWorkflow(text), at: node)
      }
      return (document, workflow, text)
    }
    let source = documents[document].source(name)
    guard case .document(let number)? = source else {
      throw ArazzoAbandonment(
        source == nil ? .unknownSource(name) : .unknownWorkflow(text),
        at: node
      )
    }
    let id = rest.hasPrefix("workflows.") ? String(rest.dropFirst("workflows.".count)) : rest
    guard let workflow = documents[number].workflow(id) else {
      throw ArazzoAbandonment(.unknownWorkflow(text), at: node)
    }
    return (number, workflow, id)
  }
}

/// Why a workflow is not run at all, and where that stands.
struct ArazzoAbandonment: Error {
  let gap: ArazzoGap
  let node: DescriptionNode

  init(_ gap: ArazzoGap, at node: DescriptionNode) {
    self.gap = gap
    self.node = node
  }
}
