extension XMLSchemaWriter {
  /// An element declaration, local or global.
  mutating func element(_ name: String, _ type: ElementType, in file: Int) -> XSDNode {
    var node = XSDNode("element", [("name", name)])
    switch type.form {
    case .named(let target, let name):
      node.set("type", qualified(name, of: target, in: file))
    case .simple(let simple):
      switch simple {
      case .builtin(let name): node.set("type", name)
      case .derived(let child): node.children = [child]
      }
    }
    if type.isNillable { node.set("nillable", "true") }
    return node
  }

  /// An element as a part of a content that stands in a file.
  ///
  /// An element of another namespace comes with a group of that namespace's file.
  mutating func particle(
    _ name: XMLName,
    _ type: ElementType,
    in file: Int,
    _ minimum: Int,
    _ maximum: Int?
  ) -> XSDNode {
    if name.namespace == files[file].namespace {
      return element(name.local, type, in: file).occurring(minimum, maximum)
    }
    guard name.namespace != nil else {
      var node = element(name.local, type, in: file)
      node.set("form", "unqualified")
      return node.occurring(minimum, maximum)
    }
    let target = self.file(for: name.namespace)
    let group = unique(name.local + "Group", in: target)
    let node = element(name.local, type, in: target)
    let content = XSDNode("sequence", [], [node])
    files[target].declarations.append(XSDNode("group", [("name", group)], [content]))
    let reference = qualified(group, of: target, in: file)
    return XSDNode("group", [("ref", reference)]).occurring(minimum, maximum)
  }

  // MARK: - Types

  /// The type of an element that holds a value of a schema.
  mutating func elementType(
    of schema: Schema,
    at location: String,
    hint: String
  ) -> ElementType {
    if let known = types[schema] { return known }
    guard schema.mayRecur else {
      let type = newType(of: schema, at: location, hint: hint)
      types[schema] = type
      return type
    }
    if let met = open[schema.identity] { return met.reserved ?? reserve(schema, hint: met.hint) }
    open[schema.identity] = OpenType(hint: hint)
    var type = newType(of: schema, at: location, hint: hint)
    if let reserved = open.removeValue(forKey: schema.identity)?.reserved {
      declare(reserved, as: type, at: location)
      type = reserved
    }
    types[schema] = type
    return type
  }

  /// A type for a schema that is met inside itself, before it is known what is in there.
  private mutating func reserve(_ schema: Schema, hint: String) -> ElementType {
    let file = file(for: schema.content.xml.namespace)
    let name = unique(schema.content.title ?? hint, in: file)
    let type = ElementType(form: .named(file: file, name), isNillable: schema.isNullable)
    open[schema.identity]?.reserved = type
    return type
  }

  /// Declares a type that was reserved: it is another one by its own name.
  private mutating func declare(_ reserved: ElementType, as type: ElementType, at location: String)
  {
    guard case .named(let file, let name) = reserved.form else { return }
    guard case .named(let target, let base) = type.form else {
      // Texts hold nothing, so that nothing led back here but alternatives among which is a text.
      note(.looser, .kinds, at: location)
      guard case .named(let target, let base) = anyType().form else { return }
      extend(base, of: target, named: name, in: file)
      return
    }
    extend(base, of: target, named: name, in: file)
  }

  private mutating func extend(_ base: String, of target: Int, named name: String, in file: Int) {
    let reference = qualified(base, of: target, in: file)
    let content = XSDNode("complexContent", [], [XSDNode("extension", [("base", reference)])])
    files[file].declarations.append(XSDNode("complexType", [("name", name)], [content]))
  }

  private mutating func newType(
    of schema: Schema,
    at location: String,
    hint: String
  ) -> ElementType {
    let content = schema.content
    if let boolean = content.boolean {
      return boolean ? anyType() : ElementType(form: .simple(.never))
    }
    noteConditions(content, at: location)
    if let branch = alternativesType(of: schema, at: location, hint: hint) { return branch }
    let merged = schema.content.allOf.isEmpty ? schema : merge(schema, at: location)
    return plainType(of: merged, at: location, hint: hint)
  }

  /// The type of a value of which the schema speaks without branches.
  private mutating func plainType(
    of schema: Schema,
    at location: String,
    hint: String
  ) -> ElementType {
    let content = schema.content
    let isNillable = schema.isNullable
    var types = (content.types ?? .all).subtracting(.null)
    if content.types == nil, let values = content.admittedValues {
      // The values tell the types; an element with elements inside is not held to them.
      types = values.reduce(into: []) { $0.formUnion(Self.type(of: $1)) }
      types.remove(.null)
      note(.stricter, .kinds, at: location)
    }
    var form: ElementType.Form
    if types == .object {
      form = objectType(of: schema, at: location, hint: content.title ?? hint)
    } else if types == .array {
      form = listType(of: schema, at: location, hint: content.title ?? hint)
    } else if types.isDisjoint(with: [.object, .array]) {
      form = .simple(simpleType(content, types, at: location))
    } else {
      if content.types != nil && types != Schema.Types.all.subtracting(.null)
        || content.saysMore
      {
        note(.looser, .kinds, at: location)
      }
      form = anyType().form
    }
    return ElementType(form: form, isNillable: isNillable)
  }

  private static func type(of value: JSON) -> Schema.Types {
    switch value {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  private mutating func noteConditions(_ content: Schema.Content, at location: String) {
    if content.not != nil { note(.looser, .keyword("not"), at: location + "/not") }
    if content.condition != nil { note(.looser, .keyword("if"), at: location + "/if") }
  }

  /// The schema with the members of its `allOf` among its own.
  private mutating func merge(_ schema: Schema, at location: String) -> Schema {
    note(.looser, .merged, at: location + "/allOf")
    note(.stricter, .merged, at: location + "/allOf")
    return schema.withMergedMembers
  }

  // MARK: - Alternatives

  /// The alternatives that are not `null`, with the keyword that lists them.
  private func alternatives(
    of schema: Schema
  ) -> (keyword: String, branches: [(number: Int, schema: Schema)])? {
    let content = schema.content
    let keyword = content.anyOf.isEmpty ? "oneOf" : "anyOf"
    let branches = content.anyOf.isEmpty ? content.oneOf : content.anyOf
    guard !branches.isEmpty else { return nil }
    let meant = branches.enumerated().filter { branch in
      !branch.element.isNull && !branch.element.isNever
    }
    return (keyword, meant.map { (number: $0.offset, schema: $0.element) })
  }

  /// The alternatives where each has an element name of its own, with these names.
  mutating func namedAlternatives(
    of schema: Schema,
    at location: String
  ) -> (keyword: String, branches: [(number: Int, name: XMLName)])? {
    guard !schema.content.saysMore, let (keyword, branches) = alternatives(of: schema) else {
      return nil
    }
    var seen: Set<XMLName> = []
    var named: [(number: Int, name: XMLName)] = []
    for branch in branches {
      guard let name = branch.schema.xmlElementName, seen.insert(name).inserted else { return nil }
      named.append((branch.number, name))
    }
    return named.isEmpty ? nil : (keyword, named)
  }

  /// The type of a value that has to conform to one of several schemas; nil if there is none.
  private mutating func alternativesType(
    of schema: Schema,
    at location: String,
    hint: String
  ) -> ElementType? {
    guard let (keyword, branches) = alternatives(of: schema) else { return nil }
    let location = location + "/" + keyword
    guard !schema.content.saysMore else {
      // The schema's own words hold, and those of the branches are lost.
      note(.looser, .alternatives(keyword), at: location)
      return nil
    }
    if branches.isEmpty {
      return ElementType(form: .simple(.never), isNillable: schema.isNullable)
    }
    if branches.count == 1 {
      let (number, branch) = branches[0]
      var type = elementType(of: branch, at: location + "/\(number)", hint: hint)
      type.isNillable = schema.isNullable
      return type
    }
    var members: [SimpleType] = []
    for (number, branch) in branches {
      let type = elementType(of: branch, at: location + "/\(number)", hint: hint)
      guard case .simple(let simple) = type.form else {
        note(.looser, .alternatives(keyword), at: location)
        var type = anyType()
        type.isNillable = schema.isNullable
        return type
      }
      members.append(simple)
    }
    if keyword == "oneOf" { note(.looser, .keyword("oneOf"), at: location) }
    return ElementType(form: .simple(.union(members)), isNillable: schema.isNullable)
  }
}

extension Schema.Content {
  /// Whether the schema says anything of a value beside its branches.
  var saysMore: Bool {
    var bare = self
    bare.anyOf = []
    bare.oneOf = []
    bare.comment = nil
    bare.title = nil
    bare.description = nil
    bare.isDeprecated = false
    bare.isReadOnly = false
    bare.isWriteOnly = false
    bare.contentEncoding = nil
    bare.contentMediaType = nil
    bare.contentSchema = nil
    bare.examples = []
    bare.defaultValue = nil
    bare.xml = Schema.XMLFacet()
    bare.reading = Schema.Reading()
    if bare.types == .all { bare.types = nil }
    return bare != Self()
  }
}
