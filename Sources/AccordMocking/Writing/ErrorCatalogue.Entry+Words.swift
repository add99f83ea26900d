import AccordModel

extension ErrorCatalogue.Entry {
  /// The error's message; where none is known, its name in words, without what the names of the API's
  /// errors begin with.
  package func words(without prefix: String = "") -> String {
    if let message { return message }
    var words: [String] = []
    for character in name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name[...] {
      if character.isUppercase || words.isEmpty {
        words.append(words.isEmpty ? String(character) : character.lowercased())
      } else {
        words[words.count - 1].append(character)
      }
    }
    if words.count > 1, words.last == "exception" { words.removeLast() }
    return words.joined(separator: " ") + "."
  }
}
