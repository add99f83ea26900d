extension LexicalValue {
  /// A value of JSV.
  ///
  /// The depth of the calls is bounded by ``JSONLimits/depth``.
  init(_ node: JSVNode, _ offsets: LexicalOffsets = .shifted(by: 0)) {
    let content: Content =
      switch node.kind {
      case .scalar:
        .text(LexicalText(value: node.text ?? "", writing: .scalar(isQuoted: node.isQuoted)))
      case .list:
        .list(node.elements.map { LexicalValue($0, offsets) })
      case .map:
        .map(
          node.members.map { LexicalMember(name: $0.key, value: LexicalValue($0.node, offsets)) }
        )
      }
    self.init(content, atByte: offsets(node.byteRange.lowerBound), leavesOutDefaults: true)
  }
}

extension JSVDocument {
  /// The outermost value, for a schema to say which types its texts have.
  public var value: LexicalValue { LexicalValue(root) }
}

extension CSVDocument {
  /// The rows after the first one, each a map whose names are those of the first.
  ///
  /// A field beyond the last name belongs to no member, and where a row is short the last names
  /// have no value.
  public var records: [LexicalValue] {
    let names = header
    return (1..<max(rowCount, 1)).map { row in
      let fields = self[row]
      let members = zip(names, fields).map { name, field in
        let text = LexicalText(value: field.value, writing: .field(isQuoted: field.isQuoted))
        let value = LexicalValue(.text(text), atByte: field.byteRange.lowerBound)
        return LexicalMember(name: name, value: value)
      }
      return LexicalValue(.map(members), atByte: fields.first?.byteRange.lowerBound ?? 0)
    }
  }

  /// A row behind the text in which no field has a value.
  package var emptyRecord: LexicalValue {
    let text = LexicalText(value: "", writing: .field(isQuoted: false))
    let nothing = LexicalValue(.text(text), atByte: bytes.count)
    return LexicalValue(
      .map(header.map { LexicalMember(name: $0, value: nothing) }),
      atByte: bytes.count
    )
  }

  /// The bytes of the columns without a name; a row of one empty field names no column at all.
  package var namelessColumns: [Int] {
    let fields = self[0]
    guard fields.count > 1 else { return [] }
    return fields.filter(\.value.isEmpty).map(\.byteRange.lowerBound)
  }

  /// What is wrong with the first row as one of names, in the order of the text.
  var headerFaults: [(evidence: Evidence, byte: Int)] {
    let nameless = namelessColumns.map { (evidence: Evidence.namelessColumn, byte: $0) }
    let repeated = repeatedNames.filter { !$0.name.isEmpty }
      .map { (evidence: Evidence.repeatedName($0.name), byte: $0.byte) }
    return (nameless + repeated).sorted { $0.byte < $1.byte }
  }

  /// The number of fields of a row.
  func fieldCount(ofRow row: Int) -> Int {
    row < rowCount ? Int(starts[row + 1] - starts[row]) : 0
  }

  /// The names that stand twice in the first row, with the bytes at which they do so.
  package var repeatedNames: [(name: String, byte: Int)] {
    var names: Set<[UInt8]> = []
    return self[0].compactMap { field in
      names.insert(Array(field.value.utf8)).inserted
        ? nil : (field.value, field.byteRange.lowerBound)
    }
  }
}

extension FormDocument {
  /// The fields as a map; the values of a name that stands more than once are a list.
  public var value: LexicalValue {
    var order: [String] = []
    var values: [[UInt8]: [LexicalValue]] = [:]
    for field in fields {
      let key = Array(field.name.utf8)
      if values[key] == nil { order.append(field.name) }
      let text = LexicalText(value: field.value, writing: .encoded)
      values[key, default: []].append(LexicalValue(.text(text), atByte: field.byteRange.lowerBound))
    }
    let members = order.map { name in
      let found = values[Array(name.utf8)] ?? []
      let list = LexicalValue(.list(found), atByte: found.first?.byte ?? 0)
      return LexicalMember(name: name, value: found.count == 1 ? found[0] : list)
    }
    return LexicalValue(.map(members), atByte: 0)
  }
}

extension JSVDocument {
  /// The names that stand twice in a map, with the bytes at which they do so.
  package var repeatedNames: [(name: String, byte: Int)] {
    var found: [(name: String, byte: Int)] = []
    var open: [(kind: JSVNode.Kind, end: Int, names: Set<[UInt8]>, isKey: Bool)] = []
    for (index, entry) in entries.enumerated() {
      while let last = open.last, index >= last.end { open.removeLast() }
      if let map = open.indices.last, open[map].kind == .map {
        let isKey = open[map].isKey
        open[map].isKey = !isKey
        let name = isKey ? JSVNode(document: self, index: index).text ?? "" : ""
        if isKey, !open[map].names.insert(Array(name.utf8)).inserted {
          found.append((name, entry.range.lowerBound))
        }
      }
      let kind = JSVNode(document: self, index: index).kind
      if kind != .scalar { open.append((kind, entry.next, [], true)) }
    }
    return found
  }
}
