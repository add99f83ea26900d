/// `minLength` (JSON Schema validation, section 6.3.2): characters are Unicode scalars.
struct MinLengthKeyword: StringKeyword {
  let bound: Int

  var keyword: String { "minLength" }

  func admits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // A scalar takes four bytes at most.
    text.count >= bound && (text.count / 4 >= bound || text.scalarCount >= bound)
  }

  func finding(_ text: String, inXML: Bool) -> Evidence? {
    let length = text.unicodeScalars.count
    guard length < bound else { return nil }
    return .length(atLeast: bound, atMost: nil, actual: length, Found(.string(text)))
  }
}

/// `maxLength` (JSON Schema validation, section 6.3.1).
struct MaxLengthKeyword: StringKeyword {
  let bound: Int

  var keyword: String { "maxLength" }

  func admits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count <= bound || text.scalarCount <= bound
  }

  func finding(_ text: String, inXML: Bool) -> Evidence? {
    // A scalar takes one byte at least, so that short texts need not be counted.
    guard text.utf8.count > bound else { return nil }
    let length = text.unicodeScalars.count
    guard length > bound else { return nil }
    return .length(atLeast: nil, atMost: bound, actual: length, Found(.string(text)))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of scalars of a text that is known to be well-formed UTF-8.
  fileprivate var scalarCount: Int {
    var count = 0
    for byte in self { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }
}
