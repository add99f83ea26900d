#if YAML
import AccordSchema
import Yams

/// Where the lines of a YAML text begin, to find the byte of a mark.
struct YAMLLines {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    bytes.withUnsafeBufferPointer { bytes in
      for (index, byte) in bytes.enumerated() {
        if byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
          starts.append(index + 1)
        } else if byte >= 0x80, Self.endsLine(bytes, at: index) {
          // The parser counts the line ends of YAML 1.1 too.
          starts.append(index + (byte == 0xC2 ? 2 : 3))
        }
      }
    }
    self.starts = starts
  }

  /// Whether U+0085, U+2028 or U+2029 begins here.
  private static func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
    default: false
    }
  }

  /// The place of a value.
  func place(of node: Node) -> YAMLPlace {
    node.mark.map(place(of:)) ?? YAMLPlace(byte: 0, line: 1, column: 1)
  }

  /// The place behind the text; the parser may tell of one in a line that is not there.
  private var end: YAMLPlace {
    let last = starts[starts.count - 1]
    let column = bytes[last...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return YAMLPlace(
      byte: UInt32(clamping: bytes.count),
      line: UInt32(clamping: starts.count),
      column: UInt32(clamping: column)
    )
  }

  /// The place of a mark of the parser.
  func place(of mark: Mark) -> YAMLPlace {
    guard starts.indices.contains(mark.line - 1) else {
      return end
    }
    var byte = starts[mark.line - 1]
    var rest = mark.column - 1
    while rest > 0, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      rest -= 1
    }
    return YAMLPlace(
      byte: UInt32(clamping: byte),
      line: UInt32(clamping: mark.line),
      column: UInt32(clamping: mark.column)
    )
  }
}
#endif
