import AccordModel
import AccordSchema

/// What is known while a document is made into a suite.
final class ImportContext {
  /// The identifier of the suite.
  let suite: String

  /// The kind of the document.
  let isSwagger: Bool

  /// The schemas of the document.
  let schemas: ImportedSchemas

  /// The formats that were met.
  var formats = FormatTable()

  /// What is not carried into the suite, in the order in which it was met.
  private(set) var notCarried: [NotCarried] = []

  /// What was taken for granted, in the order in which it was met.
  private(set) var inferences: [Inference] = []

  private var known: Set<NotCarried> = []
  private var inferred: Set<Inference> = []

  init(suite: String, isSwagger: Bool, schemas: ImportedSchemas) {
    self.suite = suite
    self.isSwagger = isSwagger
    self.schemas = schemas
  }

  /// Notes that something is not carried, once.
  func leave(_ node: DescriptionNode, _ reason: NotCarried.Reason) {
    let entry = NotCarried(reason, at: node)
    if known.insert(entry).inserted { notCarried.append(entry) }
  }

  /// Notes what was taken for granted, once, and gives the basis of a promise that rests on it.
  @discardableResult
  func assume(_ kind: ImportAssumption, at node: DescriptionNode) -> Basis {
    let entry = Inference(kind, at: node)
    if inferred.insert(entry).inserted { inferences.append(entry) }
    return kind.basis
  }

  /// The format of a media type; `nil` where the text is none, or a range, which is noted.
  func format(_ text: String, at media: DescriptionNode) -> Format? {
    guard text != "*/*" else {
      assume(.anyMediaType, at: media)
      return formats.format(of: "application/json")
    }
    guard let format = formats.format(of: text) else {
      leave(media, .mediaRange(text))
      return nil
    }
    let parameters = MediaType(parsing: text)?.parameters.map(\.name) ?? []
    if parameters.contains(where: { $0 != "charset" }) { leave(media, .mediaTypeParameters(text)) }
    return format
  }

  /// What a node refers to, or the node itself; `nil` where the reference leads nowhere, which is noted.
  func followed(_ node: DescriptionNode) -> DescriptionNode? {
    guard node["$ref"]?.text != nil else { return node }
    do {
      return try node.resolved()
    } catch {
      leave(node, .reference(why: "\(error)"))
      return nil
    }
  }
}

extension DescriptionNode {
  /// The line in which it begins.
  var line: Int { position.line }

  /// Its members but for extensions.
  var declared: [(name: String, node: DescriptionNode)] {
    members.filter { !$0.name.hasPrefix("x-") }
  }

  /// Whether a member is `true`.
  func isTrue(_ member: String) -> Bool { self[member]?.boolean == true }
}
