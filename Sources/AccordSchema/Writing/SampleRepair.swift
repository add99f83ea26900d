/// Makes values right that are wrong in few places: what is not to be there is left out, and what is wrong
/// becomes another value.
struct SampleRepair {
  private let validator: SchemaValidator

  /// How many values are held to the schema at most.
  private static let mostLooks = 400

  /// How many of the wrong values are tried.
  private static let mostValues = 4

  /// How many steps one value may need.
  private static let mostSteps = 40

  init(_ validator: SchemaValidator) { self.validator = validator }

  /// The first value that can be made right; nil where none can.
  func repaired(_ wrong: [JSON]) -> JSON? {
    var looks = Self.mostLooks
    let judged = wrong.map { (value: $0, count: Self.count(validator.validate($0))) }
    for (value, _) in judged.sorted(by: { $0.count < $1.count }).prefix(Self.mostValues) {
      if let right = repaired(value, &looks) { return right }
    }
    return nil
  }

  private func repaired(_ wrong: JSON, _ looks: inout Int) -> JSON? {
    var value = wrong
    var violations = validator.validate(value)
    for _ in 0..<Self.mostSteps {
      if violations.isEmpty { return value }
      let count = Self.count(violations)
      var better: (value: JSON, violations: [SchemaViolation])?
      for other in Self.variants(of: value, violations) {
        guard looks > 0 else { return nil }
        looks -= 1
        let found = validator.validate(other)
        guard Self.count(found) < count else { continue }
        better = (other, found)
        break
      }
      guard let better else { return nil }
      (value, violations) = better
    }
    return nil
  }

  /// How much is wrong.
  private static func count(_ violations: [SchemaViolation]) -> Int {
    violations.reduce(0) { $0 + 1 + min(count($1.causes), 50) }
  }

  /// Values that differ in one place where something is wrong.
  private static func variants(of value: JSON, _ violations: [SchemaViolation]) -> [JSON] {
    var variants: [JSON] = []
    var known: Set<JSONPointer> = []
    for violation in violations.prefix(8).flatMap(\.withCauses) {
      guard let pointer = violation.path.pointer, known.insert(pointer).inserted else { continue }
      variants += self.variants(of: value, at: pointer)
    }
    return variants
  }

  private static let scalars: [JSON] = [
    "", "text", "a", 0, 1, -1, 1.5, true, false, nil, [], [:], [1], ["text"], ["a": 1],
  ]

  private static func variants(of value: JSON, at pointer: JSONPointer) -> [JSON] {
    guard let wrong = pointer.isRoot ? value : value[pointer] else { return [] }
    var variants: [JSON] = []
    // The nearest thing around that need not be there.
    var place = pointer
    while !place.isRoot {
      if let without = value.removing(at: place) { variants.append(without) }
      place = place.parent ?? .root
    }
    var others: [JSON] = []
    switch wrong {
    case .object(let members):
      for index in members.indices.reversed() {
        others.append(.object(Array(members[..<index] + members[(index + 1)...])))
      }
      for name in ["a", "key", "key\(members.count + 1)"]
      where !members.contains(where: { $0.key == name }) {
        others += ["text", 1, true].map { .object(members + [JSONMember(name, $0)]) }
      }
    case .array(let items):
      for index in items.indices.reversed() {
        others.append(.array(Array(items[..<index] + items[(index + 1)...])))
      }
      others += (items.prefix(1) + scalars.prefix(8)).map { .array(items + [$0]) }
    case .string(let text):
      others += [.string(text + text), .string(String(text.prefix(1))), .string("x" + text)]
    case .number(let number):
      if let whole = number.int, whole.magnitude < 1 << 40 {
        others += [whole + 1, whole - 1, whole * 2, -whole].map { .number(JSONNumber($0)) }
      }
    case .null, .boolean: break
    }
    variants += (others + scalars.filter { $0 != wrong }).compactMap { other in
      pointer.isRoot ? other : value.replacing(other, at: pointer)
    }
    return variants
  }
}

extension SchemaViolation {
  /// The violation and what led to it.
  fileprivate var withCauses: [SchemaViolation] { [self] + causes.flatMap(\.withCauses) }
}
