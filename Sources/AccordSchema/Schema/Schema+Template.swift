extension Schema {
  /// A string that is a template with its holes filled, such as `Dear {name},`.
  ///
  /// A hole is a name in braces and stands for one character or more; all else stands for itself.
  public static func string(template: String) -> Schema {
    var pattern = "^"
    var example = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pattern += escaped(rest[..<open]) + #"[\s\S]+"#
      example += rest[..<open] + rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
    }
    pattern += escaped(rest) + "$"
    return string(pattern: pattern).example(.string(example + rest))
  }

  /// The text with every sign escaped that means something in a pattern (ECMA-262 section 22.2.1).
  private static func escaped(_ text: Substring) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += #"\n"#
      case "\r": result += #"\r"#
      case "\\", "^", "$", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
