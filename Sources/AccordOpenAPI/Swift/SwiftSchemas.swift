import AccordSchema

/// Writes the schemas of a suite: those that the document keeps by names once, under names of Swift, and so
/// every one that holds itself.
final class SwiftSchemas {
  /// A schema that stands under a name.
  struct Shared {
    /// The name in the document.
    var name: String
    /// The name in Swift.
    var constant: String
    var schema: Schema
  }

  /// The draft that the document follows.
  let draft: SchemaDraft

  private var shared: [Shared] = []
  private var names = SwiftNames()
  private var constants: [Schema: Int] = [:]
  private var identities: [Schema.Identity: Int] = [:]
  private var recursive: Set<Int> = []
  private var used: Set<Int> = []
  /// The schemas without names that are being written.
  private var open: Set<Schema> = []
  /// The one with a name that is being written, and whether it stands in itself.
  private var current: (index: Int, parameter: String, isUsed: Bool)?
  private var parts: [Int: SwiftExpression] = [:]

  /// Prepares the schemas of a document by their names.
  init(_ named: [(name: String, schema: Schema)], draft: SchemaDraft) {
    self.draft = draft
    for (name, schema) in named where constants[schema] == nil && schema.mayRecur {
      _ = share(schema, as: name)
    }
    recursive = recursiveOnes()
  }

  /// The type that holds those with names.
  static let type = "Schemas"

  /// The expression of a schema, in which those with names stand by their names.
  func expression(_ schema: Schema) -> SwiftExpression { written(schema, isInside: false) }

  /// The declarations of those that are referred to, also from one another, in the order of the document.
  func declarations() -> [(shared: Shared, value: SwiftExpression)] {
    var written: [Int: SwiftExpression] = [:]
    while let next = used.subtracting(written.keys).min() {
      written[next] = parts[next] ?? definition(next)
    }
    return written.keys.sorted().compactMap { index in
      written[index].map { (shared[index], $0) }
    }
  }

  private func share(_ schema: Schema, as name: String) -> Int {
    let index = shared.count
    constants[schema] = index
    if identities[schema.identity] == nil { identities[schema.identity] = index }
    shared.append(Shared(name: name, constant: names.value(name), schema: schema))
    return index
  }

  // MARK: - One schema

  private func written(_ schema: Schema, isInside: Bool) -> SwiftExpression {
    guard schema.mayRecur else { return content(schema, isInside: isInside) }
    if let index = constants[schema] { return reference(index) }
    if let annotated = annotated(schema) { return annotated }
    guard open.insert(schema).inserted else {
      // It holds itself: it stands under a name, and is written where it was begun.
      return reference(share(schema, as: schema.nameInDocument ?? "part"))
    }
    defer { open.remove(schema) }
    let written = content(schema, isInside: isInside)
    guard let index = constants[schema] else { return written }
    // It is declared beside the one that is being written, and not in it.
    let outer = current
    current = nil
    let whole = content(schema, isInside: false)
    current = outer
    parts[index] = closure(index, parameter: "_", whole)
    return reference(index)
  }

  private func reference(_ index: Int) -> SwiftExpression {
    if let current, current.index == index {
      self.current?.isUsed = true
      return .token(current.parameter)
    }
    used.insert(index)
    return .token("\(Self.type).\(shared[index].constant)")
  }

  /// A schema with a name, written out; one that holds itself is made when it is looked at.
  private func definition(_ index: Int) -> SwiftExpression {
    let schema = shared[index].schema
    guard recursive.contains(index) else { return content(schema, isInside: false) }
    current = (index, shared[index].constant, false)
    let inner = content(schema, isInside: false)
    let isUsed = current?.isUsed == true
    current = nil
    return closure(index, parameter: isUsed ? shared[index].constant : "_", inner)
  }

  private func closure(
    _ index: Int,
    parameter: String,
    _ body: SwiftExpression
  ) -> SwiftExpression {
    let name = shared[index].schema.nameInDocument ?? shared[index].constant
    return .closure(
      ".recursive",
      [.init(label: nil, value: .text(name))],
      parameter: parameter,
      body
    )
  }

  /// A reference with annotations beside it, where it can be said so.
  private func annotated(_ schema: Schema) -> SwiftExpression? {
    guard let index = identities[schema.identity] else { return nil }
    let base = shared[index].schema.content
    let content = schema.content
    var rest = content
    rest.description = base.description
    // What a member means is said at the member.
    if rest == base { return reference(index) }
    rest.takeAnnotations(of: base)
    guard rest == base, !recursive.contains(index), SwiftAnnotations(base).canBecome(content) else {
      return nil
    }
    var expression = reference(index)
    SwiftAnnotations(content).apply(to: &expression, besides: base)
    return expression
  }

  private func content(_ schema: Schema, isInside: Bool) -> SwiftExpression {
    let isRead = schema.isReadAsInOpenAPI
    return SwiftContent(schema) { inner in self.written(inner, isInside: isRead) }
      .expression(draft: draft, isInside: isInside)
  }

  // MARK: - Those that hold themselves

  /// Those of the schemas with names that lead back to themselves.
  private func recursiveOnes() -> Set<Int> {
    let next = shared.indices.map { neighbours(of: $0) }
    var found: Set<Int> = []
    for index in shared.indices {
      var seen: Set<Int> = []
      var rest = Array(next[index])
      while let other = rest.popLast() {
        if seen.insert(other).inserted { rest += next[other] }
      }
      if seen.contains(index) { found.insert(index) }
    }
    return found
  }

  /// The schemas with names to which one leads without passing another.
  private func neighbours(of index: Int) -> Set<Int> {
    var found: Set<Int> = []
    var seen: Set<Schema> = []
    var rest = shared[index].schema.content.inner
    while let next = rest.popLast() {
      if let index = constants[next] ?? identities[next.identity] {
        found.insert(index)
      } else if !next.mayRecur || seen.insert(next).inserted {
        rest += next.content.inner
      }
    }
    return found
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
