#if YAML
import AccordSchema
import Yams

/// Has Yams compose the one document of a text, and says in terms of ours why it cannot.
struct YAMLComposer {
  private let bytes: [UInt8]
  private let lines: YAMLLines

  init(_ bytes: [UInt8], _ lines: YAMLLines) {
    self.bytes = bytes
    self.lines = lines
  }

  /// What was composed.
  struct Composed {
    var root: Node
    /// The names of keys that another one of their mapping has too, by what stands for them.
    var renamed: [String: String] = [:]
  }

  /// How many keys may stand twice before reading ends.
  private static let mostDuplicates = 20

  /// The value of the document.
  ///
  /// The parser refuses a text in which a key stands twice, and tells only where it stands first. That
  /// one is renamed then, by as many characters, and the text is read again.
  func composed() throws(YAMLFailure) -> Composed {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let text = String(validating: bytes[start...], as: UTF8.self) else {
      throw YAMLFailure(reason: .notUTF8, position: position(ofByte: firstWrongByte))
    }
    if let (scalar, offset) = Self.unprintable(text) {
      throw YAMLFailure(reason: .character(scalar), position: position(ofByte: start + offset))
    }
    if let suspect = YAMLAliasGuard(bytes[start...]).suspect {
      throw YAMLFailure(reason: .complexKey, position: position(ofByte: suspect))
    }
    var current = (bytes: bytes, lines: lines)
    var renamed: [String: String] = [:]
    while true {
      let text = String(decoding: current.bytes[start...], as: UTF8.self)
      do {
        return Composed(root: try Self.root(of: text, lines), renamed: renamed)
      } catch let failure as YAMLFailure {
        throw failure
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let first = current.lines.place(of: context.mark).position
        let name = names.first ?? ""
        let failure = YAMLFailure(
          reason: .duplicateKey(
            renamed[name] ?? name,
            first: lines.place(of: context.mark).position
          ),
          position: lines.place(of: context.mark).position
        )
        guard renamed.count < Self.mostDuplicates,
          let substitute = Unicode.Scalar(0xF0000 + UInt32(renamed.count)),
          let changed = Self.renaming(name, at: first.byte, in: current.bytes, substitute)
        else { throw failure }
        renamed[changed.key] = name
        current = (changed.bytes, YAMLLines(changed.bytes))
      } catch {
        throw failure(for: error)
      }
    }
  }

  private static func root(of text: String, _ lines: YAMLLines) throws -> Node {
    let parser = try Parser(
      yaml: text,
      resolver: .basic,
      constructor: Constructor([:], [:], [:]),
      encoding: .utf8
    )
    guard let root = try parser.nextRoot() else {
      throw YAMLFailure(reason: .empty, position: SourcePosition())
    }
    if let second = try parser.nextRoot() {
      let place = lines.place(of: second).position
      throw YAMLFailure(reason: .severalDocuments, position: place)
    }
    return root
  }

  /// The text with a key written in other characters, as many as before, so that columns stay.
  private static func renaming(
    _ name: String,
    at offset: Int,
    in bytes: [UInt8],
    _ substitute: Unicode.Scalar
  ) -> (bytes: [UInt8], key: String)? {
    guard offset < bytes.count else { return nil }
    let isQuoted = bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'")
    let start = isQuoted ? offset + 1 : offset
    let key = Array(name.utf8)
    guard !key.isEmpty, bytes[start...].starts(with: key) else { return nil }
    let other = String(repeating: Character(substitute), count: name.unicodeScalars.count)
    var renamed = bytes
    renamed.replaceSubrange(start..<start + key.count, with: other.utf8)
    return (renamed, other)
  }

  private func failure(for error: any Error) -> YAMLFailure {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let position = lines.place(of: mark).position
      if problem == "found undefined alias" {
        let name = aliasName(at: Int(position.byte))
        let isRecursive = name.map { isAnchor($0, before: Int(position.byte)) } ?? false
        return YAMLFailure(
          reason: isRecursive ? .recursiveAlias(name ?? "") : .undefinedAlias,
          position: position
        )
      }
      if problem.hasPrefix("found character that cannot start any token"),
        bytes.indices.contains(Int(position.byte)), bytes[Int(position.byte)] == 0x09
      {
        return YAMLFailure(reason: .tab, position: position)
      }
      if problem.hasPrefix("Maximum nesting level reached") {
        return YAMLFailure(reason: .tooDeep(limit: YAMLReader.depthLimit), position: position)
      }
      return YAMLFailure(reason: .syntax(problem, context: context?.text), position: position)
    case YamlError.reader(let problem, _, _, _):
      return YAMLFailure(reason: .syntax(problem, context: nil), position: SourcePosition())
    default:
      return YAMLFailure(reason: .syntax("\(error)", context: nil), position: SourcePosition())
    }
  }

  /// The name of the alias that stands at an offset.
  private func aliasName(at offset: Int) -> String? {
    guard bytes.indices.contains(offset), bytes[offset] == UInt8(ascii: "*") else { return nil }
    let name = bytes[(offset + 1)...].prefix { !" \t\r\n[]{},".utf8.contains($0) }
    return String(validating: name.prefix(200), as: UTF8.self)
  }

  /// Whether an anchor of a name stands before an offset.
  private func isAnchor(_ name: String, before offset: Int) -> Bool {
    let anchor = Array("&\(name)".utf8)
    var start = 0
    while start + anchor.count <= offset {
      guard let found = bytes[start..<offset].firstIndex(of: anchor[0]) else { return false }
      let end = found + anchor.count
      if end <= offset, bytes[found..<end].elementsEqual(anchor),
        " \t\r\n[]{},".utf8.contains(bytes[end])
      {
        return true
      }
      start = found + 1
    }
    return false
  }

  private func position(ofByte offset: Int) -> SourcePosition {
    var index = SourceIndex(bytes)
    return index.position(ofByte: offset)
  }

  /// The offset of the first byte that belongs to no character.
  private var firstWrongByte: Int {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }

  /// The first scalar that YAML 1.2 does not allow (section 5.1), and its offset.
  private static func unprintable(_ text: String) -> (scalar: UInt32, offset: Int)? {
    var offset = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
        offset += UTF8.width(scalar)
      default: return (scalar.value, offset)
      }
    }
    return nil
  }
}
#endif
