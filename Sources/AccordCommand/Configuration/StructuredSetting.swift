import AccordReporting
import AccordSchema
import ArgumentParser

/// A setting about a document that is more than a text: it is read where it stands in its file.
enum StructuredSetting: String, CaseIterable, Sendable {
  /// The names of errors, and where answers show them.
  case errors
  /// Who calls what, and may not.
  case roles
  /// The states of resources.
  case lifeCycles

  /// The option that names the file.
  var option: String {
    switch self {
    case .errors: "--errors"
    case .roles: "--roles"
    case .lifeCycles: "--life-cycles"
    }
  }

  /// Reads the setting from a file, whose name may be followed by `#` and the JSON Pointer of its place, and
  /// holds it to the schema.
  ///
  /// - Throws: An exit with status 64, when all that is wrong was said, each at its line.
  func read(_ text: String) throws -> (document: SettingsDocument, node: JSONNode) {
    let (path, pointer) = Self.parts(of: text)
    var document = try SettingsDocument(path)
    guard let pointer, let node = document.root[pointer] else {
      throw ValidationError(
        "\(option): \(TerminalText.line(path)) has nothing at \"\(TerminalText.line(Self.fragment(of: text) ?? ""))\"."
      )
    }
    document.check(node, members)
    document.check(node, by: try ConfigurationSchema.validator(of: self))
    try document.finish()
    return (document, node)
  }

  /// What follows the last `#`, where that is the beginning of a pointer.
  private static func fragment(of text: String) -> String? {
    guard let mark = text.lastIndex(of: "#") else { return nil }
    let fragment = String(text[text.index(after: mark)...])
    return fragment.isEmpty || fragment.hasPrefix("/") ? fragment : nil
  }

  private static func parts(of text: String) -> (path: String, pointer: JSONPointer?) {
    guard let fragment = fragment(of: text) else { return (text, .root) }
    return (String(text.dropLast(fragment.count + 1)), JSONPointer(parsing: fragment))
  }
}
