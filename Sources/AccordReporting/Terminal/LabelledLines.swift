/// Labelled lines whose values stand below each other, wrapped where a width is known.
struct LabelledLines {
  private let style: TerminalStyle
  private let labelWidth: Int
  private let width: Int?
  private(set) var text = ""

  /// Lines with at most these labels.
  init(style: TerminalStyle, width: Int?, labels: [String]) {
    self.style = style
    self.width = width
    labelWidth = labels.map(\.count).max() ?? 0
  }

  private var indentation: Int { labelWidth + 4 }

  /// Adds a value that is one line of text, in the colour of its role.
  mutating func add(
    _ label: String,
    _ value: String,
    _ role: TerminalStyle.Role = .faint,
    value valueRole: TerminalStyle.Role? = nil
  ) {
    let lines = TerminalText.wrapped(value, to: width.map { $0 - indentation })
    add(label, lines.map { line in valueRole.map { style.paint(line, $0) } ?? line }, role)
  }

  /// Adds lines that are ready to be shown.
  mutating func add(_ label: String, _ lines: [String], _ role: TerminalStyle.Role = .faint) {
    let label = style.paint(TerminalText.padded(label, to: labelWidth), role)
    let gap = String(repeating: " ", count: indentation)
    for (index, line) in lines.enumerated() {
      text += (index == 0 ? "  \(label)  " : gap) + line + "\n"
    }
  }

  /// Adds lines of a difference, those that differ in colour.
  mutating func add(_ label: String, _ lines: [DifferenceLine]) {
    add(
      label,
      lines.map { line in
        var text = TerminalText.line(line.text)
        if let width { text = TerminalText.fitted(text, to: max(20, width - indentation - 2)) }
        return switch line.kind {
        case .same: "  \(text)"
        case .omitted: style.paint("  \(text)", .faint)
        case .expected: style.paint("- \(text)", .good)
        case .actual: style.paint("+ \(text)", .bad)
        }
      }
    )
  }
}
