/// A file of Swift that is written of a document.
package struct SwiftFile: Sendable, Hashable {
  /// The name of the file.
  package var name: String

  /// The whole text.
  package var text: String

  /// What the first line of such a file begins with: a file without it is a team's own.
  package static let mark = "// Written by accord import from "

  /// The first line of the files of a document.
  static func firstLine(_ document: String) -> String {
    let visible = document.unicodeScalars.filter {
      $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F
    }
    return mark + String(String.UnicodeScalarView(visible)) + "; importing again replaces the file."
  }

  /// Whether a text is that of a file that was written of a document, and of the same one as another.
  package func isOfSameDocument(as text: String) -> Bool {
    let first = self.text.prefix { $0 != "\n" }
    return first.hasPrefix(Self.mark) && text.hasPrefix(first + "\n")
  }

  /// Whether a text is that of a file that was written of some document.
  package static func isWritten(_ text: String) -> Bool { text.hasPrefix(mark) }
}
