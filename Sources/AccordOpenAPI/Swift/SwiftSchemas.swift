import AccordSchema

/// Writes the schemas of a suite: those that the document keeps by names once, under names of Swift.
final class SwiftSchemas {
  /// A schema that stands under a name.
  struct Shared {
    /// The name in the document.
    var name: String
    /// The name in Swift.
    var constant: String
    var schema: Schema
  }

  /// The schemas by names, those of answers first.
  let shared: [Shared]

  /// The draft that the document follows.
  let draft: SchemaDraft

  private let constants: [Schema: Int]
  private let identities: [Schema.Identity: Int]
  private var reached: [Int: Set<Schema>] = [:]
  /// The schemas that are being written, with the names of what stands for them inside.
  private var open: [(schema: Schema, parameter: String, isUsed: Bool)] = []
  private var used: Set<Int> = []

  /// Prepares the schemas of a document by their names.
  init(_ named: [(name: String, schema: Schema)], draft: SchemaDraft) {
    self.draft = draft
    var names = SwiftNames()
    var shared: [Shared] = []
    var constants: [Schema: Int] = [:]
    var identities: [Schema.Identity: Int] = [:]
    for (name, schema) in named where constants[schema] == nil && schema.mayRecur {
      constants[schema] = shared.count
      if identities[schema.identity] == nil { identities[schema.identity] = shared.count }
      shared.append(Shared(name: name, constant: names.value(name), schema: schema))
    }
    self.shared = shared
    self.constants = constants
    self.identities = identities
  }

  /// The type that holds those with names.
  static let type = "Schemas"

  /// The expression of a schema, in which those with names stand by their names.
  func expression(_ schema: Schema) -> SwiftExpression { written(schema, isInside: false) }

  /// The declarations of those that are referred to, also from one another, in the order of the document.
  func declarations() -> [(shared: Shared, value: SwiftExpression)] {
    var written: [Int: SwiftExpression] = [:]
    while let next = used.subtracting(written.keys).min() {
      written[next] = definition(shared[next].schema, isInside: false)
    }
    return written.keys.sorted().compactMap { index in
      written[index].map { (shared[index], $0) }
    }
  }

  // MARK: - One schema

  private func written(_ schema: Schema, isInside: Bool) -> SwiftExpression {
    guard schema.mayRecur else { return content(schema, isInside: isInside) }
    if let place = open.firstIndex(where: { $0.schema == schema }) {
      open[place].isUsed = true
      return .token(open[place].parameter)
    }
    if let index = constants[schema], !leadsBack(index) {
      used.insert(index)
      return reference(index)
    }
    if let annotated = annotated(schema) { return annotated }
    return definition(schema, isInside: isInside)
  }

  private func reference(_ index: Int) -> SwiftExpression {
    .token("\(Self.type).\(shared[index].constant)")
  }

  /// A schema written out; one that holds itself stands for itself inside.
  private func definition(_ schema: Schema, isInside: Bool) -> SwiftExpression {
    let name = schema.nameInDocument ?? "Part\(open.count + 1)"
    var names = SwiftNames(besides: Set(open.map(\.parameter)))
    open.append((schema, names.value(name), false))
    let inner = content(schema, isInside: isInside)
    let entry = open.removeLast()
    guard entry.isUsed else { return inner }
    // What is written inside a closure is not looked through from outside.
    open.append((schema, entry.parameter, true))
    let body = content(schema, isInside: false)
    open.removeLast()
    return .closure(
      "Schema.recursive",
      [.init(label: nil, value: .text(name))],
      parameter: entry.parameter,
      body.spelledOut
    )
  }

  /// A reference with annotations beside it, where it can be said so.
  private func annotated(_ schema: Schema) -> SwiftExpression? {
    guard let index = identities[schema.identity], !leadsBack(index), !isRecursive(index) else {
      return nil
    }
    let base = shared[index].schema.content
    var expression = reference(index)
    let content = schema.content
    var rest = content
    rest.takeAnnotations(of: base)
    guard rest == base else { return nil }
    guard SwiftAnnotations(base).canBecome(content) else { return nil }
    used.insert(index)
    SwiftAnnotations(content).apply(to: &expression, besides: base)
    return expression
  }

  // MARK: - Those that hold themselves

  /// Whether a schema with a name leads to one that is being written.
  private func leadsBack(_ index: Int) -> Bool {
    let reached = reached(from: index)
    return open.contains { reached.contains($0.schema) }
  }

  private func isRecursive(_ index: Int) -> Bool {
    reached(from: index).contains(shared[index].schema)
  }

  /// The schemas to which one with a name leads; itself only if it holds itself.
  private func reached(from index: Int) -> Set<Schema> {
    if let known = reached[index] { return known }
    var found: Set<Schema> = []
    var rest = shared[index].schema.content.inner
    while let next = rest.popLast() {
      if next.mayRecur, !found.insert(next).inserted { continue }
      rest += next.content.inner
    }
    reached[index] = found
    return found
  }

  private func content(_ schema: Schema, isInside: Bool) -> SwiftExpression {
    let isRead = schema.isReadAsInOpenAPI
    return SwiftContent(schema) { inner in self.written(inner, isInside: isRead) }
      .expression(draft: draft, isInside: isInside)
  }
}

extension Schema.Content {
  /// The schemas inside.
  var inner: [Schema] {
    var schemas = prefixItems + allOf + anyOf + oneOf
    schemas += members.map(\.schema) + patternProperties.map(\.schema)
    schemas += dependentSchemas.map(\.schema)
    schemas += [
      items, contains, additionalProperties, propertyNames, unevaluatedItems,
      unevaluatedProperties, not, condition, consequence, alternative, contentSchema,
    ].compactMap(\.self)
    return schemas
  }
}

extension SwiftExpression {
  /// The expression with the type's name before a leading dot, where nothing else tells the type.
  var spelledOut: SwiftExpression {
    switch self {
    case .token(let text): text.hasPrefix(".") ? .token("Schema" + text) : self
    case .call(let name, let arguments):
      name.hasPrefix(".") ? .call("Schema" + name, arguments) : self
    case .method(let base, let name, let arguments): .method(base.spelledOut, name, arguments)
    case .closure, .text, .list, .pairs: self
    }
  }
}
