import Glibc

/// What is fed with bytes that nobody chose.
protocol FuzzTarget: SendableMetatype {
  /// Looks for an input that breaks a promise; a broken one ends the process.
  static func check(_ input: [UInt8])
}

/// The targets by the names that the command line uses.
enum FuzzTargets {
  static let all: [(name: String, target: any FuzzTarget.Type)] = [
    ("json", JSONTarget.self), ("xml", XMLTarget.self), ("schema", SchemaTarget.self),
    ("pattern", PatternTarget.self), ("text", TextTarget.self), ("format", FormatTarget.self),
  ]

  /// The target that the environment names.
  static let chosen: any FuzzTarget.Type = {
    let name = getenv("ACCORD_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let found = all.first(where: { $0.name == name }) else {
      fatalError("ACCORD_FUZZ_TARGET names no target: \(name)")
    }
    return found.target
  }()
}

/// Ends the process when a promise is broken; libFuzzer then keeps the input.
func expect(_ holds: Bool, _ promise: @autoclosure () -> String) {
  guard !holds else { return }
  fatalError("broken promise: " + promise())
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func checkOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  FuzzTargets.chosen.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// What libFuzzer calls first: here the measurements of memory take its place.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> CInt {
  if let name = getenv("ACCORD_FUZZ_MEMORY") {
    MemoryMeasurement.run(String(cString: name))
    exit(0)
  }
  return 0
}
