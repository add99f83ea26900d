/// A text that is written nowhere: its description is a placeholder.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The text itself, for the one place that puts it on the wire.
  package let value: String

  /// What stands for it in everything that is written: the name of its environment variable.
  public let placeholder: String

  /// Whether it is looked for only where it stands alone: a short name is part of many words.
  package var standsAlone = false

  /// Creates a secret that is written as its placeholder.
  public init(_ value: String, placeholder: String) {
    self.value = value
    self.placeholder = placeholder
  }

  /// The placeholder.
  public var description: String { placeholder }

  /// The placeholder.
  public var debugDescription: String { placeholder }

  /// Nothing but the placeholder.
  public var customMirror: Mirror { Mirror(self, children: ["placeholder": placeholder]) }
}

extension Secret {
  /// Whether it is so short that it stands in texts that have nothing to do with it.
  package var isShort: Bool { value.unicodeScalars.count < Redactor.fewestCharacters }

  /// What a reader of a report has to know of a secret that is too short; `nil` of any other.
  package var shortWarning: String? {
    guard isShort, !value.isEmpty else { return nil }
    let count = value.unicodeScalars.count
    return """
      \(placeholder) is \(count) character\(count == 1 ? "" : "s") long, and so short a text stands \
      everywhere by chance: it is replaced in the request header that carries it alone. Where the \
      server repeats it, or writes it in another way, it cannot be hidden; use a longer one.
      """
  }
}
