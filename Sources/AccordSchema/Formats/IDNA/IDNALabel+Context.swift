extension IDNALabel {
  /// Whether a scalar that needs a context has it (RFC 5892, appendix A).
  func isInContext(_ index: Int) -> Bool {
    switch scalars[index] {
    case 0x200C: isAfterVirama(index) || joinsAround(index)
    case 0x200D: isAfterVirama(index)
    case 0xB7: scalar(index - 1) == 0x6C && scalar(index + 1) == 0x6C
    case 0x375: isScript("Greek", index + 1)
    case 0x5F3, 0x5F4: isScript("Hebrew", index - 1)
    case 0x30FB:
      scalars.indices.contains { other in
        ["Hiragana", "Katakana", "Han"].contains { isScript($0, other) }
      }
    case 0x660...0x669: !scalars.contains { (0x6F0...0x6F9).contains($0) }
    case 0x6F0...0x6F9: !scalars.contains { (0x660...0x669).contains($0) }
    default: false
    }
  }

  private func scalar(_ index: Int) -> UInt32? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private func isScript(_ name: String, _ index: Int) -> Bool {
    guard let scalar = scalar(index), scalar != 0x30FB else { return false }
    return ScriptTable.script(named: name) == ScriptTable.script(of: scalar)
  }

  private func isAfterVirama(_ index: Int) -> Bool {
    guard let scalar = scalar(index - 1).flatMap(Unicode.Scalar.init) else { return false }
    return scalar.properties.canonicalCombiningClass == .virama
  }

  /// Whether letters that join stand on both sides, with nothing but transparent ones between.
  private func joinsAround(_ index: Int) -> Bool {
    var before = index - 1
    while let value = scalar(before), isTransparent(value) { before -= 1 }
    var after = index + 1
    while let value = scalar(after), isTransparent(value) { after += 1 }
    guard let left = scalar(before), let right = scalar(after) else { return false }
    let joinsLeft =
      IDNATable.joiningLeft.contains(left) || IDNATable.joiningBoth.contains(left)
    let joinsRight =
      IDNATable.joiningRight.contains(right) || IDNATable.joiningBoth.contains(right)
    return joinsLeft && joinsRight
  }

  /// Joining_Type T: marks and format characters.
  private func isTransparent(_ value: UInt32) -> Bool {
    guard value != 0x200C, value != 0x200D, let scalar = Unicode.Scalar(value) else {
      return false
    }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
