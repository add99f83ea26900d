import AccordModel
import AccordOpenAPI
import AccordSchema

/// Reads the errors of a document.
struct ErrorSetting {
  private var reader: SettingReader
  private let node: JSONNode

  init(_ reader: SettingReader, _ node: JSONNode) {
    self.reader = reader
    self.node = node
  }

  /// The suite with its errors.
  ///
  /// - Throws: An exit with status 64, when all that is wrong was said, each at its line.
  mutating func stated() throws -> ImportedSuite {
    let places = places()
    var entries: [ErrorCatalogue.Entry] = []
    var names: Set<String> = []
    var codes: [Int: String] = [:]
    let success = Self.success(of: node)
    for (name, value) in node["names"].map({ Array($0.members) }) ?? [] {
      let aliases = SettingReader.each(value["aliases"])
      if !names.insert(name).inserted { reader.note(.errorTwice(name), at: value) }
      for alias in aliases where !names.insert(alias.string ?? "").inserted {
        reader.note(.errorTwice(alias.string ?? ""), at: alias)
      }
      if let node = value["code"], let code = node.number?.int {
        if let other = codes.updateValue(name, forKey: code) {
          reader.note(.codeTwice(code, error: other), at: node)
        }
        if code == success { reader.note(.codeOfSuccess(code, error: name), at: node) }
      }
      let statuses = SettingReader.each(value.kind == .object ? value["status"] : value)
      entries.append(
        .entry(
          name,
          aliases: aliases.compactMap(\.string),
          statuses: .anyOf(statuses.compactMap { $0.number?.int }),
          code: value["code"]?.number?.int
        )
      )
    }
    if places.isEmpty, !entries.isEmpty { reader.note(.noPlace, at: node) }
    try reader.document.finish()
    let (file, line) = reader.source(of: node)
    return reader.imported.stating(
      errors: ErrorCatalogue(
        entries: entries,
        places: places,
        message: SettingReader.pointer(node["message"]),
        fileID: file,
        line: line
      )
    )
  }

  /// The code of no error; `nil` where errors show none.
  private static func success(of node: JSONNode) -> Int? {
    node["code"].map { $0["success"]?.number?.int ?? 0 }
  }

  private func places() -> [ErrorCatalogue.Place] {
    var places: [ErrorCatalogue.Place] = []
    for node in SettingReader.each(node["name"]) {
      guard let pointer = SettingReader.pointer(node) else { continue }
      let tokens = pointer.tokens
      if tokens.count > 2, tokens[tokens.count - 2] == "*", let member = tokens.last {
        let list = JSONPointer(tokens: Array(tokens.dropLast(2)))
        places.append(.listedName(list, member: member))
      } else {
        places.append(.name(pointer))
      }
    }
    if let pointer = SettingReader.pointer(node["code"]?["at"]),
      let success = Self.success(of: node)
    {
      places.append(.code(pointer, success: success))
    }
    if let base = node["type"]?.string { places.append(.type(base: base)) }
    if let header = node["header"]?.string { places.append(.header(header)) }
    return places
  }
}
