extension Redactor {
  /// How often what is unpacked may hold compressed bytes again.
  static let mostLayers = 3

  /// Leaves out what a text holds compressed, as Base64, where a secret is in it or may be.
  func searchPacked(_ bytes: [UInt8], layers: Int) -> Outcome {
    var text = PackedText(bytes)
    var result: [UInt8] = []
    var copied = 0
    while let found = text.next(from: copied) {
      result += bytes[copied..<found.range.lowerBound]
      let mayStay = found.content.map { isClean($0, layers: layers - 1) } ?? false
      result += mayStay ? Array(bytes[found.range]) : LeftOut.bytes(found.range.count)
      copied = found.range.upperBound
    }
    guard text.isWhole else { return .gaveUp }
    guard copied > 0 else { return .clean }
    result += bytes[copied...]
    return result == bytes ? .clean : .replaced(result)
  }

  /// Whether what was unpacked can be searched and holds no secret.
  private func isClean(_ content: [UInt8], layers: Int) -> Bool {
    // What is compressed more often than anybody does cannot be searched.
    guard layers >= 0 else { return false }
    if Self.isCompressed(content) {
      guard let inner = try? Inflate.bytes(of: content, limit: PackedText.largestContent) else {
        return false
      }
      return isClean(inner, layers: layers - 1)
    }
    let text = WideText(content).map { Array($0.text.utf8) } ?? content
    guard Self.isText(text), case .clean = search(text, layers: layers) else { return false }
    return true
  }
}
