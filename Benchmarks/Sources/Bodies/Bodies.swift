import AccordSchema
import Allocations

/// Measures one way from the text of a document to a verdict.
///
/// `Bodies SCHEMA DOCUMENT CALL SECONDS` prints one line of JSON; `Benchmarks/bodies` calls it in
/// turns with the peers. A schema `….xsd` stands for the Swift value that says the same, and its
/// document is XML. Processor time is measured, so that other work on the machine does not count.
@main
enum Bodies {
  /// What is asked of a document.
  enum Call: String {
    /// The verdict alone, from the text.
    case verdict
    /// Every violation, from the text.
    case violations
    /// The verdict on a document that is kept; with XML there is no other way.
    case document
    /// No verdict: the document is only read.
    case parse
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let call = Call(rawValue: arguments[3]),
      let seconds = Double(arguments[4])
    else { throw Misuse(usage: "Bodies SCHEMA DOCUMENT CALL SECONDS") }
    let isXML = arguments[1].hasSuffix(".xsd")
    let validator = try SchemaValidator(
      isXML ? BenchSchemas.named(arguments[1]) : load(arguments[1])
    )
    // The schema is made ready for many documents when it is used for the second time.
    for _ in 0..<2 { _ = validator.admits(json: Array("null".utf8)) }
    let judge = isXML ? judgeXML : judgeJSON
    let start = Memory.peak()
    let text = try File.bytes(arguments[2])
    let verdict = try judge(text, call, validator)
    let peak = Memory.peak() - start
    // What is allocated once was allocated by the first call.
    let before = allocation_count()
    _ = try judge(text, call, validator)
    let allocations = allocation_count() - before
    var count = 0
    var batch = 1
    let begin = ProcessorTime.seconds()
    var duration = 0.0
    while duration < seconds {
      for _ in 0..<batch { _ = try judge(text, call, validator) }
      count += batch
      duration = ProcessorTime.seconds() - begin
      if duration < seconds / 10 { batch *= 2 }
    }
    print(
      """
      {"valid":\(verdict),"documents":\(Double(count) / duration),"allocations":\(allocations),\
      "peak":\(peak),"size":\(text.count)}
      """
    )
  }

  private static func load(_ path: String) throws -> Schema {
    try Schema(loading: JSONDocument(parsing: File.bytes(path)).root.value)
  }

  @inline(never)
  private static func judgeJSON(
    _ text: [UInt8],
    _ call: Call,
    _ validator: SchemaValidator
  ) throws -> Bool {
    switch call {
    case .verdict: validator.admits(json: text)
    case .violations: try validator.validate(json: text).isEmpty
    case .document: try validator.admits(JSONDocument(parsing: text))
    case .parse: try JSONDocument(parsing: text).root.kind != .null
    }
  }

  @inline(never)
  private static func judgeXML(
    _ text: [UInt8],
    _ call: Call,
    _ validator: SchemaValidator
  ) throws -> Bool {
    let document = try XMLDocument(parsing: text)
    return switch call {
    case .verdict, .document: validator.admits(document)
    case .violations: validator.validate(document).isEmpty
    case .parse: document.notices.isEmpty
    }
  }
}

struct Misuse: Error {
  var usage: String
}
