import AccordSchema

/// The members of a payload: a table for each object in it, outermost first.
struct PayloadTables {
  /// The objects, each with its heading, in the order in which they first occur.
  private(set) var objects: [(title: String, schema: Schema)] = []

  /// Whether what matters only in XML is said.
  let saysXML: Bool

  /// The deepest nesting that is looked into.
  private static let depth = 32

  /// The schemas that are looked into already, of those that may lead back to themselves.
  private var met: Set<Schema.Identity> = []

  /// Objects that are shown elsewhere in the document.
  private let known: ShownTables

  /// What is promised of members beyond their schemas.
  private let readings: FieldReadings

  /// The tables of a payload; objects in `known` are named and not shown again.
  init(
    _ schema: Schema,
    title: String,
    saysXML: Bool,
    known: ShownTables = ShownTables(),
    readings: FieldReadings = FieldReadings()
  ) {
    self.saysXML = saysXML
    self.known = known
    self.readings = readings
    collect(schema, title: title, depth: 0)
  }

  /// Whether none of the objects is shown elsewhere.
  var isAllNew: Bool { objects.allSatisfy { known.place(of: $0, saysXML: saysXML) == nil } }

  /// The tables as Markdown.
  var markdown: String {
    objects.enumerated().map { index, object in
      let title = "\n**\(MarkdownText.inline(object.title))**"
      if let place = known.place(of: object, saysXML: saysXML) {
        return title + " is shown \(place).\n"
      }
      return (index == 0 ? "" : title + "\n") + table(of: object.schema)
    }.joined()
  }

  private mutating func collect(_ schema: Schema, title: String, depth: Int) {
    guard depth < Self.depth, met.enter(schema) else { return }
    let schema = SchemaText(schema).schema
    let content = schema.content
    if !content.members.isEmpty {
      let title = content.title ?? title
      guard !objects.contains(where: { $0.schema.isAlike(schema) }) else { return }
      objects.append((title, schema))
      for member in content.members {
        collect(member.schema, title: "\(title).\(member.name)", depth: depth + 1)
      }
    }
    if let items = content.items {
      collect(items, title: "\(title), each item", depth: depth + 1)
    }
    for branch in content.anyOf + content.oneOf + content.allOf {
      collect(branch, title: title, depth: depth + 1)
    }
    if let values = content.additionalProperties {
      collect(values, title: "\(title), each value", depth: depth + 1)
    }
  }

  private func table(of schema: Schema) -> String {
    let members = schema.content.members
    var table = DocumentTable(["Member", "Type", "Required", "Meaning"])
    for member in members {
      table.add([
        MarkdownText.code(member.name), SchemaText(member.schema).phrase,
        member.isRequired ? "yes" : "", meaning(of: member, in: schema),
      ])
    }
    return "\n" + table.markdown + (saysXML ? xml(of: schema) : "")
  }

  private func meaning(of member: Schema.Member, in schema: Schema) -> String {
    var sentences: [String] = []
    let description = member.description ?? member.schema.content.description ?? ""
    if !description.isEmpty { sentences.append(MarkdownText.inline(description)) }
    sentences += SchemaText(member.schema).remarks
    sentences += readings.sentences(of: member.name, in: schema)
    if saysXML {
      if member.xml.absent { sentences.append("Not in XML.") }
      if member.xml.attribute { sentences.append("In XML an attribute.") }
      if let name = member.xml.name { sentences.append("In XML \(MarkdownText.code(name)).") }
      if let order = member.xml.order { sentences.append("Number \(order) in XML.") }
    }
    return sentences.joined(separator: " ")
  }

  /// The order of the elements: that of the table, or their names.
  private static func order(of schema: Schema) -> String {
    let ranks = schema.xmlRanks
    let sorted = ranks.indices.sorted { ranks[$0] < ranks[$1] }
    guard sorted != Array(ranks.indices) else { return "of this table" }
    return sorted.map { MarkdownText.code(schema.content.members[$0].name) }.joined(separator: ", ")
  }

  private func xml(of schema: Schema) -> String {
    let facet = schema.content.xml
    guard let name = schema.xmlName else { return "" }
    var sentence = "\nIn XML the element is \(MarkdownText.code(name))"
    if let namespace = facet.namespace {
      sentence += " in the namespace \(MarkdownText.code(namespace))"
    }
    switch facet.order {
    case .declared: sentence += ", its members in the order \(Self.order(of: schema))"
    case .dataContract:
      sentence += """
        , its members in the order of DataContract: those of the base type first, then in ordinal \
        alphabetical order, then the numbered ones
        """
    case .any: sentence += ", its members in any order"
    }
    let inherited = schema.content.members.filter { $0.xml.inherited != nil }
    if let base = inherited.first?.xml.inherited?.namespace {
      let names = inherited.map { MarkdownText.code($0.name) }.joined(separator: ", ")
      sentence += "; \(names) come from the base type, in the namespace \(MarkdownText.code(base))"
    }
    return sentence + ".\n"
  }
}
