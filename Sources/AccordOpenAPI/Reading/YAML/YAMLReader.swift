#if YAML
import AccordSchema
import Yams

/// Reads a text of YAML 1.2 as the JSON of the same values, with their places.
struct YAMLReader {
  /// How deep collections may stand inside one another.
  static let depthLimit = JSONLimits.default.depth - 1
  /// How many values aliases may make of a text, at least; a large text may have four times its bytes.
  static let valueLimit = 1 << 16
  /// How many bytes of JSON are made.
  static let byteLimit = 1 << 28

  let bytes: [UInt8]
  private let lines: YAMLLines
  private var json: [UInt8] = []
  private var places: [YAMLPlace] = []
  private var duplicates: [YAMLFailure] = []
  /// How many members were merged.
  private var work = 0
  private var renamed: [String: String] = [:]
  /// How many values there may be.
  private let mostValues: Int

  /// What was read.
  struct Reading {
    var json: JSONDocument
    /// The places of the entries of its tape.
    var places: [YAMLPlace]
    /// The keys that stand in their mapping for the second time, which are left out.
    var duplicates: [YAMLFailure]
  }

  /// Reads a text.
  static func read(_ bytes: [UInt8]) throws(YAMLFailure) -> Reading {
    var reader = try YAMLReader(bytes)
    return try reader.read()
  }

  private init(_ bytes: [UInt8]) throws(YAMLFailure) {
    let most = min(Self.byteLimit, Int(UInt32.max) / 2)
    guard bytes.count <= most else {
      throw YAMLFailure(reason: .tooLarge(limit: most), position: SourcePosition())
    }
    self.bytes = bytes
    lines = YAMLLines(bytes)
    mostValues = max(Self.valueLimit, 4 * bytes.count)
  }

  private mutating func read() throws(YAMLFailure) -> Reading {
    let composed = try YAMLComposer(bytes, lines).composed()
    renamed = composed.renamed
    json.reserveCapacity(bytes.count)
    try write(composed.root, depth: 0)
    do {
      let document = try JSONDocument(parsing: json)
      return Reading(
        json: document,
        places: places,
        duplicates: duplicates.sorted { $0.position < $1.position }
      )
    } catch {
      // What is written here is JSON within its limits.
      throw YAMLFailure(reason: .tooLarge(limit: Self.byteLimit), position: SourcePosition())
    }
  }

  private func failure(_ reason: YAMLFailure.Reason, at node: Node) -> YAMLFailure {
    YAMLFailure(reason: reason, position: lines.place(of: node).position)
  }

  private mutating func note(_ node: Node) throws(YAMLFailure) {
    places.append(lines.place(of: node))
    guard places.count <= mostValues, json.count <= Self.byteLimit else {
      throw failure(.tooManyValues(limit: mostValues), at: node)
    }
  }

  private mutating func write(_ node: Node, depth: Int) throws(YAMLFailure) {
    guard depth <= Self.depthLimit else {
      throw failure(.tooDeep(limit: Self.depthLimit), at: node)
    }
    try note(node)
    switch node {
    case .scalar(let scalar): try write(scalar, of: node)
    case .sequence(let sequence):
      guard ["", "!", Tag.Name.seq.rawValue].contains(sequence.tag.rawValue) else {
        throw failure(.unknownTag(sequence.tag.rawValue), at: node)
      }
      json.append(UInt8(ascii: "["))
      for (number, item) in sequence.enumerated() {
        if number > 0 { json.append(UInt8(ascii: ",")) }
        try write(item, depth: depth + 1)
      }
      json.append(UInt8(ascii: "]"))
    case .mapping(let mapping):
      guard ["", "!", Tag.Name.map.rawValue].contains(mapping.tag.rawValue) else {
        throw failure(.unknownTag(mapping.tag.rawValue), at: node)
      }
      json.append(UInt8(ascii: "{"))
      for (number, member) in try members(of: mapping, depth).enumerated() {
        if number > 0 { json.append(UInt8(ascii: ",")) }
        try note(member.key)
        write(member.name)
        json.append(UInt8(ascii: ":"))
        try write(member.value, depth: depth + 1)
      }
      json.append(UInt8(ascii: "}"))
    case .alias: throw failure(.undefinedAlias, at: node)
    }
  }

  private struct Member {
    var name: String
    var key: Node
    var value: Node
  }

  /// The members of a mapping, those included that it merges: what it says itself counts, then what
  /// is merged first (YAML merge key, 2005).
  private mutating func members(
    of mapping: Node.Mapping,
    _ depth: Int
  ) throws(YAMLFailure) -> [Member] {
    guard depth <= Self.depthLimit else {
      let place = mapping.mark.map(lines.place(of:)) ?? YAMLPlace(byte: 0, line: 1, column: 1)
      throw YAMLFailure(reason: .tooDeep(limit: Self.depthLimit), position: place.position)
    }
    var own: [Member] = []
    var places: [String: Int] = [:]
    var merges: [(place: Int, value: Node)] = []
    for (key, value) in mapping {
      guard let scalar = key.scalar else { throw failure(.complexKey, at: key) }
      guard !Self.isMerge(scalar) else {
        merges.append((own.count, value))
        continue
      }
      let name = renamed[scalar.string] ?? scalar.string
      guard places.updateValue(own.count, forKey: name) == nil else {
        let first = own.first { $0.name.isIdentical(to: name) }?.key ?? key
        let place = lines.place(of: first).position
        duplicates.append(failure(.duplicateKey(name, first: place), at: key))
        continue
      }
      own.append(Member(name: name, key: key, value: value))
    }
    guard !merges.isEmpty else { return own }
    var members: [Member] = []
    var known = Set(places.keys)
    var copied = 0
    for (place, value) in merges {
      members += own[copied..<place]
      copied = place
      for source in try merged(value) {
        for member in try self.members(of: source, depth + 1)
        where known.insert(member.name).inserted {
          members.append(member)
        }
        work += source.count
        guard work <= mostValues else {
          throw failure(.tooManyValues(limit: mostValues), at: value)
        }
      }
    }
    return members + own[copied...]
  }

  private static func isMerge(_ scalar: Node.Scalar) -> Bool {
    scalar.string == "<<" && scalar.style == .plain
  }

  private func merged(_ value: Node) throws(YAMLFailure) -> [Node.Mapping] {
    switch value {
    case .mapping(let mapping): return [mapping]
    case .sequence(let sequence):
      var mappings: [Node.Mapping] = []
      for item in sequence {
        guard let mapping = item.mapping else { throw failure(.merge, at: item) }
        mappings.append(mapping)
      }
      return mappings
    case .scalar, .alias: throw failure(.merge, at: value)
    }
  }

  private mutating func write(_ scalar: Node.Scalar, of node: Node) throws(YAMLFailure) {
    let text = scalar.string
    let tag = scalar.tag.rawValue
    let plain = YAMLScalar(plain: text)
    let value: YAMLScalar
    switch tag {
    case "": value = scalar.style == .plain ? plain : .string
    case Tag.Name.str.rawValue, "!": value = .string
    case Tag.Name.null.rawValue, Tag.Name.bool.rawValue, Tag.Name.int.rawValue,
      Tag.Name.float.rawValue:
      guard plain.fits(tag) else { throw failure(.tag(tag, value: text), at: node) }
      value = plain
    default: throw failure(.unknownTag(tag), at: node)
    }
    switch value {
    case .null: json += "null".utf8
    case .boolean(let value): json += (value ? "true" : "false").utf8
    case .number(let text): json += text.utf8
    case .noNumber: throw failure(.noNumber(text), at: node)
    case .string: write(text)
    }
  }

  /// Writes a string of JSON.
  private mutating func write(_ text: String) {
    json.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        json.append(UInt8(ascii: "\\"))
        json.append(byte)
      case 0..<0x20:
        let digits = Array(String(byte, radix: 16).utf8)
        json += Array("\\u00".utf8) + (digits.count < 2 ? [0x30] : []) + digits
      default: json.append(byte)
      }
    }
    json.append(UInt8(ascii: "\""))
  }
}

extension YAMLScalar {
  /// Whether a value is one of those that a tag names.
  fileprivate func fits(_ tag: String) -> Bool {
    switch (self, tag) {
    case (.null, Tag.Name.null.rawValue), (.boolean, Tag.Name.bool.rawValue),
      (.number, Tag.Name.float.rawValue), (.noNumber, Tag.Name.float.rawValue):
      true
    case (.number(let text), Tag.Name.int.rawValue):
      text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    default: false
    }
  }
}
#endif
