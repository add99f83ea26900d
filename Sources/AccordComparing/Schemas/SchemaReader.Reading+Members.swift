import AccordOpenAPI
import AccordSchema

extension SchemaReader.Reading {
  /// Reads the keywords of one schema.
  mutating func read(members part: SchemaTerm.Part) {
    let schema = part.node
    for (name, node) in schema.members {
      switch name {
      case "type": readType(node, of: schema)
      case "enum": if node.kind == .array { narrow(to: node.items.map(\.value), node) }
      case "const":
        narrow(to: [node.value], node)
        shape.isConst = true
      case "pattern": if let text = node.text { add(pattern: text, node) }
      case "format": if let text = node.text { add(format: text, node) }
      case "required":
        for item in node.items { if let name = item.text { require(name, item) } }
      case "properties":
        for (name, property) in node.members { shape.add(name, SchemaTerm(property), property) }
      case "additionalProperties":
        if node.boolean != true, !(node.kind == .object && reader.isPlain(node)) {
          close(node, beside: schema)
        }
      case "patternProperties":
        for (pattern, node) in node.members {
          shape.patternProperties.append(
            SchemaShape.Property(name: pattern, term: SchemaTerm(node), node: node)
          )
        }
      case "propertyNames": shape.propertyNames = joined(shape.propertyNames, node)
      case "items" where node.kind == .array:
        shape.prefixItems = node.items.map { (SchemaTerm($0), $0) }
      case "items":
        if node.boolean != true { shape.items = joined(shape.items, node) }
      case "prefixItems":
        if shape.prefixItems.isEmpty { shape.prefixItems = node.items.map { (SchemaTerm($0), $0) } }
      case "additionalItems" where schema["items"]?.kind == .array:
        if node.boolean != true { shape.items = joined(shape.items, node) }
      case "contains": shape.contains = joined(shape.contains, node)
      case "uniqueItems": if node.boolean == true { shape.uniqueItems = node }
      case "not": shape.not.append((SchemaTerm(node), node))
      case "dependentRequired":
        for (name, node) in node.members {
          shape.dependentRequired.append((name, node.items.compactMap(\.text), node))
        }
      default: readOther(name, node, of: schema)
      }
    }
  }

  private func joined(
    _ known: (term: SchemaTerm, node: DescriptionNode)?,
    _ node: DescriptionNode
  ) -> (term: SchemaTerm, node: DescriptionNode) {
    guard let known else { return (SchemaTerm(node), node) }
    return (known.term.and(SchemaTerm(node)), known.node)
  }

  private func readOther(_ name: String, _ node: DescriptionNode, of schema: DescriptionNode) {
    switch name {
    case "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum":
      readNumberLimit(name, node, of: schema)
    case "multipleOf": if let number = node.number { shape.multiples.append((number, node)) }
    case "maxLength": limit(.maxLength, node)
    case "minLength": limit(.minLength, node)
    case "maxItems": limit(.maxItems, node)
    case "minItems": limit(.minItems, node)
    case "maxProperties": limit(.maxProperties, node)
    case "minProperties": limit(.minProperties, node)
    case "maxContains": limit(.maxContains, node)
    case "minContains": limit(.minContains, node)
    case "if", "then", "else": opaque(.condition, node)
    case "dependentSchemas", "dependencies": opaque(.dependentSchema, node)
    case "unevaluatedProperties": opaque(.unevaluatedProperties, node)
    case "unevaluatedItems": opaque(.unevaluatedItems, node)
    case "contentEncoding": opaque(.contentEncoding, node)
    case "contentMediaType": opaque(.contentMediaType, node)
    case "contentSchema": opaque(.contentSchema, node)
    case "readOnly": if node.boolean == true { shape.readOnly = node }
    case "writeOnly": if node.boolean == true { shape.writeOnly = node }
    case "deprecated": if node.boolean == true { shape.deprecated = node }
    case "default": if shape.defaultValue == nil { shape.defaultValue = node }
    case "discriminator": if shape.discriminator == nil { shape.discriminator = node }
    case "xml": if shape.xml == nil { shape.xml = node }
    case "x-sunset": if shape.sunset == nil { shape.sunset = node }
    case "x-stability-level": if shape.stability == nil { shape.stability = node }
    case "x-extensible-enum":
      let values = node.items.map { $0.text ?? $0.value.text() }
      if shape.extensible == nil { shape.extensible = (values, node) }
    case "title", "description":
      if shape.documentation[name] == nil { shape.documentation[name] = node }
    default:
      if name.hasPrefix("x-accord-"), shape.extensions[name] == nil {
        shape.extensions[name] = node
      }
    }
  }

  private func opaque(_ aspect: Difference.Aspect, _ node: DescriptionNode) {
    shape.opaque.append(SchemaShape.Opaque(aspect: aspect, node: node))
  }

  private func readType(_ node: DescriptionNode, of schema: DescriptionNode) {
    var types: TypeSet = []
    if let name = node.text {
      // A type that is not known says nothing that can be compared.
      guard let type = TypeSet(named: name) else { return }
      types = type
    } else {
      for item in node.items { types.formUnion(item.text.flatMap(TypeSet.init(named:)) ?? []) }
    }
    if reader.isEarly, schema["nullable"]?.boolean == true { types.insert(.null) }
    if schema["x-nullable"]?.boolean == true { types.insert(.null) }
    if shape.statesTypes {
      shape.types.formIntersection(types)
    } else {
      shape.types = types
      shape.statesTypes = true
      shape.typeNode = node
    }
  }

  private func narrow(to values: [JSON], _ node: DescriptionNode) {
    if let known = shape.values {
      shape.values = known.filter { value in values.contains { $0.isEquivalent(to: value) } }
    } else {
      shape.values = values
      shape.valuesNode = node
    }
  }

  private func add(pattern text: String, _ node: DescriptionNode) {
    guard !SchemaPattern.isAnything(text), !shape.patterns.contains(where: { $0.text == text })
    else { return }
    shape.patterns.append((text, node))
  }

  private func add(format text: String, _ node: DescriptionNode) {
    guard !shape.formats.contains(where: { $0.text == text }) else { return }
    shape.formats.append((text, node))
  }

  private func limit(_ name: SchemaShape.LimitName, _ node: DescriptionNode) {
    guard let number = node.number else { return }
    shape.limit(name, SchemaShape.Limit(value: number, node: node))
  }

  private func readNumberLimit(
    _ keyword: String,
    _ node: DescriptionNode,
    of schema: DescriptionNode
  ) {
    let name: SchemaShape.LimitName = keyword.hasSuffix("aximum") ? .max : .min
    guard let number = node.number else { return }
    let isExclusive = keyword.hasPrefix("exclusive")
    let flag = name == .max ? schema["exclusiveMaximum"] : schema["exclusiveMinimum"]
    let limit = SchemaShape.Limit(
      value: number,
      isExclusive: isExclusive || flag?.boolean == true,
      node: node
    )
    shape.limit(name, limit)
  }
}

/// What is known of regular expressions without matching them.
enum SchemaPattern {
  /// Whether every text matches.
  static func isAnything(_ text: String) -> Bool {
    ["", ".*", "^.*$", "^.*", ".*$", "^", "$", "[\\s\\S]*", "^[\\s\\S]*$"].contains(text)
  }
}
