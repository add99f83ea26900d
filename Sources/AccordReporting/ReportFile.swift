/// One file of a report.
package struct ReportFile: Sendable, Hashable {
  /// Where it is written.
  package var path: String
  /// What stands in it.
  package var bytes: [UInt8]

  /// Creates a file of bytes.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a file of text.
  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// A foreign text as a part of a file's name: no folder, no character that a file system minds.
  static func name(_ text: String) -> String {
    var name: [UInt8] = []
    for byte in text.utf8.prefix(100) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        name.append(byte)
      // Between other characters only, so that nothing is hidden or leads upwards.
      case UInt8(ascii: ".")
      where name.last.map { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") } ?? false:
        name.append(byte)
      default: if name.last != UInt8(ascii: "-") { name.append(UInt8(ascii: "-")) }
      }
    }
    return name.isEmpty ? "-" : String(decoding: name, as: UTF8.self)
  }
}
