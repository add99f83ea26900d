/// `enum`: the value equals one of these (JSON Schema validation, section 6.1.2).
struct EnumKeyword: ValueKeyword {
  let admitted: [JSON]

  var keyword: String { "enum" }

  func finding(_ found: Found) -> Evidence {
    .enumeration(admitted, found)
  }
}
