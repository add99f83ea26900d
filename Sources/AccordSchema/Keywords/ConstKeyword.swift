/// `const`: the value equals this one (JSON Schema validation, section 6.1.3).
struct ConstKeyword: ValueKeyword {
  let admitted: [JSON]
  let table: Set<EquivalentJSON>?

  var keyword: String { "const" }

  init(value: JSON) {
    admitted = [value]
    table = Self.table(of: admitted)
  }

  func finding(_ found: Found) -> Evidence {
    .constant(admitted.first ?? .null, found)
  }
}
