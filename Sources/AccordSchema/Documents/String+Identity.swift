extension String {
  /// Whether two strings consist of the same Unicode scalars.
  ///
  /// Swift's `==` also holds for canonically equivalent strings, such as é in its two spellings;
  /// in JSON and in XML these are different strings.
  package func isIdentical(to other: String) -> Bool {
    let left = utf8
    let right = other.utf8
    let identical = left.withContiguousStorageIfAvailable { left in
      right.withContiguousStorageIfAvailable { right in
        left.count == right.count && left.elementsEqual(right)
      }
    }
    return (identical ?? nil) ?? left.elementsEqual(right)
  }
}
