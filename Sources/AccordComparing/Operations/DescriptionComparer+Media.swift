import AccordOpenAPI
import AccordSchema

extension DescriptionComparer {
  /// Compares the media types of a body.
  func compareMedia(
    _ old: [ComparedContent],
    _ new: [ComparedContent],
    _ direction: Direction,
    _ pair: Pair,
    _ nodes: (old: DescriptionNode, new: DescriptionNode),
    _ subject: (String) -> ChangeSubject
  ) {
    var gone = old
    var come = new
    /// Compares those of which one is the other, in some sense.
    func match(_ isSame: (ComparedContent, ComparedContent) -> Bool) {
      for content in gone {
        guard let place = come.firstIndex(where: { isSame(content, $0) }) else { continue }
        let other = come.remove(at: place)
        gone.removeAll { $0.name == content.name }
        compareNames(content, other, direction, pair, subject(other.name))
        compareContent(content, other, direction, pair, subject(other.name))
        compareEncoding(content, other, direction, pair, subject(other.name))
      }
    }
    match { $0.name == $1.name }
    match { $0.parts == $1.parts }
    match { $0.parts.essence == $1.parts.essence }
    match { $0.general == $1.general }
    for content in gone {
      // A range that is still there admits it.
      let isCovered = new.contains { Self.covers($0.parts.essence, content.parts.essence) }
      let found: ChangeLevel = isCovered && direction == .sent ? .harmless : .breaking
      emit(
        .removed(.mediaType, content.name),
        found,
        (content.node, nil),
        subject(content.name),
        direction,
        isUnstable: pair.isUnstable
      )
    }
    for content in come {
      emit(
        .added(.mediaType, content.name),
        .harmless,
        (nil, content.node),
        subject(content.name),
        direction,
        isUnstable: pair.isUnstable
      )
    }
  }

  private static func covers(_ range: String, _ name: String) -> Bool {
    if range == "*/*" { return true }
    return range.hasSuffix("/*") && name.hasPrefix(range.dropLast(1))
  }

  private func compareNames(
    _ from: ComparedContent,
    _ to: ComparedContent,
    _ direction: Direction,
    _ pair: Pair,
    _ subject: ChangeSubject
  ) {
    guard from.parts != to.parts else { return }
    let found: ChangeLevel
    if from.parts.essence == to.parts.essence {
      // Parameters such as charset say how it is read; most readers know it without.
      found = .dangerous
    } else if from.general == from.parts.essence {
      // The new one is one of the old: `application/problem+json` is read as `application/json` is.
      found = direction == .sent ? .breaking : .dangerous
    } else {
      found = direction == .sent ? .breaking : .breaking
    }
    emit(
      .changed(.mediaTypeName, from: from.name, to: to.name),
      found,
      (from.node, to.node),
      subject,
      direction,
      isUnstable: pair.isUnstable
    )
  }

  /// How the parts of a form are written (OpenAPI 3.1, section 4.8.15).
  private func compareEncoding(
    _ from: ComparedContent,
    _ to: ComparedContent,
    _ direction: Direction,
    _ pair: Pair,
    _ subject: ChangeSubject
  ) {
    let before = from.node["encoding"]?.members ?? []
    let after = to.node["encoding"]?.members ?? []
    for (name, node) in before {
      let other = after.first { $0.name == name }?.node
      for member in ["contentType", "style", "explode"] {
        let old = node[member].map { $0.text ?? $0.value.text() }
        let new = other?[member].map { $0.text ?? $0.value.text() }
        guard old != new else { continue }
        emit(
          .changed(.encoding, from: old.map { "\(name) \($0)" }, to: new.map { "\(name) \($0)" }),
          .dangerous,
          (node, other?[member] ?? to.node),
          subject,
          direction,
          isUnstable: pair.isUnstable
        )
      }
    }
  }
}
