/// Texts for the reader of JSON.
enum JSONTarget: FuzzTarget {
  static func check(_ input: [UInt8]) {
    let document: JSONDocument
    do throws(JSONSyntaxError) {
      document = try JSONDocument(parsing: input)
    } catch {
      check(error.position, in: input)
      expect(!error.description.isEmpty, "an error has a message")
      return
    }
    for notice in document.notices { check(notice.position, in: input) }
    let value = document.root.value
    writeAndRead(value)
    for index in document.tape.entries.indices.prefix(200) where !document.tape.entries[index].isKey
    {
      check(JSONNode(document: document, index: index), hasNotices: !document.notices.isEmpty)
    }
    checkNumbers(in: document)
    expect(value.isEquivalent(to: value), "a value is equivalent to itself")
    expect(
      EquivalentJSON(value: value).hashValue == EquivalentJSON(value: value).hashValue,
      "a value has one hash"
    )
    for validator in FuzzSchemas.validators { Verdicts.check(validator, document) }
  }

  private static func check(_ position: SourcePosition, in input: [UInt8]) {
    expect((0...input.count).contains(position.byte), "a position is inside the text")
    expect(position.line >= 1 && position.column >= 1, "lines and columns count from one")
    expect(position.line + position.column <= input.count + 2, "lines and columns are in the text")
  }

  /// What is written is read as the same value, and written the same.
  private static func writeAndRead(_ value: JSON) {
    for indented in [false, true] {
      let bytes = value.bytes(indented: indented)
      guard let again = try? JSONDocument(parsing: bytes) else {
        fatalError("broken promise: what is written can be read")
      }
      expect(again.root.value == value, "what is written is read as the same value")
      expect(again.root.value.bytes(indented: indented) == bytes, "writing is stable")
    }
  }

  private static func check(_ node: JSONNode, hasNotices: Bool) {
    let range = node.byteRange
    expect(!range.isEmpty && range.upperBound <= node.document.bytes.count, "a value has bytes")
    var last = range.lowerBound
    let children = node.elements.map { $0 } + node.members.map(\.node)
    for child in children {
      let inner = child.byteRange
      expect(inner.lowerBound > last - 1 && inner.upperBound < range.upperBound, "children follow")
      last = inner.upperBound
    }
    guard !hasNotices else { return }
    expect(
      node.document.root[node.pointer]?.index == node.index,
      "the pointer of a value leads to it"
    )
  }

  // MARK: Numbers

  private static func checkNumbers(in document: JSONDocument) {
    var numbers: [JSONNumber] = []
    for entry in document.tape.entries where entry.kind == .number && entry.range.count < 200 {
      let number = document.tape.number(entry)
      let text = document.tape.text(entry)
      expect(number.text == text || number.int64 != nil, "a number keeps its text")
      expect(JSONNumber(text) == number, "a number is read in one way")
      expect(number == JSONNumber(checked: Self.shifted(text)), "a shifted number is the same")
      numbers.append(number)
      if numbers.count == 8 { break }
    }
    for left in numbers {
      for right in numbers { check(left, right) }
    }
  }

  /// The number with a zero more in its fraction, which does not change its value.
  private static func shifted(_ text: String) -> String {
    var digits = text
    var exponent = ""
    if let place = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      digits = String(text[..<place])
      exponent = String(text[place...])
    }
    return digits + (digits.contains(".") ? "0" : ".0") + exponent
  }

  private static func check(_ left: JSONNumber, _ right: JSONNumber) {
    let holds = [left < right, left == right, right < left].filter(\.self).count
    expect(holds == 1, "one of less, equal and more holds for \(left) and \(right)")
    if left == right {
      expect(left.hashValue == right.hashValue, "equal numbers have one hash")
    }
    let (first, second) = (left.double, right.double)
    if first < second { expect(left < right, "\(left) is less than \(right), as doubles are") }
    if let first = left.int64, let second = right.int64 {
      expect((first < second) == (left < right), "integers compare as such")
      let isMultiple = second == 0 ? first == 0 : Int128(first) % Int128(second) == 0
      expect(left.isMultiple(of: right) == isMultiple, "\(left) as a multiple of \(right)")
      let long = JSONNumber(checked: Self.shifted(left.text))
      expect(long.isMultiple(of: right) == isMultiple, "\(long) as a multiple of \(right)")
    }
  }
}
