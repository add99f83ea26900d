/// Normalization Form C (Unicode Standard Annex 15), as far as labels need it.
enum NormalForm {
  /// Whether scalars that are each stable by themselves are composed as far as they can be.
  ///
  /// Marks must stand in canonical order, and none may be one that joins the letter before it.
  static func isComposed(_ scalars: [UInt32]) -> Bool {
    var starter: Unicode.Scalar?
    var before: UInt8 = 0
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { return false }
      let level = scalar.properties.canonicalCombiningClass.rawValue
      if level != 0, before > level { return false }
      // A mark is kept from its letter by another one of the same class.
      if let starter, before == 0 || before < level, composes(starter, scalar) { return false }
      if level == 0 { starter = scalar }
      before = level
    }
    return true
  }

  private static func composes(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    guard first.value >= 0x80 || second.value >= 0x80 else { return false }
    return composites.contains(String(String.UnicodeScalarView([first, second])))
  }

  /// The letters that have another spelling of two scalars; strings are equal when they are
  /// canonically equivalent, whichever spelling they have.
  ///
  /// Hangul syllables are made of jamo, which labels may not have, or of a syllable and a jamo.
  fileprivate static let composites: Set<String> = {
    var composites: Set<String> = []
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x52F, 0x620...0x6D5, 0x900...0xDFF, 0x1000...0x109F,
      0x1B00...0x1B7F, 0x1E00...0x1FFF, 0x3040...0x30FF, 0x11000...0x11FFF, 0x16100...0x16DFF,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value),
        !scalar.properties.isFullCompositionExclusion
      else { continue }
      composites.insert(String(scalar))
    }
    return composites
  }()
}

extension NormalForm {
  /// The scalars of a text, with each letter and the mark after it joined where they can be.
  ///
  /// Strings are equal when they are canonically equivalent, so the set of composed letters finds
  /// the one that two scalars make. Marks in another order than the canonical one stay as they are,
  /// and are no label.
  static func composed(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let last = scalars.last,
        let index = composites.firstIndex(of: String(String.UnicodeScalarView([last, scalar]))),
        let joined = composites[index].unicodeScalars.first,
        composites[index].unicodeScalars.count == 1
      {
        scalars[scalars.count - 1] = joined
      } else {
        scalars.append(scalar)
      }
    }
    return scalars
  }
}
