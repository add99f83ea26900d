/// Strings for the formats; the first byte chooses one.
enum FormatTarget: FuzzTarget {
  static func check(_ input: [UInt8]) {
    guard let choice = input.first else { return }
    let formats = StringFormat.all
    let format = formats[Int(choice) % formats.count]
    let text = String(decoding: input.dropFirst(), as: UTF8.self)
    let bytes = Array(text.utf8)
    let admits = bytes.withUnsafeBufferPointer { format.json($0.span) }
    expect(admits == format.admits(text), "a format has one answer")
    _ = format.admits(text, inXML: true)
    _ = LexicalForm.collapsed(text)
    let contains = { (byte: UInt8) in bytes.contains(byte) }
    if admits, ["date", "time", "date-time", "uuid", "ipv4"].contains(format.name) {
      expect(bytes.allSatisfy { $0 < 0x80 }, "\(format.name) is ASCII: \(text)")
    }
    if admits, ["hostname", "uri", "ipv6", "email", "uri-reference"].contains(format.name) {
      expect(
        !contains(0x20) || contains(0x22),
        "\(format.name) has no space outside quotes: \(text)"
      )
    }
  }
}
