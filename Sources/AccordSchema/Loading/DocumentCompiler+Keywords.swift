extension DocumentCompiler {
  /// Compiles one schema; those inside it and those to which it refers come later.
  mutating func compile(
    _ placed: PlacedSchema,
    at place: SchemaPlace
  ) throws(SchemaError) -> CompiledSchema {
    let location = index.location(of: place)
    let resource = index.resources[placed.resource]
    if let boolean = placed.value.boolean {
      return CompiledSchema(
        location: location,
        boolean: boolean,
        resource: placed.resource,
        base: base(of: placed.resource)
      )
    }
    if let uri = placed.value["$schema"]?.string, resource.root != place,
      !index.roots.contains(place)
    {
      notices.append(SchemaNotice(.ignoredMetaSchema(uri), at: location + "/$schema"))
    }
    let object = SchemaObject(value: placed.value, location: location, dialect: resource.dialect)
    let draft = resource.dialect.draft
    let lone = loneReference(placed, at: place)
    let isReference = draft.ignoresSiblingsOfReference && object.value["$ref"]?.string != nil
    if let reference = isReference ? object.value["$ref"]?.string : lone {
      let branch = try self.reference(reference, from: placed.resource, at: location)
      var forward: Program.Index?
      if lone != nil, case .reference(let index, _) = branch { forward = index }
      return CompiledSchema(
        location: location,
        branches: [branch],
        resource: placed.resource,
        forward: forward,
        source: isReference ? nil : placed.value,
        base: base(of: placed.resource)
      )
    }
    noteNodeType(of: object)
    let content = try object.leafKeywords(index.document.formats)
    let isUnevaluatedKnown = draft >= .draft201909 && resource.dialect.speaks(.unevaluated)
    return CompiledSchema(
      location: location,
      types: content.types ?? .all,
      readsIntegersAsWritten: draft == .draft4,
      values: try SchemaCompiler.valueKeywords(content, at: location, admitsEmptyChoice: true),
      numbers: try SchemaCompiler.numberKeywords(content, at: location),
      strings: try stringKeywords(content, at: location),
      array: try arrayKeywords(object, at: place),
      object: try objectKeywords(object, at: place),
      branches: try branchKeywords(object, at: place, in: placed.resource),
      xml: object.xmlKeywords,
      resource: placed.resource,
      unevaluatedProperties: isUnevaluatedKnown
        ? try schema("unevaluatedProperties", of: object, at: place) : nil,
      unevaluatedItems: isUnevaluatedKnown
        ? try schema("unevaluatedItems", of: object, at: place) : nil,
      source: placed.value,
      base: base(of: placed.resource)
    )
  }

  private mutating func schema(
    _ keyword: String,
    of object: SchemaObject,
    at place: SchemaPlace
  ) throws(SchemaError) -> Program.Index? {
    guard let value = object.value[keyword] else { return nil }
    return try schema(value, at: place.inside("/" + keyword))
  }

  private mutating func schemas(
    _ keyword: String,
    of object: SchemaObject,
    at place: SchemaPlace
  ) throws(SchemaError) -> [Program.Index] {
    var indices: [Program.Index] = []
    for (number, value) in (try object.elements(keyword) ?? []).enumerated() {
      indices.append(try schema(value, at: place.inside("/\(keyword)/\(number)")))
    }
    return indices
  }

  // MARK: - Strings

  private mutating func stringKeywords(
    _ content: Schema.Content,
    at location: String
  ) throws(SchemaError) -> [any StringKeyword] {
    let syntax = index.document.patterns
    let keywords = try SchemaCompiler.stringKeywords(content, at: location, syntax)
    for case let keyword as PatternKeyword in keywords {
      note(keyword.pattern, at: location + "/pattern")
    }
    return keywords
  }

  private mutating func pattern(
    _ source: String,
    at location: String
  ) throws(SchemaError) -> Pattern {
    let pattern = try SchemaCompiler.pattern(source, index.document.patterns, at: location)
    note(pattern, at: location)
    return pattern
  }

  private mutating func note(_ pattern: Pattern, at location: String) {
    guard let lenience = pattern.lenience else { return }
    notices.append(SchemaNotice(.pattern(pattern.source, why: lenience), at: location))
  }

  // MARK: - Arrays

  private mutating func arrayKeywords(
    _ object: SchemaObject,
    at place: SchemaPlace
  ) throws(SchemaError) -> ArrayKeywords? {
    let dialect = object.dialect
    var prefix: [Program.Index] = []
    var rest: Program.Index?
    var contains: Program.Index?
    if dialect.speaks(.applicator) {
      if dialect.draft == .draft202012 {
        prefix = try schemas("prefixItems", of: object, at: place)
        rest = try schema("items", of: object, at: place)
      } else if object.value["items"]?.elements != nil {
        prefix = try schemas("items", of: object, at: place)
        rest = try schema("additionalItems", of: object, at: place)
      } else {
        rest = try schema("items", of: object, at: place)
      }
      if dialect.draft >= .draft6 { contains = try schema("contains", of: object, at: place) }
    }
    var content = Schema.Content()
    if dialect.speaks(.validation) {
      content.minItems = try object.count("minItems")
      content.maxItems = try object.count("maxItems")
      content.uniqueItems = try object.boolean("uniqueItems") ?? false
      if dialect.draft >= .draft201909 {
        content.minContains = try object.count("minContains")
        content.maxContains = try object.count("maxContains")
      }
    }
    return try SchemaCompiler.arrayKeywords(
      content,
      prefixItems: prefix,
      items: rest,
      contains: contains,
      containsEvaluates: dialect.draft == .draft202012,
      at: object.location
    )
  }

  // MARK: - Objects

  private mutating func objectKeywords(
    _ object: SchemaObject,
    at place: SchemaPlace
  ) throws(SchemaError) -> ObjectKeywords? {
    var keywords = ObjectKeywords.Draft()
    let dialect = object.dialect
    if dialect.speaks(.applicator) {
      try readMembers(object, at: place, into: &keywords)
      try readDependencies(object, at: place, into: &keywords)
      if dialect.draft >= .draft6 {
        keywords.names = try schema("propertyNames", of: object, at: place)
      }
    }
    if dialect.speaks(.validation) {
      if let value = object.value["required"] {
        var seen: Set<Int> = []
        for name in try object.names(value, "required") {
          let member = keywords.declare(name)
          if seen.insert(member).inserted { keywords.required.append(member) }
        }
      }
      keywords.minProperties = try object.bound("minProperties")
      keywords.maxProperties = try object.bound("maxProperties")
      if dialect.draft >= .draft201909 {
        for member in try object.members("dependentRequired") ?? [] {
          let needs = try object.names(member.value, "dependentRequired")
          keywords.depend(member.key, on: needs, keyword: "dependentRequired")
        }
      }
    }
    keywords.placeInXML(object, lists: lists(in: object, at: place))
    return keywords.isEmpty ? nil : ObjectKeywords(keywords)
  }

  private mutating func readMembers(
    _ object: SchemaObject,
    at place: SchemaPlace,
    into keywords: inout ObjectKeywords.Draft
  ) throws(SchemaError) {
    for member in try object.members("properties") ?? [] {
      let inside = place.inside("/properties/" + JSONPointer.escaped(member.key))
      let index = try schema(member.value, at: inside)
      keywords.declare(member.key, index)
    }
    for member in try object.members("patternProperties") ?? [] {
      let inside = place.inside("/patternProperties/" + JSONPointer.escaped(member.key))
      let pattern = try pattern(member.key, at: index.location(of: inside))
      keywords.patterns.append((pattern, try schema(member.value, at: inside)))
    }
    keywords.additionalForbidden = object.value["additionalProperties"] == false
    keywords.additional = try schema("additionalProperties", of: object, at: place)
  }

  /// `dependencies`, which 2019-09 split in two, is still known after that (core, appendix).
  private mutating func readDependencies(
    _ object: SchemaObject,
    at place: SchemaPlace,
    into keywords: inout ObjectKeywords.Draft
  ) throws(SchemaError) {
    var names = ["dependencies"]
    if object.dialect.draft >= .draft201909 { names.append("dependentSchemas") }
    for name in names {
      for member in try object.members(name) ?? [] {
        if name == "dependencies", member.value.elements != nil {
          let needs = try object.names(member.value, name)
          keywords.depend(member.key, on: needs, keyword: name)
          continue
        }
        let inside = place.inside("/" + name + "/" + JSONPointer.escaped(member.key))
        keywords.dependentSchemas.append((member.key, try schema(member.value, at: inside)))
        _ = keywords.declare(member.key)
      }
    }
  }

  // MARK: - The value itself

  private mutating func branchKeywords(
    _ object: SchemaObject,
    at place: SchemaPlace,
    in resource: Int
  ) throws(SchemaError) -> [BranchKeyword] {
    let dialect = object.dialect
    var keywords: [BranchKeyword] = []
    if let text = try object.string("$ref") {
      keywords.append(try reference(text, from: resource, at: object.location))
    }
    if dialect.draft == .draft202012, let text = try object.string("$dynamicRef") {
      keywords.append(try dynamicReference(text, from: resource, at: object.location))
    }
    if dialect.draft == .draft201909, let text = try object.string("$recursiveRef") {
      keywords.append(try recursiveReference(text, from: resource, at: object.location))
    }
    guard dialect.speaks(.applicator) else { return keywords }
    if object.value["allOf"] != nil {
      keywords.append(.allOf(try schemas("allOf", of: object, at: place)))
    }
    if object.value["anyOf"] != nil {
      keywords.append(.anyOf(try schemas("anyOf", of: object, at: place)))
    }
    if object.value["oneOf"] != nil {
      keywords.append(.oneOf(try schemas("oneOf", of: object, at: place)))
    }
    if let index = try schema("not", of: object, at: place) {
      keywords.append(.not(index))
    }
    if dialect.draft >= .draft7, let condition = try schema("if", of: object, at: place) {
      keywords.append(
        .conditional(
          condition: condition,
          consequence: try schema("then", of: object, at: place),
          alternative: try schema("else", of: object, at: place)
        )
      )
    }
    return keywords
  }
}

extension SchemaObject {
  fileprivate func bound(_ keyword: String) throws(SchemaError) -> Int? {
    try SchemaCompiler.bound(try count(keyword), at: location + "/" + keyword)
  }
}
