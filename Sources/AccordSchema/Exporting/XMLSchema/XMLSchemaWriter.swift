/// Writes a schema as documents of XML Schema 1.0.
///
/// A type of elements stands in the document of the namespace of its elements, so that these can be
/// local; an element of another namespace is reached through a named group of that namespace.
struct XMLSchemaWriter {
  /// The document of one namespace, while it is written.
  struct File {
    let namespace: String?
    /// The groups and types, in the order in which they were met.
    var declarations: [XSDNode] = []
    /// The files whose names are used, in the order in which they were.
    var imports: [Int] = []
    /// The names of types and groups that are taken.
    var names: Set<String> = []
    /// The global elements and attributes by their names.
    var globals: [String: XSDNode] = [:]
  }

  /// The type of an element, and whether the element may be nil.
  struct ElementType {
    enum Form {
      case named(file: Int, String)
      case simple(SimpleType)
    }

    var form: Form
    var isNillable = false
  }

  /// The type of a schema that is being written.
  struct OpenType {
    let hint: String
    /// The type, where the schema was met again inside itself.
    var reserved: ElementType?
  }

  let name: String
  var files: [File] = []
  private var fileNumbers: [String?: Int] = [:]
  /// The types of elements that were written, by their schemas.
  var types: [Schema: ElementType] = [:]
  /// The schemas that are being written, of those that may be met inside themselves.
  var open: [Schema.Identity: OpenType] = [:]
  private(set) var notes: [ExportNote] = []
  private var known: Set<ExportNote> = []
  private var anything: ElementType?

  init(named name: String) {
    self.name = name
  }

  mutating func note(
    _ effect: ExportNote.Effect,
    _ reason: ExportNote.Reason,
    at location: String
  ) {
    let note = ExportNote(schemaLocation: location, effect: effect, reason: reason)
    if known.insert(note).inserted { notes.append(note) }
  }

  /// The number of the file of a namespace.
  mutating func file(for namespace: String?) -> Int {
    if let number = fileNumbers[namespace] { return number }
    files.append(File(namespace: namespace))
    fileNumbers[namespace] = files.count - 1
    return files.count - 1
  }

  /// The name of a declaration as it is written in a file.
  mutating func qualified(_ name: String, of target: Int, in file: Int) -> String {
    if target != file, !files[file].imports.contains(target) {
      files[file].imports.append(target)
    }
    return files[target].namespace == nil ? name : "n\(target + 1):" + name
  }

  /// A name that no other type or group of the file has.
  mutating func unique(_ hint: String, in file: Int) -> String {
    let base = Self.ncName(hint)
    var name = base
    var number = 2
    while !files[file].names.insert(name).inserted {
      name = base + "-\(number)"
      number += 1
    }
    return name
  }

  /// A text as a name without a colon (Namespaces in XML, production 4), in ASCII.
  private static func ncName(_ text: String) -> String {
    let letters = text.unicodeScalars.filter { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }
    let name = String(String.UnicodeScalarView(letters))
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic else {
      return "Type" + name
    }
    return name
  }

  // MARK: - The whole

  mutating func set(for schema: Schema) -> XMLSchemaSet {
    note(.stricter, .attributesOfText, at: "")
    note(.stricter, .nilFalse, at: "")
    note(.stricter, .typeNames, at: "")
    let roots = rootElements(of: schema, at: "")
    let first = file(for: roots.first?.name.namespace)
    for root in roots {
      declareGlobal(element: root.name, root.schema, at: root.location)
    }
    return XMLSchemaSet(documents: documents(first), notes: notes)
  }

  private struct Root {
    var name: XMLName
    var schema: Schema
    var location: String
  }

  /// The elements that a document may have as its root.
  private mutating func rootElements(of schema: Schema, at location: String) -> [Root] {
    if let name = schema.xmlElementName {
      return [Root(name: name, schema: schema, location: location)]
    }
    if let (keyword, branches) = namedAlternatives(of: schema, at: location) {
      return branches.map { number, name in
        let branch = keyword == "anyOf" ? schema.content.anyOf : schema.content.oneOf
        return Root(
          name: name,
          schema: branch[number],
          location: "\(location)/\(keyword)/\(number)"
        )
      }
    }
    note(.stricter, .rootName(name), at: location)
    let name = XMLName(namespace: schema.content.xml.namespace, local: Self.ncName(name))
    return [Root(name: name, schema: schema, location: location)]
  }

  /// Declares an element for the whole file; another one of its name stays as it is.
  @discardableResult
  mutating func declareGlobal(element name: XMLName, _ schema: Schema, at location: String) -> Bool
  {
    let number = file(for: name.namespace)
    let type = elementType(of: schema, at: location, hint: name.local)
    let node = element(name.local, type, in: number)
    return declareGlobal(node, "element", name.local, in: number, at: location)
  }

  mutating func declareGlobal(
    _ node: XSDNode,
    _ kind: String,
    _ name: String,
    in file: Int,
    at location: String
  ) -> Bool {
    let key = kind + " " + name
    if let other = files[file].globals[key] {
      if other != node {
        note(.looser, .globalName(name), at: location)
        note(.stricter, .globalName(name), at: location)
      }
      return other == node
    }
    files[file].globals[key] = node
    files[file].declarations.append(node)
    return true
  }

  // MARK: - Documents

  private func documents(_ first: Int) -> [XMLSchemaSet.Document] {
    let order = [first] + files.indices.filter { $0 != first }
    var names = files.map { _ in "" }
    for (place, number) in order.enumerated() {
      names[number] = name + (place == 0 ? "" : "-\(place + 1)") + ".xsd"
    }
    return order.map { number in
      XMLSchemaSet.Document(
        namespace: files[number].namespace,
        fileName: names[number],
        text: text(of: number, names)
      )
    }
  }

  private func text(of number: Int, _ names: [String]) -> String {
    let file = files[number]
    var root = XSDNode("schema", [("xmlns:xs", "http://www.w3.org/2001/XMLSchema")])
    for used in [number] + file.imports {
      guard let namespace = files[used].namespace else { continue }
      root.set("xmlns:n\(used + 1)", namespace)
    }
    if let namespace = file.namespace { root.set("targetNamespace", namespace) }
    root.set("elementFormDefault", "qualified")
    root.children = file.imports.map { used in
      let namespace = files[used].namespace.map { [("namespace", $0)] } ?? []
      return XSDNode("import", namespace + [("schemaLocation", names[used])])
    }
    root.children += file.declarations
    var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    root.write(to: &text)
    return text
  }

  // MARK: - Anything

  /// The type of an element of which nothing is known.
  mutating func anyType() -> ElementType {
    if let anything { return anything }
    let file = files.isEmpty ? self.file(for: nil) : 0
    let name = unique("Anything", in: file)
    let content = XSDNode("sequence", [], [Self.wildcard("##any").occurring(0, nil)])
    files[file].declarations.append(
      XSDNode(
        "complexType",
        [("name", name), ("mixed", "true")],
        [content, Self.anyAttribute("##any")]
      )
    )
    let type = ElementType(form: .named(file: file, name), isNillable: true)
    anything = type
    return type
  }

  static func wildcard(_ namespace: String) -> XSDNode {
    XSDNode("any", [("namespace", namespace), ("processContents", "skip")])
  }

  static func anyAttribute(_ namespace: String) -> XSDNode {
    XSDNode("anyAttribute", [("namespace", namespace), ("processContents", "skip")])
  }
}
