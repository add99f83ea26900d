/// An encoding of one byte a character, of which the lower half is ASCII.
package struct CodePage: Sendable, Hashable {
  /// The name as IANA registers it.
  package let name: String

  /// The characters of the last bytes, four digits each.
  private let digits: String

  init(name: String, digits: String) {
    self.name = name
    self.digits = digits
  }

  /// The code page of a registered name or of one of its common aliases; nil if it is none.
  static func named(_ name: String) -> CodePage? {
    let name = canonical(name)
    return all.first { $0.name.lowercased() == name }
  }

  private static func canonical(_ name: String) -> String {
    var name = name.lowercased().split(separator: "_", omittingEmptySubsequences: false)
      .joined(separator: "-")
    // The year of the standard, which IANA's full names end in.
    if let colon = name.firstIndex(of: ":") { name = String(name[..<colon]) }
    for (start, registered) in [("cp125", "windows-125"), ("iso8859-", "iso-8859-")]
    where name.hasPrefix(start) {
      name = registered + name.dropFirst(start.count)
    }
    return aliases[name] ?? name
  }

  private static let aliases = [
    "latin2": "iso-8859-2", "latin3": "iso-8859-3", "latin4": "iso-8859-4",
    "cyrillic": "iso-8859-5", "arabic": "iso-8859-6", "greek": "iso-8859-7",
    "hebrew": "iso-8859-8", "iso-8859-8-i": "iso-8859-8", "latin5": "iso-8859-9",
    "latin6": "iso-8859-10", "tis-620": "iso-8859-11", "latin7": "iso-8859-13",
    "latin8": "iso-8859-14", "latin-9": "iso-8859-15", "latin9": "iso-8859-15",
    "latin10": "iso-8859-16", "x-cp1250": "windows-1250", "x-cp1251": "windows-1251",
    "x-cp1252": "windows-1252",
  ]

  /// The UTF-8 of each byte; nil where a byte stands for no character.
  var table: [[UInt8]?] {
    var table: [[UInt8]?] = (0..<256).map { value in
      UTF8.encode(Unicode.Scalar(UInt8(truncatingIfNeeded: value))).map { Array($0) }
    }
    let cells = digits.split(separator: "\n").flatMap { row in
      stride(from: 0, to: row.utf8.count, by: 4).map { row.dropFirst($0).prefix(4) }
    }
    for (cell, byte) in zip(cells, (256 - cells.count)...) {
      let scalar = UInt32(cell, radix: 16).flatMap(Unicode.Scalar.init)
      table[byte] = scalar.flatMap { UTF8.encode($0) }.map { Array($0) }
    }
    return table
  }
}
