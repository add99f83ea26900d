/// `minLength` (JSON Schema validation, section 6.3.2): characters are Unicode scalars.
struct MinLengthKeyword: StringKeyword {
  let bound: Int

  var keyword: String { "minLength" }

  func admits(_ text: UnsafeBufferPointer<UInt8>, _ work: inout WorkBudget) -> Bool? {
    // A scalar takes four bytes at most.
    text.count >= bound && (text.count / 4 >= bound || text.scalarCount >= bound)
  }

  func finding(_ text: String, inXML: Bool, _ work: inout WorkBudget) -> Evidence? {
    let length = text.unicodeScalars.count
    guard length < bound else { return nil }
    return .length(atLeast: bound, atMost: nil, actual: length, Found(.string(text)))
  }
}
