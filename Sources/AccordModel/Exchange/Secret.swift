/// A text that is written nowhere: its description is a placeholder.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The text itself, for the one place that puts it on the wire.
  package let value: String

  /// What stands for it in everything that is written: the name of its environment variable.
  public let placeholder: String

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
