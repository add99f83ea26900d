import AccordOpenAPI
import AccordSchema

/// Reads the schemas of one description into shapes, each once.
final class SchemaReader {
  /// How many schemas one shape may be made of.
  static let mostParts = 1_000

  let side: Change.Side
  /// Whether schemas are those before OpenAPI 3.1, with `nullable` and limits that are exclusive by a flag.
  let isEarly: Bool
  private var shapes: [SchemaTerm: SchemaShape] = [:]
  private var begun: Set<SchemaTerm> = []

  /// How deep a schema may be that is nothing but another one, or null.
  private static let mostDepth = 100

  init(_ description: Description, _ side: Change.Side) {
    self.side = side
    isEarly =
      switch description.kind {
      case .swagger20, .openAPI(.v30, _): true
      default: false
      }
  }

  /// What a term says.
  func shape(of term: SchemaTerm) -> SchemaShape {
    if let shape = shapes[term] { return shape }
    guard begun.count < Self.mostDepth, begun.insert(term).inserted else {
      let shape = SchemaShape()
      shape.node = term.parts.first?.node
      if let node = shape.node { shape.unread.append(("it is made of itself", node)) }
      return shape
    }
    defer { begun.remove(term) }
    let shape = make(term)
    shapes[term] = shape
    return shape
  }

  /// The place of a node in the description.
  func place(of node: DescriptionNode) -> Change.Place {
    Change.Place(
      side: side,
      file: node.file,
      position: node.keyPosition,
      pointer: node.pointer
    )
  }

  private func make(_ term: SchemaTerm) -> SchemaShape {
    let shape = SchemaShape()
    shape.isNever = term.isNever
    var reading = Reading(reader: self, shape: shape)
    for part in term.parts { reading.read(part) }
    reading.read(fields: term.fields)
    reading.finish()
    if term.addsNull {
      shape.types.insert(.null)
      if let values = shape.values, !values.contains(.null) { shape.values = values + [.null] }
    }
    if term.types != .all {
      shape.types.formIntersection(term.types)
      shape.statesTypes = true
    }
    if shape.types.isEmpty { shape.isNever = true }
    return shape
  }

  /// Says whether a schema says nothing of values.
  func isPlain(_ node: DescriptionNode) -> Bool {
    node.members.allSatisfy { Self.annotations.contains($0.name) || $0.name.hasPrefix("x-") }
  }

  /// The keywords that are for people.
  static let annotations: Set<String> = [
    "title", "description", "example", "examples", "externalDocs", "$comment", "deprecated",
    "default", "discriminator", "xml", "nullable", "readOnly", "writeOnly", "$defs", "$id",
    "$anchor",
    "$schema", "definitions",
  ]
}
