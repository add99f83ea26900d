import AccordSchema

/// A document of which one validator says that it is valid and the other that it is not.
struct XMLDifference {
  var text: String
  var violations: [SchemaViolation]
  var message: String
  var notes: [ExportNote]

  /// Why the two may differ: a note of the export that speaks of what one of them found.
  struct Explanation: Sendable {
    var name: String
    var effect: ExportNote.Effect
    /// Whether a note is of this kind.
    var holds: @Sendable (ExportNote.Reason) -> Bool
    /// Whether the finding is what the note speaks of: the keyword of our violation, or the message
    /// of xmllint.
    var explains: @Sendable (String) -> Bool
  }

  /// The kind of the difference; nil if no note explains it.
  var kind: String? {
    if violations.isEmpty { return Self.kind(of: message, .stricter, notes) }
    // What xmllint admits is explained when each of our violations is.
    let kinds = violations.map(kind)
    return kinds.contains(nil) ? nil : kinds[0]
  }

  private func kind(of violation: SchemaViolation) -> String? {
    if let kind = Self.kind(of: violation.keyword, .looser, notes) { return kind }
    // Of alternatives any one may be what xmllint admits more of.
    let inside = violation.schemaLocation + "/"
    let isLooser = notes.contains { $0.effect == .looser && $0.schemaLocation.hasPrefix(inside) }
    return violation.keyword == "anyOf" && isLooser ? "an alternative that admits more" : nil
  }

  private static func kind(
    of finding: String,
    _ effect: ExportNote.Effect,
    _ notes: [ExportNote]
  ) -> String? {
    explanations.first { explanation in
      explanation.effect == effect && explanation.explains(finding)
        && notes.contains { $0.effect == effect && explanation.holds($0.reason) }
    }?.name
  }

  static let explanations: [Explanation] = [
    // XML Schema 1.0 refuses more.
    Explanation(name: "undeclared elements of a declared namespace", effect: .stricter) {
      if case .undeclaredElements = $0 { true } else { false }
    } explains: {
      $0.contains("This element is not expected")
    },
    Explanation(name: "undeclared elements in xs:all", effect: .stricter) {
      $0 == .undeclaredInAnyOrder
    } explains: {
      $0.contains("This element is not expected")
    },
    Explanation(name: "attributes of elements with text", effect: .stricter) {
      $0 == .attributesOfText
    } explains: {
      $0.contains("attribute") && $0.contains("is not allowed")
    },
    Explanation(name: "xsi:nil=\"false\" on an element that cannot be nil", effect: .stricter) {
      $0 == .nilFalse
    } explains: {
      $0.contains("is not 'nillable'")
    },
    // XML Schema 1.0 admits more.
    Explanation(name: "entries named by another type", effect: .stricter) {
      if case .entryNames = $0 { true } else { false }
    } explains: {
      $0.contains("This element is not expected") && $0.contains("Expected is")
        && $0.contains("KeyValueOf")
    },
    Explanation(name: "xsi:nil on an entry or its key", effect: .stricter) {
      if case .entryNames = $0 { true } else { false }
    } explains: {
      $0.contains("instance}nil': 'yes' is not a valid value of the atomic type 'xs:boolean'")
    },
    Explanation(name: "white space in an element without content", effect: .stricter) {
      $0 == .emptyContent
    } explains: {
      $0.contains("Character content is not allowed, because the content type is empty")
    },
    Explanation(name: "elements inside a constant", effect: .stricter) {
      $0 == .kinds
    } explains: {
      $0.contains("Element content is not allowed, because the type definition is simple")
    },
    Explanation(name: "namesakes in another namespace", effect: .looser) {
      $0 == .namesake
    } explains: {
      $0 == "xml.namespace"
    },
    Explanation(name: "formats checked in part", effect: .looser) {
      if case .format = $0 { true } else { false }
    } explains: {
      $0 == "format"
    },
    Explanation(name: "multipleOf", effect: .looser) {
      $0 == .keyword("multipleOf")
    } explains: {
      $0 == "multipleOf"
    },
    Explanation(name: "uniqueItems", effect: .looser) {
      $0 == .keyword("uniqueItems")
    } explains: {
      $0 == "uniqueItems"
    },
    Explanation(name: "elements in any order of which one may be repeated", effect: .looser) {
      $0 == .occurrence
    } explains: {
      ["required", "xml.occurrence", "minItems", "maxItems"].contains($0)
    },
    Explanation(name: "keys of entries", effect: .looser) {
      $0 == .entryKeys
    } explains: {
      $0 == "xml.occurrence"
    },
    Explanation(name: "items of any name", effect: .looser) {
      $0 == .itemNames
    } explains: { _ in
      true
    },
  ]
}
