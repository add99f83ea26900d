/// The media ranges of Accept with their weights (RFC 9110 section 12.5.1).
package struct AcceptField: Sendable {
  private var ranges: [(type: String, weight: Double)] = []

  /// Reads the values of the fields.
  package init(_ lines: [String]) {
    for part in lines.joined(separator: ",").split(separator: ",") {
      let pieces = part.split(separator: ";").map { piece in
        String(piece.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed())
          .lowercased()
      }
      guard let type = pieces.first, !type.isEmpty else { continue }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      ranges.append((type, weight ?? 1))
    }
  }

  /// The format with the highest weight, the first of the suite among equals; `nil` if Accept names
  /// none of them or admits anything.
  package func best(of formats: [Format]) -> Format? {
    var best: (format: Format, weight: Double)?
    for format in formats {
      let weight = weight(of: format.accept.lowercased())
      if weight > best?.weight ?? 0 { best = (format, weight) }
    }
    return best?.format
  }

  /// The formats that it admits, in the order of the suite.
  package func admitted(of formats: [Format]) -> [Format] {
    formats.filter { weight(of: $0.accept.lowercased()) > 0 }
  }

  /// The weight of the most specific range.
  private func weight(of type: String) -> Double {
    if let exact = ranges.first(where: { $0.type == type }) { return exact.weight }
    let group = type.prefix { $0 != "/" } + "/*"
    if let part = ranges.first(where: { $0.type == group }) { return part.weight }
    return ranges.first { $0.type == "*/*" }?.weight ?? 0
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}
