import Glibc

/// The peak of memory that reading takes, as a multiple of the size of what is read.
enum MemoryMeasurement {
  private typealias Case = (
    name: String, input: @Sendable (Int) -> [UInt8], read: @Sendable ([UInt8]) -> Void
  )

  private static let cases: [Case] = [
    ("json-open", { repeated("[", $0) }, json),
    ("json-digits", { repeated("7", $0) }, json),
    ("json-number-compared", { repeated("7", $0) }, compared),
    ("json-digits-100", { repeated("7", $0) }, compared),
    ("json-ones", { [0x5B] + repeated("1,", $0 / 2) + [0x31, 0x5D] }, json),
    ("json-arrays", { [0x5B] + repeated("[],", $0 / 3) + [0x31, 0x5D] }, json),
    ("json-names", names, json),
    ("json-ones-as-values", { [0x5B] + repeated("1,", $0 / 2) + [0x31, 0x5D] }, values),
    ("json-records", { [0x5B] + repeated(record, $0 / record.utf8.count) + [0x31, 0x5D] }, json),
    ("xml-empty", { root(repeated("<a/>", $0 / 4)) }, xml),
    ("xml-mixed", { root(repeated("b<a/>", $0 / 5)) }, xml),
    ("xml-attributes", { root(repeated("<a b=''/>", $0 / 9)) }, xml),
    ("xml-text", { root(repeated("x", $0)) }, xml),
    ("xml-latin1", { root(repeated("x", $0), declaration: latin) }, xml),
    ("csv-commas", { repeated(",", $0) }, csv),
    ("csv-lines", { repeated("\n", $0) }, csv),
    ("csv-records", { repeated("abcdef,12345,\"x y\"\r\n", $0 / 20) }, csv),
    ("jsv-commas", { [0x5B] + repeated(",", $0) + [0x5D] }, jsv),
    ("form-fields", { repeated("a&", $0 / 2) }, form),
    ("form-percents", { repeated("%", $0) }, form),
    ("lines-ones", { repeated("1\n", $0 / 2) }, lines),
    ("lines-empty", { repeated("\n", $0) }, lines),
    ("lines-records", { repeated("{\"id\":1,\"name\":\"abcdefgh\"}\n", $0 / 27) }, lines),
  ]

  private static let record = "{\"id\":12345,\"name\":\"abc def\",\"tags\":[\"x\",\"y\"]},"
  private static let latin = "<?xml version='1.0' encoding='iso-8859-1'?>"

  /// Runs one case, or names them all, one a line.
  static func run(_ name: String) {
    guard let found = cases.first(where: { $0.name == name }) else {
      for entry in cases { print(entry.name) }
      return
    }
    let input = found.input(name.hasSuffix("-100") ? 100_000_000 : 16 << 20)
    let before = resetPeak()
    let start = clock()
    found.read(input)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    // The input itself is counted once.
    let multiple = Double(status("VmHWM:") - before + input.count) / Double(input.count)
    let tenths = Int((multiple * 10).rounded())
    print("\(name): \(tenths / 10).\(tenths % 10) times, \(Int(seconds * 1000)) ms")
  }

  /// Forgets the peak that making the input left, and returns what is resident now, in bytes.
  private static func resetPeak() -> Int {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return status("VmRSS:") }
    fputs("5", file)
    fclose(file)
    return status("VmRSS:")
  }

  /// A line of the process's status, which counts kilobytes, in bytes.
  private static func status(_ name: String) -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let words = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
        as: UTF8.self
      )
      .split { $0 == " " || $0 == "\t" }
      if words.first.map(String.init) == name { return (Int(words[1]) ?? 0) * 1024 }
    }
    return 0
  }

  @Sendable
  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    let unit = Array(text.utf8)
    return [UInt8](unsafeUninitializedCapacity: unit.count * count) { buffer, used in
      for index in 0..<unit.count * count { buffer[index] = unit[index % unit.count] }
      used = unit.count * count
    }
  }

  /// An object whose names are all different, in as few bytes as that takes.
  @Sendable
  private static func names(_ size: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x7B]
    bytes.reserveCapacity(size + 16)
    var number = 0
    while bytes.count < size {
      bytes += "\"\(String(number, radix: 36))\":1,".utf8
      number += 1
    }
    return bytes + Array("\"\":1}".utf8)
  }

  @Sendable
  private static func root(_ content: [UInt8], declaration: String = "") -> [UInt8] {
    Array(declaration.utf8) + Array("<r>".utf8) + content + Array("</r>".utf8)
  }

  @Sendable
  private static func json(_ bytes: [UInt8]) { keep(try? JSONDocument(parsing: bytes)) }
  @Sendable
  private static func xml(_ bytes: [UInt8]) { keep(try? XMLDocument(parsing: bytes)) }
  @Sendable
  private static func csv(_ bytes: [UInt8]) { keep(try? CSVDocument(parsing: bytes)) }
  @Sendable
  private static func jsv(_ bytes: [UInt8]) { keep(try? JSVDocument(parsing: bytes)) }
  @Sendable
  private static func form(_ bytes: [UInt8]) { keep(FormDocument(parsing: bytes)) }
  @Sendable
  private static func lines(_ bytes: [UInt8]) { keep(try? JSONLines(parsing: bytes)) }

  @Sendable
  private static func values(_ bytes: [UInt8]) {
    keep(try? JSONDocument(parsing: bytes).root.value)
  }

  @Sendable
  private static func compared(_ bytes: [UInt8]) {
    guard let number = try? JSONDocument(parsing: bytes).root.number else { return }
    keep(number < 7)
    keep(number.isMultiple(of: 7))
  }

  /// Keeps a value until it was measured.
  @inline(never)
  @Sendable
  private static func keep<Value>(_ value: Value) {
    withExtendedLifetime(value) {}
  }
}
