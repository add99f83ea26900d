import AccordOpenAPI
import AccordSchema

extension SchemaReader {
  /// One shape as it is read.
  struct Reading {
    let reader: SchemaReader
    let shape: SchemaShape
    private var visited: Set<SchemaTerm.Part> = []
    /// For each schema that says something of undeclared properties: what it declares itself.
    private var closings: [Closing] = []

    /// What a schema says of the properties that it does not declare.
    private struct Closing {
      var names: Set<String>
      var patterns: [String]
      var node: DescriptionNode
    }

    init(reader: SchemaReader, shape: SchemaShape) {
      self.reader = reader
      self.shape = shape
    }

    /// Reads a schema, what it refers to and what its allOf lists.
    ///
    /// The order is that of the document; no recursion, because references may be long.
    mutating func read(_ first: SchemaTerm.Part) {
      var pending = [first]
      while let part = pending.popLast() {
        guard visited.insert(part).inserted else { continue }
        guard visited.count <= SchemaReader.mostParts else {
          shape.unread.append(("it is made of more than 1000 schemas", part.node))
          return
        }
        if shape.node == nil { shape.node = part.node }
        if let boolean = part.node.boolean {
          if !boolean { shape.isNever = true }
          continue
        }
        guard part.node.kind == .object else {
          shape.unread.append(("a schema was expected here", part.node))
          continue
        }
        var further: [SchemaTerm.Part] = []
        let isWhole = !part.omitted.contains(.references)
        if isWhole, let member = part.node["$ref"], let text = member.text {
          do {
            further.append(
              SchemaTerm.Part(try member.following(text))
            )
          } catch {
            shape.unread.append((error.message, member))
          }
          // Before 3.1 nothing beside a reference counts.
          if reader.isEarly {
            pending += further.reversed()
            continue
          }
        }
        var alone = part
        alone.omitted.insert(.references)
        shape.flattened.append(alone)
        read(members: part)
        if isWhole, let list = part.node["allOf"] {
          shape.allOfCount += list.items.count
          further += list.items.map { SchemaTerm.Part($0) }
        }
        further += unwrapped(part)
        pending += further.reversed()
      }
    }

    /// What is left of a list of alternatives that says no more than a single schema does.
    private mutating func unwrapped(_ part: SchemaTerm.Part) -> [SchemaTerm.Part] {
      var further: [SchemaTerm.Part] = []
      for (name, omitted) in [
        ("anyOf", SchemaTerm.Omitted.anyOf), ("oneOf", SchemaTerm.Omitted.oneOf),
      ] where !part.omitted.contains(omitted) {
        guard let list = part.node[name], list.kind == .array, !list.items.isEmpty else { continue }
        let items = list.items
        if items.count == 1 {
          if !part.omitted.contains(.references) { further.append(SchemaTerm.Part(items[0])) }
          continue
        }
        let terms = items.map { (term: SchemaTerm($0), node: $0) }
        var owner = part
        owner.omitted.insert(.references)
        let alternatives = SchemaShape.Alternatives(node: list, terms: terms, owner: owner)
        if omitted == .anyOf {
          shape.anyOf.append(alternatives)
        } else {
          shape.oneOf.append(alternatives)
        }
      }
      return further
    }

    /// The fields of a form.
    mutating func read(fields: [SchemaTerm.Part]) {
      guard !fields.isEmpty else { return }
      if shape.node == nil { shape.node = fields.first?.node }
      shape.types = .object
      shape.statesTypes = true
      for part in fields {
        guard let name = part.node["name"]?.text else { continue }
        var term = SchemaTerm()
        term.parts = [part]
        shape.add(name, term, part.node)
        if let required = part.node["required"], required.boolean == true {
          require(name, required)
        }
      }
    }

    mutating func require(_ name: String, _ node: DescriptionNode) {
      if shape.requiredNames.insert(name).inserted { shape.required.append((name, node)) }
    }

    mutating func close(_ node: DescriptionNode, beside schema: DescriptionNode) {
      closings.append(
        Closing(
          names: Set(schema["properties"]?.members.map(\.name) ?? []),
          patterns: schema["patternProperties"]?.members.map(\.name) ?? [],
          node: node
        )
      )
    }

    /// Says of each property what the schemas say that do not declare it.
    mutating func finish() {
      for closing in closings {
        let isClosed = closing.node.boolean == false
        for property in shape.properties where !closing.names.contains(property.name) {
          guard closing.patterns.isEmpty else { continue }
          shape.add(property.name, isClosed ? .never : SchemaTerm(closing.node), property.node)
        }
        if isClosed {
          shape.additional = .closed(closing.node)
        } else {
          switch shape.additional {
          case .closed: break
          case .unsaid: shape.additional = .schema(SchemaTerm(closing.node), closing.node)
          case .schema(let term, let node):
            shape.additional = .schema(term.and(SchemaTerm(closing.node)), node)
          }
        }
      }
      normalizeNull()
      normalizeLimits()
    }

    /// Takes an alternative that is only null for what it is: null is right too.
    private func normalizeNull() {
      for keyPath in [\SchemaShape.anyOf, \SchemaShape.oneOf] {
        guard shape[keyPath: keyPath].count == 1, let list = shape[keyPath: keyPath].first,
          shape.anyOf.count + shape.oneOf.count == 1, !shape.statesTypes, shape.values == nil
        else { continue }
        let rest = list.terms.filter { !isNull($0.node) }
        guard rest.count == 1, rest.count < list.terms.count, shape.properties.isEmpty else {
          continue
        }
        let inner = reader.shape(of: rest[0].term)
        shape.adopt(inner)
        shape.hasNullBeside = true
        shape.flattened = inner.flattened
        shape.types.insert(.null)
        if let values = shape.values, !values.contains(.null) { shape.values = values + [.null] }
        return
      }
    }

    private func isNull(_ node: DescriptionNode) -> Bool {
      if node["type"]?.text == "null" { return true }
      if let const = node["const"] { return const.kind == .null }
      if let list = node["enum"] {
        return !list.items.isEmpty && list.items.allSatisfy { $0.kind == .null }
      }
      return false
    }

    /// Writes exclusive limits of whole numbers as inclusive ones.
    private func normalizeLimits() {
      guard shape.types.isDisjoint(with: .fraction) else { return }
      for name in [SchemaShape.LimitName.max, .min] {
        guard var limit = shape.limits[name], limit.isExclusive, let value = limit.value.int,
          abs(value) < Int.max / 2
        else { continue }
        limit.value = JSONNumber(name.isUpper ? value - 1 : value + 1)
        limit.isExclusive = false
        shape.limits[name] = limit
      }
    }
  }
}

extension SchemaShape {
  /// Takes over what another shape says, but for where it stands.
  fileprivate func adopt(_ other: SchemaShape) {
    isNever = isNever || other.isNever
    types = other.types
    typeNode = other.typeNode
    statesTypes = other.statesTypes
    values = other.values
    valuesNode = other.valuesNode
    isConst = other.isConst
    limits.merge(other.limits) { own, _ in own }
    patterns += other.patterns
    formats += other.formats
    multiples += other.multiples
    properties = other.properties
    places = other.places
    required += other.required
    requiredNames.formUnion(other.requiredNames)
    additional = other.additional
    patternProperties += other.patternProperties
    propertyNames = propertyNames ?? other.propertyNames
    items = items ?? other.items
    if prefixItems.isEmpty { prefixItems = other.prefixItems }
    contains = contains ?? other.contains
    uniqueItems = uniqueItems ?? other.uniqueItems
    anyOf = other.anyOf
    oneOf = other.oneOf
    not += other.not
    dependentRequired += other.dependentRequired
    opaque += other.opaque
    defaultValue = defaultValue ?? other.defaultValue
    discriminator = discriminator ?? other.discriminator
    readOnly = readOnly ?? other.readOnly
    writeOnly = writeOnly ?? other.writeOnly
    deprecated = deprecated ?? other.deprecated
    xml = xml ?? other.xml
    unread += other.unread
  }
}
