import Accord

extension StringFormat {
  /// The place of a book: two capital letters and a digit.
  static let shelf = StringFormat(
    "shelf",
    "a shelf such as AB1",
    samples: ["AB1", "CD2"],
    counterexamples: ["AB", "ab1"]
  ) { text in
    text.count == 3 && text.prefix(2).allSatisfy { ("A"..."Z").contains($0) }
      && text.suffix(1).allSatisfy { ("0"..."9").contains($0) }
  }
}
