/// `format` as an assertion (JSON Schema validation, section 7).
struct FormatKeyword: StringKeyword, NumberKeyword {
  let format: StringFormat

  var keyword: String { "format" }

  func admits(_ text: UnsafeBufferPointer<UInt8>, _ work: inout WorkBudget) -> Bool? {
    format.json(text.span)
  }

  func finding(_ text: String, inXML: Bool, _ work: inout WorkBudget) -> Evidence? {
    // Types of XML other than strings ignore white space around the value (XML Schema part 2,
    // section 4.3.6).
    let value = inXML ? LexicalForm.collapsed(text) : text
    guard !format.admits(value, inXML: inXML) else { return nil }
    return .format(name: format.name, phrase: format.phrase, Found(.string(text)))
  }

  func finding(_ number: JSONNumber, _ work: inout WorkBudget) -> Evidence? {
    let text = number.int64.map { String($0) } ?? number.text
    guard !format.admits(text) else { return nil }
    return .format(name: format.name, phrase: format.phrase, Found(number: number))
  }
}
