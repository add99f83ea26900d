import AccordSchema

/// Whether the brackets of a text pair off, which every JSON text does however deep it is nested.
///
/// It tells what is certainly no JSON where the text is nested deeper than it is read.
struct BracketBalance {
  /// What is wrong; `nil` if the brackets pair off.
  private(set) var mismatch: SyntaxMismatch?

  /// Where.
  private(set) var position: SourcePosition?

  /// Looks at all brackets outside strings.
  init(_ bytes: [UInt8]) {
    var open: [UInt8] = []
    var isString = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch (byte, isString) {
      case (0x5C, true): index += 1
      case (0x22, _): isString.toggle()
      case (0x5B, false): open.append(0x5D)
      case (0x7B, false): open.append(0x7D)
      case (0x5D, false), (0x7D, false):
        guard open.popLast() == byte else {
          let found = String(UnicodeScalar(byte))
          note("a bracket that an earlier one opens", "'\(found)'", index, bytes)
          return
        }
      default: break
      }
      index += 1
    }
    if isString {
      note("the closing quote of a string", "the end of the text", index, bytes)
    } else if let last = open.last {
      let bracket = String(UnicodeScalar(last))
      note("'\(bracket)'", "the end of the text", index, bytes)
    }
  }

  private mutating func note(
    _ expected: String,
    _ found: String,
    _ byte: Int,
    _ bytes: [UInt8]
  ) {
    var index = SourceIndex(bytes)
    mismatch = SyntaxMismatch(expected, found: found)
    position = index.position(ofByte: min(byte, bytes.count))
  }
}
