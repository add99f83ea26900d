extension Description {
  /// What is wrong with the description, in the order of files and places.
  package var problems: [DescriptionProblem] {
    library.duplicates.sorted()
  }
}
