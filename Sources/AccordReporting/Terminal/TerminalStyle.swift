/// Whether text for a terminal is coloured.
package enum TerminalStyle: Sendable, Hashable {
  /// Plain text, as NO_COLOR and files want it.
  case none
  /// SGR sequences of ECMA-48.
  case ansi

  /// What a piece of text is.
  package enum Role: String, Sendable {
    /// A heading.
    case strong = "1"
    /// Something beside the point.
    case faint = "2"
    /// A broken promise.
    case bad = "31"
    /// A kept promise.
    case good = "32"
    /// A warning; not yellow, which cannot be read on white.
    case doubtful = "35"
    /// A warning about the whole run, in the colours of the terminal turned round.
    case loud = "1;7"
  }

  /// The text in the colour of its role.
  package func paint(_ text: String, _ role: Role) -> String {
    switch self {
    case .none: text
    case .ansi: text.isEmpty ? "" : "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m"
    }
  }
}
