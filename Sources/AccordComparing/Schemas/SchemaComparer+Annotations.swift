import AccordOpenAPI
import AccordSchema

extension SchemaComparer {
  /// Compares what is said of values beyond which are right.
  func compareAnnotations(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    compareDefault(a, b, context)
    compareDiscriminator(a, b, context)
    if context.isXML { compareXML(a, b, context) }
    for change in policy.lifeCycle(
      from: LifeCycleFacts(a.deprecated, a.sunset, a.stability),
      to: LifeCycleFacts(b.deprecated, b.sunset, b.stability)
    ) {
      emit(
        .lifeCycle(change.event),
        change.level,
        (change.nodes.old ?? a.node, change.nodes.new ?? b.node),
        context
      )
    }
    for member in ["title", "description"] {
      let from = a.documentation[member]
      let to = b.documentation[member]
      guard from?.text != to?.text else { continue }
      emit(.documentation(member), .harmless, (from ?? a.node, to ?? b.node), context)
    }
    for name in Set(a.extensions.keys).union(b.extensions.keys).sorted() {
      let from = a.extensions[name]
      let to = b.extensions[name]
      if let from, let to, from.value.isEquivalent(to: to.value) { continue }
      emit(
        .changed(.statement, from: from.map { $0.value.text() }, to: to.map { $0.value.text() }),
        level(.undecided, context),
        (from, to),
        context
      )
    }
  }

  /// A default says what a request means that leaves the value out.
  private func compareDefault(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    let from = a.defaultValue?.value
    let to = b.defaultValue?.value
    if let from, let to, from.isEquivalent(to: to) { return }
    guard from != nil || to != nil else { return }
    var found = ChangeLevel.harmless
    if context.direction == .sent {
      let isParameter = context.subject.prefix == "request-parameter"
      found = isParameter && from != nil && to != nil ? .breaking : .dangerous
    }
    emit(
      .changed(.defaultValue, from: from?.text(), to: to?.text()),
      found,
      (a.defaultValue, b.defaultValue ?? b.node),
      context
    )
  }

  private func compareDiscriminator(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    func name(_ node: DescriptionNode?) -> String? { node?.text ?? node?["propertyName"]?.text }
    let from = name(a.discriminator)
    let to = name(b.discriminator)
    let nodes = (a.discriminator, b.discriminator ?? b.node)
    guard from == to else {
      let found: ChangeLevel = from == nil || to == nil ? .dangerous : .breaking
      emit(.changed(.discriminator, from: from, to: to), found, nodes, context)
      return
    }
    let before = a.discriminator?["mapping"]?.members ?? []
    let after = b.discriminator?["mapping"]?.members ?? []
    for (value, node) in before where !after.contains(where: { $0.name == value }) {
      emit(.removed(.mapping, value), level(.narrowed, context), (node, nil), context)
    }
    for (value, node) in after {
      guard let old = before.first(where: { $0.name == value })?.node else {
        let found = min(level(.widened, context), .dangerous)
        emit(.added(.mapping, value), found, (nil, node), context)
        continue
      }
      guard old.text != node.text else { continue }
      emit(
        .changed(.discriminator, from: old.text, to: node.text),
        .dangerous,
        (old, node),
        context
      )
    }
  }

  /// How a value is written in XML (OpenAPI 3.1, section 4.8.26).
  private func compareXML(_ a: SchemaShape, _ b: SchemaShape, _ context: Context) {
    for (member, aspect, usual) in [
      ("namespace", Difference.Aspect.xmlNamespace, ""), ("attribute", .xmlAttribute, "false"),
      ("wrapped", .xmlWrapped, "false"), ("nodeType", .xmlNodeType, ""), ("prefix", .xmlPrefix, ""),
    ] {
      let from = a.xml?[member].map { $0.text ?? $0.value.text() } ?? usual
      let to = b.xml?[member].map { $0.text ?? $0.value.text() } ?? usual
      guard from != to else { continue }
      // A prefix is only a way to write the namespace.
      let found: ChangeLevel = aspect == .xmlPrefix ? .harmless : .breaking
      emit(
        .changed(aspect, from: from.isEmpty ? nil : from, to: to.isEmpty ? nil : to),
        found,
        (a.xml ?? a.node, b.xml ?? b.node),
        context
      )
    }
    let own = context.subject.path.last
    let from = a.xml?["name"]?.text ?? own ?? a.node.flatMap(Self.component)
    let to = b.xml?["name"]?.text ?? own ?? b.node.flatMap(Self.component)
    guard from != to else { return }
    emit(
      .changed(.xmlName, from: from, to: to),
      .breaking,
      (a.xml ?? a.node, b.xml ?? b.node),
      context
    )
  }

  /// The name of the component that a schema is, by which its element is called.
  private static func component(_ node: DescriptionNode) -> String? {
    var target = node
    if let resolved = try? node.resolved() { target = resolved }
    let tokens = target.pointer.tokens
    guard tokens.count == 3, tokens[1] == "schemas" || tokens.count == 2 else { return nil }
    return tokens.last
  }
}
