/// `const`: the value equals this one (JSON Schema validation, section 6.1.3).
struct ConstKeyword: ValueKeyword {
  let value: JSON

  var keyword: String { "const" }
  var admitted: [JSON] { [value] }

  func finding(_ found: Found) -> Evidence {
    .constant(value, found)
  }
}
