import AccordSchema

/// What the specification says of a description beyond the official schema.
struct DescriptionCheck {
  let description: Description
  let survey: DescriptionSurvey

  /// The text that describes the objects which may be named: those of the document itself.
  var root: DescriptionNode { description.root }

  /// Whether the description is one of Swagger 2.0.
  var isSwagger: Bool { description.kind == .swagger20 }

  /// The operations of a Path Item by their methods.
  func operations(of item: DescriptionNode) -> [DescriptionNode] {
    let own = DescriptionPart.methods.compactMap { item[$0] }
    let further = (item["additionalOperations"]?.members ?? []).map(\.node)
    return (own + further).filter { $0.kind == .object }
  }
}
