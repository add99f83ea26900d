extension UnsafeBufferPointer<UInt8> {
  /// The number of scalars of a text that is known to be well-formed UTF-8.
  var scalarCount: Int {
    var count = 0
    for byte in self { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }
}
