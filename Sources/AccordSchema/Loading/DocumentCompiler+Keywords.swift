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
        [.boolean(boolean)],
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
        [.branch(branch)],
        resource: placed.resource,
        forward: forward,
        source: isReference ? nil : placed.value,
        base: base(of: placed.resource)
      )
    }
    noteNodeType(of: object)
    return CompiledSchema(
      location: location,
      try keywords(of: object, at: place, in: placed.resource),
      resource: placed.resource,
      source: placed.value,
      base: base(of: placed.resource)
    )
  }

  private mutating func keywords(
    of object: SchemaObject,
    at place: SchemaPlace,
    in resource: Int
  ) throws(SchemaError) -> [CompiledKeyword] {
    let content = try object.content(of: index.document, lists: lists(in: object, at: place)) {
      value,
      rest,
      wrapped throws(SchemaError) in
      try schema(value, at: place.inside(rest), wrapped: wrapped)
    }
    let compiler = KeywordCompiler(
      content,
      at: object.location,
      xml: object.xmlKeywords,
      required: try object.requiredNames(),
      undeclared: object.undeclaredMember
    )
    let references = try references(of: object, in: resource)
    let keywords = try compiler.compile(&self)
    notices += compiler.notices
    // References come before the other keywords that apply schemas.
    return references.map { .branch($0) } + keywords
  }

  private mutating func references(
    of object: SchemaObject,
    in resource: Int
  ) throws(SchemaError) -> [BranchKeyword] {
    var references: [BranchKeyword] = []
    if let text = try object.string(.ref) {
      references.append(try reference(text, from: resource, at: object.location))
    }
    if let text = try object.string(.dynamicRef) {
      references.append(try dynamicReference(text, from: resource, at: object.location))
    }
    if let text = try object.string(.recursiveRef) {
      references.append(try recursiveReference(text, from: resource, at: object.location))
    }
    return references
  }
}
