import ArgumentParser

/// Files on the command line that are written.
enum FileArgument {
  /// Reads the name of a file that cannot be standard output, because what was written is told there.
  static func read(_ text: String) throws -> String {
    guard !text.isEmpty, text != "-" else {
      throw ValidationError(
        "expected the name of a file, found \(text.isEmpty ? "nothing" : "\"-\"")"
      )
    }
    return text
  }
}
