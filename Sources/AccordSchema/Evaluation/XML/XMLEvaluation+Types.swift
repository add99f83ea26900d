extension XMLEvaluation {
  /// Checks `xsi:type` and `xsi:nil`, and says whether the element is nil.
  mutating func hasInstanceAttributes(
    _ index: Program.Index,
    at place: Int,
    isNil: inout Bool
  ) -> Bool {
    let schema = program.schema(index)
    let isValid = hasFittingType(index, schema, at: place)
    guard isValid || continues, let spelling = tape.nilSpelling(of: place) else { return isValid }
    guard let value = LexicalForm.xsBoolean(LexicalForm.collapsed(spelling)) else {
      return fail("xml.nil", schema, place, .nilSpelling(spelling))
    }
    isNil = value
    return isValid
  }

  /// Checks `xsi:type` (XML Schema part 1, section 2.6.1): it names a type that is known where the
  /// element stands, that the value can have, and of which the text is.
  private mutating func hasFittingType(
    _ index: Program.Index,
    _ schema: CompiledSchema,
    at place: Int
  ) -> Bool {
    guard let spelling = tape.typeSpelling(of: place) else { return true }
    let text = LexicalForm.collapsed(spelling)
    let parts = text.unicodeScalars.split(separator: ":", omittingEmptySubsequences: false)
    let isName = parts.count <= 2 && parts.allSatisfy { Self.isName($0) }
    guard isName, let local = parts.last else {
      return fail("xml.type", schema, place, .typeSpelling(spelling))
    }
    let prefix = parts.count == 2 ? String(parts[0]) : ""
    let namespace = tape.namespace(
      forPrefix: prefix,
      in: Int(tape.entries[place].scope)
    )
    guard namespace != nil || prefix.isEmpty else {
      return fail("xml.type", schema, place, .typePrefix(prefix))
    }
    let name = XMLName(namespace: namespace, local: String(local))
    let wanted = schema.types == .all ? .all : schema.types.subtracting(.null)
    var fit = XMLTypeFit(program)
    guard let type = XMLBuiltinType.named(name) else {
      if namespace == XMLBuiltinType.schemaNamespace {
        return fail("xml.type", schema, place, .unknownType(name))
      }
      guard !fit.admits(name, index) else { return true }
      return fail("xml.type", schema, place, .otherType(name, expected: wanted))
    }
    guard fit.admits(type, index) else {
      return fail("xml.type", schema, place, .otherType(name, expected: wanted))
    }
    return hasText(of: type, name, schema, at: place)
  }

  /// Holds the text of an element to a simple type, where the schema itself takes it for a value.
  private mutating func hasText(
    of type: XMLBuiltinType,
    _ name: XMLName,
    _ schema: CompiledSchema,
    at place: Int
  ) -> Bool {
    guard !tape.isNil(place), tape.firstElement(in: place) == nil else { return true }
    let text = tape.text(in: place)
    guard !XMLReading.readings(of: text, schema.types).isEmpty,
      !type.admits(LexicalForm.collapsed(text))
    else { return true }
    return fail("xml.type", schema, place, .typedText(name, .text(text)))
  }

  /// Whether a text is a name without a colon (Namespaces in XML, production 4).
  private static func isName(_ text: Substring.UnicodeScalarView) -> Bool {
    guard let first = text.first, XMLCharacters.isNameStart(first.value), first != ":" else {
      return false
    }
    return text.allSatisfy { XMLCharacters.isName($0.value) }
  }
}
