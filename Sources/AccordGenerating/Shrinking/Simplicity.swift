import AccordModel
import AccordSchema

/// How much there is to read in a call: what has less is simpler.
///
/// A value that is the plainest of its schema takes one more word, and no look at it.
struct Simplicity: Comparable {
  /// Values, settings and calls.
  private var count = 0
  /// Values that are not the plainest.
  private var unusual = 0
  /// Characters of texts.
  private var length = 0
  /// Characters that are not the plainest, and how many different ones there are.
  private var oddness = 0
  private var variety = 0
  /// How far numbers are from zero.
  private var magnitude = 0.0

  /// The simplicity of a call, beside what it is made from.
  init(of call: GeneratedCall, _ calls: ContractCalls?) {
    switch call.kind {
    case .sequence(_, let calls): count = calls.count
    case .request(let request):
      for setting in request.settings {
        count += 1
        guard let value = setting.value else { continue }
        let parameter = calls?.parameters.first { $0.name == setting.parameter }
        add(value, parameter?.schema ?? .any)
      }
      if let body = request.body {
        count += 1
        add(body, calls?.base(of: request)?.body?.schema ?? .any)
      }
    }
  }

  private mutating func add(_ value: JSON, _ schema: Schema) {
    let places = ValuePlaces(of: value, as: schema).all.filter(\.isThere)
    let schemas = Dictionary(places.map { ($0.pointer, $0.schema) }) { first, _ in first }
    add(value, at: .root, schemas)
  }

  private mutating func add(
    _ value: JSON,
    at pointer: JSONPointer,
    _ schemas: [JSONPointer: Schema]
  ) {
    count += 1
    switch value {
    case .array(let items):
      for (number, item) in items.enumerated() { add(item, at: pointer.appending(number), schemas) }
    case .object(let members):
      for member in members { add(member.value, at: pointer.appending(member.key), schemas) }
    case .null, .boolean, .number, .string:
      if let schema = schemas[pointer], PlainValue.of(schema) == value { return }
      unusual += 1
      addScalar(value)
    }
  }

  private mutating func addScalar(_ value: JSON) {
    switch value {
    case .null, .array, .object: break
    case .boolean(let flag): magnitude += flag ? 1 : 0
    case .number(let number):
      let double = number.double
      magnitude += double < 0 ? -double + 0.5 : double
      if !number.isInteger { oddness += 1 }
    case .string(let text):
      length += text.unicodeScalars.count
      oddness += text.unicodeScalars.count { $0 != "a" }
      variety += Set(text.unicodeScalars).count
    }
  }

  /// What is compared, the weightiest first.
  private var parts: [Double] {
    [Double(count), Double(unusual), Double(length), Double(oddness), Double(variety), magnitude]
  }

  static func < (left: Self, right: Self) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
