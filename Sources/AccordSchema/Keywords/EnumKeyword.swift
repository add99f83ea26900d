/// `enum`: the value equals one of these (JSON Schema validation, section 6.1.2).
struct EnumKeyword: ValueKeyword {
  let admitted: [JSON]
  let table: Set<EquivalentJSON>?

  var keyword: String { "enum" }

  init(admitted: [JSON]) {
    self.admitted = admitted
    table = Self.table(of: admitted)
  }

  func finding(_ found: Found) -> Evidence {
    .enumeration(admitted, found)
  }
}
