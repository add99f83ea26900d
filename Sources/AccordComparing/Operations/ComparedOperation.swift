import AccordOpenAPI
import AccordSchema

/// One operation as it is compared.
struct ComparedOperation {
  /// The path or the name of the webhook, as it is written.
  let path: String
  /// The method in capitals.
  let method: String
  let node: DescriptionNode
  /// Its parameters, and those of its path that it does not replace.
  let parameters: [ComparedParameter]
  /// The document, of Swagger 2.0, which says what holds for all operations.
  let swagger: DescriptionNode?

  /// The operation in words, such as `GET /pets`.
  var words: String { "\(method) \(path)" }

  /// The method and the path without the names of its variables.
  var key: String { method + " " + Self.template(path) }

  /// A path without the names of its variables and what follows a question mark.
  static func template(_ path: String) -> String {
    var text = ""
    var isVariable = false
    for scalar in path.unicodeScalars.prefix(while: { $0 != "?" && $0 != "#" }) {
      switch scalar {
      case "{":
        isVariable = true
        text += "{}"
      case "}": isVariable = false
      default: if !isVariable { text.unicodeScalars.append(scalar) }
      }
    }
    return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// The names of the variables of a path, in their order.
  var variables: [String] {
    path.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
  }

  /// The body of requests; nil if there is none.
  var body: ComparedBody? {
    if let swagger { return ComparedBody(ofSwagger: self, swagger) }
    guard let node = node["requestBody"].flatMap({ try? $0.resolved() }) else { return nil }
    return ComparedBody(node)
  }

  /// The answers by their statuses.
  var responses: [(status: String, node: DescriptionNode)] {
    (node["responses"]?.members ?? []).compactMap { name, node in
      guard !name.hasPrefix("x-"), let response = try? node.resolved() else { return nil }
      return (name, response)
    }
  }

  /// The content of an answer.
  func content(of response: DescriptionNode) -> [ComparedContent] {
    guard let swagger else { return ComparedContent.list(response["content"]) }
    guard let schema = response["schema"] else { return [] }
    let types = (node["produces"] ?? swagger["produces"])?.items.compactMap(\.text) ?? []
    return (types.isEmpty ? ["application/json"] : types).map {
      ComparedContent(name: $0, node: schema, term: SchemaTerm(schema))
    }
  }
}

/// A parameter as it is compared.
struct ComparedParameter {
  let node: DescriptionNode
  let name: String
  let place: String

  init?(_ node: DescriptionNode) {
    guard let resolved = try? node.resolved(), let name = resolved["name"]?.text,
      let place = resolved["in"]?.text
    else { return nil }
    self.node = resolved
    self.name = name
    self.place = place
  }

  var isRequired: Bool { place == "path" || node["required"]?.boolean == true }

  /// The name as servers know it: those of fields of the head are of any case.
  var key: String { place == "header" ? name.lowercased() : name }

  /// The schema, and the media type in which the value is written if it is said.
  var content: ComparedContent? {
    if let content = node["content"] { return ComparedContent.list(content).first }
    if let schema = node["schema"] {
      return ComparedContent(name: "", node: schema, term: SchemaTerm(schema))
    }
    // In Swagger 2.0 the parameter is the schema.
    guard node["type"] != nil else { return nil }
    return ComparedContent(name: "", node: node, term: SchemaTerm(node))
  }

  /// The style that is said or usual (OpenAPI 3.1, section 4.8.12.2).
  var style: String {
    if let style = node["style"]?.text { return style }
    if let format = node["collectionFormat"]?.text, node["type"]?.text == "array" {
      switch format {
      case "ssv": return "spaceDelimited"
      case "pipes": return "pipeDelimited"
      case "tsv": return "tabDelimited"
      default: break
      }
    }
    return place == "query" || place == "cookie" ? "form" : "simple"
  }

  /// Whether the members of lists and objects are parameters of their own.
  var isExploded: Bool {
    if let explode = node["explode"]?.boolean { return explode }
    if node["type"] != nil { return node["collectionFormat"]?.text == "multi" }
    return style == "form"
  }
}

/// A media type with its schema.
struct ComparedContent {
  let name: String
  let node: DescriptionNode
  let term: SchemaTerm?

  /// The members of an object of media types.
  static func list(_ content: DescriptionNode?) -> [ComparedContent] {
    (content?.members ?? []).filter { !$0.name.hasPrefix("x-") }.map { name, node in
      let resolved = (try? node.resolved()) ?? node
      let schema = resolved["schema"] ?? resolved["itemSchema"]
      return ComparedContent(name: name, node: resolved, term: schema.map { SchemaTerm($0) })
    }
  }

  /// The type and subtype in lower case, and the parameters.
  var parts: (essence: String, parameters: String) {
    let pieces = name.split(separator: ";", omittingEmptySubsequences: true)
    func trimmed(_ text: Substring) -> String {
      String(text.drop { $0 == " " }).lowercased().split(separator: " ").joined()
    }
    return (
      pieces.first.map(trimmed) ?? "",
      pieces.dropFirst().map(trimmed).sorted().joined(separator: ";")
    )
  }

  /// Whether the values are written in XML.
  var isXML: Bool { parts.essence.hasSuffix("/xml") || parts.essence.hasSuffix("+xml") }

  /// Whether every value is written as a text.
  var isText: Bool {
    ["application/x-www-form-urlencoded", "text/plain", "text/csv"].contains(parts.essence)
  }

  /// The type without what stands before the plus sign of its subtype.
  var general: String {
    let essence = parts.essence
    guard let plus = essence.lastIndex(of: "+"), let slash = essence.firstIndex(of: "/") else {
      return essence
    }
    return String(essence[...slash] + essence[essence.index(after: plus)...])
  }
}

/// The body of requests.
struct ComparedBody {
  let node: DescriptionNode
  let isRequired: Bool
  let content: [ComparedContent]

  init(_ node: DescriptionNode) {
    self.node = node
    isRequired = node["required"]?.boolean == true
    content = ComparedContent.list(node["content"])
  }

  /// The parameters that Swagger 2.0 sends in the body.
  init?(ofSwagger operation: ComparedOperation, _ root: DescriptionNode) {
    let types =
      (operation.node["consumes"] ?? root["consumes"])?.items.compactMap(\.text) ?? []
    if let body = operation.parameters.first(where: { $0.place == "body" }) {
      node = body.node
      isRequired = body.isRequired
      content = (types.isEmpty ? ["application/json"] : types).map {
        ComparedContent(
          name: $0,
          node: body.node,
          term: body.node["schema"].map { SchemaTerm($0) }
        )
      }
      return
    }
    let fields = operation.parameters.filter { $0.place == "formData" }
    guard let first = fields.first else { return nil }
    var term = SchemaTerm()
    term.fields = fields.map { SchemaTerm.Part($0.node) }
    node = first.node
    isRequired = fields.contains { $0.isRequired }
    let usual =
      fields.contains { $0.node["type"]?.text == "file" }
      ? "multipart/form-data" : "application/x-www-form-urlencoded"
    content = (types.isEmpty ? [usual] : types).map {
      ComparedContent(name: $0, node: first.node, term: term)
    }
  }
}
