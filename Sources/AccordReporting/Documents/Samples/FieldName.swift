/// The name of a field as the words that it is made of: `contactFirst_name2` is `contact first name`.
struct FieldName: Hashable {
  /// The words in lower case, without numbers.
  let words: [String]

  /// The letters and digits in lower case, by which differently spelled names are the same.
  let key: String

  /// The words of a name in any of the usual spellings.
  init(_ name: String) {
    var words: [String] = []
    var word = ""
    var isUpper = false
    let characters = Array(name)
    for (index, character) in characters.enumerated() {
      guard character.isLetter else {
        if !word.isEmpty { words.append(word) }
        (word, isUpper) = ("", false)
        continue
      }
      // The last capital of several begins the next word: `XMLName` is `xml name`.
      let isNextLower = index + 1 < characters.count && characters[index + 1].isLowercase
      if character.isUppercase, !word.isEmpty, !isUpper || isNextLower {
        words.append(word)
        word = ""
      }
      isUpper = character.isUppercase
      word += character.lowercased()
    }
    self.words = word.isEmpty ? words : words + [word]
    key = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The name of one of the things that a list of this name holds.
  var singular: String {
    guard let last = words.last else { return "" }
    return (words.dropLast() + [Self.singular(last)]).joined()
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return word.hasSuffix("s") && !word.hasSuffix("ss") && word.count > 3
      ? String(word.dropLast()) : word
  }

  /// Whether the words end with these.
  func ends(with ending: [String]) -> Bool {
    words.count >= ending.count && Array(words.suffix(ending.count)) == ending
  }
}
