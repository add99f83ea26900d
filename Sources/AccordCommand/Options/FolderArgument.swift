import ArgumentParser

/// Folders on the command line; an empty name is none, and would be the root of the file system.
enum FolderArgument {
  /// Reads the name of a folder.
  static func read(_ text: String) throws -> String {
    guard !text.isEmpty else {
      throw ValidationError("expected the name of a folder, such as Reports, found nothing")
    }
    guard text != "-" else {
      throw ValidationError(
        "expected the name of a folder, such as Reports, found \"-\", which is standard output"
      )
    }
    return text
  }
}
