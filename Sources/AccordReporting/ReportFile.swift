/// One file of a report, whose content is made piece by piece when it is written.
package struct ReportFile {
  /// Where it is written.
  package let path: String
  /// Passes on what stands in it.
  package let write: (_ pass: @escaping ([UInt8]) -> Void) -> Void

  /// A file whose bytes are made when it is written.
  init(path: String, bytes: @escaping () -> [UInt8]) {
    self.path = path
    write = { pass in pass(bytes()) }
  }

  /// A file of text in a language, in which nothing is a command for the log of a CI system.
  init(
    path: String,
    in language: LogText.Language,
    _ text: @escaping (_ output: inout HarmlessOutput) -> Void
  ) {
    self.path = path
    write = { pass in
      var output = HarmlessOutput(in: language, to: pass)
      text(&output)
      output.finish()
    }
  }

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
