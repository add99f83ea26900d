/// A diagram that ``MermaidDiagram`` wrote, as a list of its arrows: a page without a script draws
/// none.
struct MermaidList {
  /// The list.
  let html: HTML

  /// The list of a diagram's lines.
  init(_ lines: [Substring]) {
    var items: HTML = ""
    for line in lines.dropFirst() {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("participant ") { continue }
      if line.hasPrefix("loop ") {
        items += "<li>\(String(line.dropFirst(5))):<ul>\n"
      } else if line == "end" {
        items += "</ul></li>\n"
      } else {
        items += Self.item(line)
      }
    }
    html = "<ul class=\"diagram\">\n\(items)</ul>\n"
  }

  private static func item(_ line: Substring) -> HTML {
    for arrow in ["-->>", "->>", " --> "] {
      guard let range = line.firstRange(of: arrow) else { continue }
      let from = String(line[..<range.lowerBound])
      let parts = line[range.upperBound...].split(separator: ":", maxSplits: 1)
      let to = parts.first.map { $0.trimmingSpaces } ?? ""
      let label = parts.dropFirst().first.map { text($0.trimmingSpaces) } ?? ""
      let start: HTML = from == "[*]" ? "begins as" : "<b>\(from)</b> →"
      return "<li>\(start) <b>\(to)</b>\(label.isEmpty ? "" : ": \(label)")</li>\n"
    }
    return "<li>\(text(String(line)))</li>\n"
  }

  /// A label with its character codes resolved, such as `#58;`.
  private static func text(_ label: String) -> String {
    var result = ""
    var rest = label[...]
    while let sign = rest.firstIndex(of: "#") {
      result += rest[..<sign]
      rest = rest[sign...].dropFirst()
      guard let end = rest.firstIndex(of: ";"), let code = UInt32(rest[..<end]),
        let scalar = Unicode.Scalar(code)
      else {
        result += "#"
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

extension Substring {
  /// The text without the spaces around it.
  fileprivate var trimmingSpaces: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
