import AccordSchema

extension DescriptionLibrary {
  /// A document as the schema compiler reads it: with references that lead from its URI to a place by a
  /// pointer.
  ///
  /// The compiler knows the names that schemas give themselves only where it reads schemas; those inside
  /// of components, and what `$self` is a base of, it does not.
  func schemaDocument(_ number: Int) -> JSON {
    let document = documents[number]
    var replaced: [Int: String] = [:]
    for entry in document.references.texts {
      let text = document.tape.string(document.tape.entries[entry])
      let base = document.references.base(of: entry)
      // What begins like this is a pointer from the document's root, unless a base lies between.
      guard base != document.uri || !text.hasPrefix("#/") else { continue }
      guard let target = try? follow(text, from: Place(document: number, entry: entry)) else {
        continue
      }
      let pointer = documents[target.document].pointer(to: target.entry)
      let fragment = PercentEscapes.escaped(fragment: pointer)
      replaced[entry] = documents[target.document].uri + "#" + fragment
    }
    guard !replaced.isEmpty else { return document.value }
    return value(of: document, at: 0, replaced)
  }

  /// The value at an entry with other texts at some entries; the depth of calls is that of documents,
  /// which is bounded.
  private func value(
    of document: DescriptionDocument,
    at index: Int,
    _ replaced: [Int: String]
  ) -> JSON {
    let entries = document.tape.entries
    let end = Int(entries[index].next)
    switch entries[index].kind {
    case .array:
      var elements: [JSON] = []
      var child = index + 1
      while child < end {
        elements.append(value(of: document, at: child, replaced))
        child = Int(entries[child].next)
      }
      return .array(elements)
    case .object:
      var members: [JSONMember] = []
      var key = index + 1
      while key < end {
        let value = value(of: document, at: key + 1, replaced)
        members.append(JSONMember(document.tape.string(entries[key]), value))
        key = Int(entries[key + 1].next)
      }
      return .object(members)
    case .null, .true, .false, .number, .string:
      return replaced[index].map(JSON.string) ?? document.tape.value(at: index)
    }
  }
}

extension PercentEscapes {
  /// A pointer as the fragment of a URI.
  static func escaped(fragment pointer: JSONPointer) -> String {
    var text = ""
    for byte in pointer.description.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "~"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "$"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: write(byte, to: &text)
      }
    }
    return text
  }
}
