/// The names of namespaces that a document uses, each once.
struct XMLNamespaceTable {
  private(set) var names = XMLNamespaceTable.reserved

  // Most documents use few namespaces, which are found soonest one by one.
  private var indexes: [[UInt8]: Int] = [:]

  private static let few = 8

  /// No namespace, then the two that are always there.
  private static let reserved = ["", XMLName.xmlNamespace, XMLName.xmlnsNamespace]

  static let none = 0
  static let xml = 1
  static let xmlns = 2

  mutating func index(of name: some Collection<UInt8>) -> Int {
    if names.count <= XMLNamespaceTable.few {
      if let index = names.firstIndex(where: { $0.utf8.elementsEqual(name) }) {
        return index
      }
    } else {
      indexAll()
      if let index = indexes[Array(name)] {
        return index
      }
    }
    names.append(String(decoding: name, as: UTF8.self))
    return names.count - 1
  }

  private mutating func indexAll() {
    for index in indexes.count..<names.count {
      indexes[Array(names[index].utf8)] = index
    }
  }
}

/// Namespaces in XML 1.0, third edition.
extension XMLReader {
  /// The length of the prefix of a name; refuses what is no qualified name (production 7).
  func prefixLength(_ name: Range<Int>) throws(XMLFailure) -> UInt16 {
    var colon: Int?
    for index in name where bytes[index] == UInt8(ascii: ":") {
      guard colon == nil else { throw invalid(name) }
      colon = index
    }
    guard let colon else { return 0 }
    guard colon > name.lowerBound, colon + 1 < name.upperBound, let base = bytes.baseAddress,
      XMLCharacters.isNameStart(UTF8Sequence.scalar(base + colon + 1).value)
    else { throw invalid(name) }
    return UInt16(truncatingIfNeeded: colon - name.lowerBound)
  }

  private func invalid(_ name: Range<Int>) -> XMLFailure {
    XMLFailure(.invalidQualifiedName(string(name)), at: name.lowerBound)
  }

  /// Whether an attribute declares a namespace.
  func isDeclaration(_ name: Range<Int>) -> Bool {
    guard name.count >= 5, bytes[name.lowerBound..<name.lowerBound + 5].elementsEqual("xmlns".utf8)
    else { return false }
    return name.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":")
  }

  /// Puts a declaration in scope.
  mutating func declare(_ attribute: XMLTapeAttribute) throws(XMLFailure) {
    let prefix = attribute.prefixLength == 0 ? 0..<0 : attribute.localName
    let namespace =
      attribute.needsDecoding
      ? declarations.index(of: decodedValue(attribute))
      : declarations.index(of: bytes[attribute.value])
    try check(attribute, prefix, namespace)
    try checkRepetition(attribute, prefix)
    if tape.scopes.isEmpty {
      let none = XMLTapeScope(parent: 0, depth: 0, prefixStart: 0, prefixLength: 0, namespace: 0)
      tape.scopes.append(none)
    }
    let outer = tape.scopes[scope]
    guard outer.depth < limits.namespaces else {
      throw XMLFailure(.tooManyNamespaces(limit: limits.namespaces), at: Int(attribute.start))
    }
    tape.scopes.append(
      XMLTapeScope(
        parent: UInt32(truncatingIfNeeded: scope),
        depth: outer.depth + 1,
        prefixStart: UInt32(truncatingIfNeeded: prefix.lowerBound),
        prefixLength: UInt16(truncatingIfNeeded: prefix.count),
        namespace: UInt32(truncatingIfNeeded: namespace)
      )
    )
    scope = tape.scopes.count - 1
  }

  private func decodedValue(_ attribute: XMLTapeAttribute) -> [UInt8] {
    let written = Array(bytes[attribute.value])
    return XMLText.bytes(written, 0..<written.count, as: .attributeValue)
  }

  private func check(
    _ attribute: XMLTapeAttribute,
    _ prefix: Range<Int>,
    _ namespace: Int
  ) throws(XMLFailure) {
    let offset = Int(attribute.start)
    let isXML = bytes[prefix].elementsEqual("xml".utf8)
    guard !bytes[prefix].elementsEqual("xmlns".utf8) else {
      throw XMLFailure(.reservedPrefix("xmlns"), at: offset)
    }
    guard !isXML || namespace == XMLNamespaceTable.xml else {
      throw XMLFailure(.reservedPrefix("xml"), at: offset)
    }
    let isReserved = namespace == XMLNamespaceTable.xml && !isXML
    guard !isReserved, namespace != XMLNamespaceTable.xmlns else {
      throw XMLFailure(.reservedNamespace(declarations.names[namespace]), at: offset)
    }
    guard namespace != XMLNamespaceTable.none || attribute.prefixLength == 0 else {
      throw XMLFailure(.emptyNamespace(prefix: string(prefix)), at: offset)
    }
  }

  /// Refuses a prefix that the same tag declares twice.
  private func checkRepetition(
    _ attribute: XMLTapeAttribute,
    _ prefix: Range<Int>
  ) throws(XMLFailure) {
    let outer = current < 0 ? 0 : Int(tape.entries[current].scope)
    var other = scope
    while other != outer {
      guard !isSame(tape.scopes[other].prefix, prefix) else {
        let name = string(attribute.name)
        throw XMLFailure(.duplicateAttribute(name), at: Int(attribute.start))
      }
      other = Int(tape.scopes[other].parent)
    }
  }

  /// Gives an element its namespace.
  mutating func resolve(_ entry: inout XMLTapeEntry, _ name: Range<Int>) throws(XMLFailure) {
    if mayHavePrefix { entry.prefixLength = try prefixLength(name) }
    // Without a declaration in scope a name without a prefix is in no namespace.
    if entry.prefixLength == 0, scope == 0 { return }
    let prefix = name.lowerBound..<name.lowerBound + Int(entry.prefixLength)
    entry.namespace = UInt32(truncatingIfNeeded: try namespace(prefix))
  }

  /// Gives attributes their namespaces and refuses one that stands twice.
  mutating func resolveAttributes(from first: Int) throws(XMLFailure) {
    for index in first..<tape.attributes.count where tape.attributes[index].prefixLength > 0 {
      let start = Int(tape.attributes[index].start)
      let prefix = start..<start + Int(tape.attributes[index].prefixLength)
      tape.attributes[index].namespace = UInt32(truncatingIfNeeded: try namespace(prefix))
    }
    if tape.attributes.count - first > 16 {
      try checkManyAttributes(from: first)
    } else {
      try checkFewAttributes(from: first)
    }
  }

  private func checkFewAttributes(from first: Int) throws(XMLFailure) {
    for index in first..<tape.attributes.count {
      let attribute = tape.attributes[index]
      for other in tape.attributes[first..<index]
      where other.namespace == attribute.namespace && isSame(other.localName, attribute.localName) {
        throw XMLFailure(.duplicateAttribute(string(attribute.name)), at: Int(attribute.start))
      }
    }
  }

  private func checkManyAttributes(from first: Int) throws(XMLFailure) {
    struct Name: Hashable {
      let namespace: UInt32
      let local: [UInt8]
    }
    var names: Set<Name> = []
    for attribute in tape.attributes[first...] {
      let name = Name(namespace: attribute.namespace, local: Array(bytes[attribute.localName]))
      guard names.insert(name).inserted else {
        throw XMLFailure(.duplicateAttribute(string(attribute.name)), at: Int(attribute.start))
      }
    }
  }

  /// The namespace to which a prefix is bound; the empty prefix stands for the default namespace.
  private func namespace(_ prefix: Range<Int>) throws(XMLFailure) -> Int {
    var declaration = scope
    while declaration != 0 {
      if isSame(tape.scopes[declaration].prefix, prefix) {
        return Int(tape.scopes[declaration].namespace)
      }
      declaration = Int(tape.scopes[declaration].parent)
    }
    if prefix.isEmpty {
      return XMLNamespaceTable.none
    }
    guard bytes[prefix].elementsEqual("xml".utf8) else {
      throw XMLFailure(.undeclaredPrefix(string(prefix)), at: prefix.lowerBound)
    }
    return XMLNamespaceTable.xml
  }
}
