import AccordSchema

/// Every part of a description, found by walking from its root along references.
struct DescriptionSurvey {
  /// A part, each listed once for what it is.
  struct Found {
    var node: DescriptionNode
    var part: DescriptionPart
    /// Whether a reference leads to it in another file, where nothing else was held to the official
    /// schema.
    var isInOtherFile: Bool
  }

  /// The parts in the order in which they are met.
  private(set) var parts: [Found] = []
  /// The references that lead nowhere.
  private(set) var problems: [DescriptionProblem] = []

  private struct Key: Hashable {
    var place: DescriptionLibrary.Place
    var part: DescriptionPart
  }

  init(_ description: Description) {
    var seen: Set<Key> = []
    var pending = [(node: description.root, part: DescriptionPart.document, isInOtherFile: false)]
    var broken: Set<DescriptionLibrary.Place> = []
    // Nothing here calls itself, so that no document decides how deep the calls go.
    while let (node, part, isInOtherFile) = pending.popLast() {
      guard seen.insert(Key(place: node.place, part: part)).inserted else { continue }
      // What a schema refers to is a matter of the schema.
      if part != .schema, let reference = node["$ref"], reference.kind == .string {
        do throws(DescriptionProblem) {
          let target = try node.resolved()
          if target.kind == .object {
            pending.append((target, part, target.place.document != 0))
          } else {
            problems.append(
              reference.problem(
                .error,
                .reference(reference.text ?? "", .notAnObject(target.kind))
              )
            )
          }
        } catch {
          if broken.insert(node.place).inserted { problems.append(error) }
        }
        // A Path Item may have members beside its reference.
        guard part == .pathItem else { continue }
      }
      parts.append(Found(node: node, part: part, isInOtherFile: isInOtherFile))
      for child in part.children(of: node).reversed() {
        pending.append((child.node, child.part, false))
      }
    }
  }

  /// The parts of one kind.
  func all(_ part: DescriptionPart) -> [DescriptionNode] {
    parts.filter { $0.part == part }.map(\.node)
  }
}
