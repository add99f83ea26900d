/// `maxLength` (JSON Schema validation, section 6.3.1).
struct MaxLengthKeyword: StringKeyword {
  let bound: Int

  var keyword: String { "maxLength" }

  func admits(_ text: UnsafeBufferPointer<UInt8>, _ work: inout WorkBudget) -> Bool? {
    text.count <= bound || text.scalarCount <= bound
  }

  func finding(_ text: String, inXML: Bool, _ work: inout WorkBudget) -> Evidence? {
    // A scalar takes one byte at least, so that short texts need not be counted.
    guard text.utf8.count > bound else { return nil }
    let length = text.unicodeScalars.count
    guard length > bound else { return nil }
    return .length(atLeast: nil, atMost: bound, actual: length, Found(.string(text)))
  }
}
