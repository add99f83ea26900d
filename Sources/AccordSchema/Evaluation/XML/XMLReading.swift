/// What an element or an attribute is read as: the type of JSON that its text or its elements stand
/// for.
///
/// XML has no types of its own: the text `1` is a number, a boolean and a string. A value conforms
/// when one of its readings does.
enum XMLReading {
  /// `xsi:nil="true"`.
  case null
  case boolean(Bool)
  /// A number; `isInteger` says whether it is written as `xs:integer`.
  case number(JSONNumber, isInteger: Bool)
  /// `INF`, `-INF` or `NaN`, which only `xs:double` has.
  case special
  case string(String)
  case object
  case array
  /// The items of a list that has no element of its own.
  case bare([Int])
  /// An object or a list, which every schema decides for itself.
  case elements
}

extension XMLReading {
  /// Whether the value is of one of the types.
  func isAdmitted(by types: Schema.Types) -> Bool {
    switch self {
    case .null: types.contains(.null)
    case .boolean: types.contains(.boolean)
    case .number(_, let isInteger): types.contains(.number) || isInteger && types.contains(.integer)
    case .special: types.contains(.number)
    case .string: types.contains(.string)
    case .object: types.contains(.object)
    case .array, .bare: types.contains(.array)
    case .elements: !types.isDisjoint(with: [.object, .array])
    }
  }

  /// The reading that a schema decides for elements that can be an object or a list.
  func decided(by schema: CompiledSchema) -> Self {
    guard case .elements = self else { return self }
    switch schema.types.intersection([.object, .array]) {
    case .object: return .object
    case .array: return .array
    default:
      if schema.object != nil || schema.unevaluatedProperties != nil { return .object }
      return schema.array != nil || schema.unevaluatedItems != nil ? .array : .elements
    }
  }

  /// The value as JSON, when it has neither members nor items.
  var scalar: JSON? {
    switch self {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let number, _): .number(number)
    case .string(let text): .string(text)
    case .special, .object, .array, .bare, .elements: nil
    }
  }

  /// The readings of a text that some type admits, the narrowest first.
  static func readings(of text: String, _ types: Schema.Types) -> [Self] {
    var readings: [Self] = []
    if types != .string {
      let collapsed = LexicalForm.collapsed(text)
      if types.contains(.boolean), let value = LexicalForm.xsBoolean(collapsed) {
        readings.append(.boolean(value))
      }
      if !types.isDisjoint(with: [.number, .integer]) {
        if let number = LexicalForm.xsNumber(collapsed) {
          let isInteger = LexicalForm.xsInteger(collapsed) != nil
          let reading = Self.number(number, isInteger: isInteger)
          if reading.isAdmitted(by: types) { readings.append(reading) }
        } else if types.contains(.number), LexicalForm.isXSSpecial(collapsed) {
          readings.append(.special)
        }
      }
    }
    if types.contains(.string) { readings.append(.string(text)) }
    return readings
  }
}
