import AccordSchema

/// Where a value of a YAML text stands.
struct YAMLPlace: Sendable {
  var byte: UInt32
  var line: UInt32
  var column: UInt32

  var position: SourcePosition {
    SourcePosition(byte: Int(byte), line: Int(line), column: Int(column))
  }
}
