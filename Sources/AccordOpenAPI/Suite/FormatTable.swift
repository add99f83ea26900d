import AccordModel

/// The formats of a suite, one for each media type that its document names.
struct FormatTable {
  /// The formats in the order in which they were met.
  private(set) var list: [Format] = []

  /// The format of a media type; `nil` where the text is none, or a range.
  mutating func format(of text: String) -> Format? {
    guard let type = MediaType(parsing: text), !type.essence.contains("*") else { return nil }
    if let known = list.first(where: { $0.mediaType == type.essence }) { return known }
    var format = Self.made(of: type.essence)
    while list.contains(where: { $0.id == format.id }) { format.id += "-2" }
    list.append(format)
    return format
  }

  private static func made(of essence: String) -> Format {
    let usual: [Format] = [
      .json, .problemJSON, .problemXML, .plainText, .octetStream, .form, .formData,
    ]
    if let known = usual.first(where: { $0.mediaType == essence }) { return known }
    if essence == "application/xml" { return Format("xml", .xml, mediaType: essence) }
    let id = ContractNames.hyphenated(essence, dots: false)
    return Format(id, syntax(of: essence), mediaType: essence)
  }

  private static func syntax(of essence: String) -> Format.Syntax {
    if essence.hasSuffix("+json") || essence == "text/json" { return .json }
    if essence.hasSuffix("+xml") || essence == "text/xml" { return .xml }
    // Rows are told by nothing that a schema says.
    return essence.hasPrefix("text/") ? .text : .bytes
  }
}
