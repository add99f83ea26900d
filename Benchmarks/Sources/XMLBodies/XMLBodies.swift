import AccordSchema
import Foundation

/// Measures XML, text to verdict, on the documents of the bench; prints one line of JSON a row.
///
/// Usage: `XMLBodies FOLDER [ROUNDS [NAME]]`; the folder is one that `generate.py` has filled.
@main
enum XMLBodies {
  private static let schemas: [(name: String, schema: Schema)] = [
    ("small", BenchSchemas.small), ("medium", BenchSchemas.medium), ("large", BenchSchemas.large),
  ]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first else {
      print("usage: XMLBodies FOLDER [ROUNDS [NAME]]")
      return
    }
    let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
    let only = arguments.dropFirst(2).first
    for (name, schema) in schemas {
      let validator = try Validator(schema)
      for (suffix, isValid) in [("", true), ("-bad", false)]
      where only == nil || only == name + suffix {
        let path = folder + "/" + name + suffix + ".xml"
        guard let data = FileManager.default.contents(atPath: path) else {
          print("no file at", path)
          continue
        }
        try measure(name + suffix, [UInt8](data), validator, isValid: isValid, rounds)
      }
    }
  }

  private static func measure(
    _ name: String,
    _ bytes: [UInt8],
    _ validator: Validator,
    isValid: Bool,
    _ rounds: Int
  ) throws {
    let before = Memory.peak
    let violations = validator.validate(try XMLDocument(parsing: bytes))
    let peak = Memory.peak - before
    // What the peers find too: one violation in a document that is broken in one place.
    precondition(violations.count == (isValid ? 0 : 1), "\(name): \(violations)")
    row(
      name,
      "verdict",
      bytes.count,
      try median(bytes.count, rounds) {
        guard validator.admits(try XMLDocument(parsing: bytes)) == isValid else { fatalError(name) }
      },
      peak
    )
    row(
      name,
      "parse",
      bytes.count,
      try median(bytes.count, rounds) {
        _ = try XMLDocument(parsing: bytes).root
      },
      nil
    )
    guard !isValid else { return }
    row(
      name,
      "violations",
      bytes.count,
      try median(bytes.count, rounds) {
        guard validator.validate(try XMLDocument(parsing: bytes)).count == 1 else {
          fatalError(name)
        }
      },
      nil
    )
  }

  /// The median of the seconds of processor time that one document takes.
  private static func median(
    _ size: Int,
    _ rounds: Int,
    _ work: () throws -> Void
  ) rethrows -> Double {
    let repetitions = max(1, 10_000_000 / size)
    var seconds: [Double] = []
    for _ in 0..<rounds {
      let start = clock()
      for _ in 0..<repetitions { try work() }
      let ticks = Double(clock() - start)
      seconds.append(ticks / Double(CLOCKS_PER_SEC) / Double(repetitions))
    }
    return seconds.sorted()[rounds / 2]
  }

  private static func row(
    _ name: String,
    _ what: String,
    _ size: Int,
    _ seconds: Double,
    _ peak: Int?
  ) {
    var text = #"{"subject":"Accord","document":"\#(name)","what":"\#(what)","bytes":\#(size)"#
    text += #","perSecond":\#(1 / seconds),"megabytes":\#(Double(size) / seconds / 1e6)"#
    if let peak { text += #","peakOverSize":\#(Double(peak) / Double(size))"# }
    print(text + "}")
  }
}

/// The memory of this process.
private enum Memory {
  /// The most that was resident at once, in bytes; zero where the system does not say.
  static var peak: Int {
    guard let status = FileManager.default.contents(atPath: "/proc/self/status") else { return 0 }
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
    return (kilobytes ?? 0) * 1024
  }
}
