extension String {
  /// A noun with its indefinite article, such as `an invitation`.
  package var withArticle: String {
    let isVowel = first.map { "aeiouAEIOU".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(self)"
  }

  /// A noun with its indefinite article at the beginning of a sentence, such as `An invitation`.
  package var withCapitalArticle: String {
    let words = withArticle
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
