/// Makes identifiers of what OpenAPI lets be any text.
struct ContractNames {
  private var taken: Set<String> = []

  /// A name that was not given before: the wanted one, or that with a number.
  mutating func unique(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }

  /// Lower-case letters, digits, hyphens, and dots where they may be: `listPets` is `list-pets`.
  static func hyphenated(_ text: String, dots: Bool = true) -> String {
    var name = ""
    var wasLower = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z":
        if wasLower { name += "-" }
        name += String(scalar).lowercased()
        wasLower = false
      case "a"..."z", "0"..."9":
        name.unicodeScalars.append(scalar)
        wasLower = true
      case "." where dots:
        while name.hasSuffix("-") { name.removeLast() }
        if !name.isEmpty, !name.hasSuffix(".") { name += "." }
        wasLower = false
      default:
        if !name.isEmpty, !name.hasSuffix("-"), !name.hasSuffix(".") { name += "-" }
        wasLower = false
      }
    }
    while name.hasSuffix("-") || name.hasSuffix(".") { name.removeLast() }
    return name
  }

  /// The identifier of the suite of a title: its letters and digits, or where it has none of those that
  /// identifiers have, `api` with digits that another title does not have.
  static func suite(_ title: String) -> String {
    let name = hyphenated(title, dots: false)
    guard name.isEmpty else { return name }
    guard title.contains(where: { !$0.isWhitespace }) else { return "api" }
    // FNV-1a: the same in every run.
    let hash = title.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return "api-" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Letters and digits: `pet-id` is `petId`.
  static func word(_ text: String) -> String {
    var name = ""
    var begins = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9":
        name += begins && !name.isEmpty ? String(scalar).uppercased() : String(scalar)
        begins = false
      default: begins = true
      }
    }
    return name
  }

  /// Upper-case letters, digits and underscores, as environment variables have them.
  static func variable(_ parts: String...) -> String {
    parts.map { hyphenated($0, dots: false) }.filter { !$0.isEmpty }.joined(separator: "-")
      .replacing("-", with: "_").uppercased()
  }

  /// Letters and digits in lower case, to compare names that are written in different ways.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { scalar in
          ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        }
      )
    )
  }
}
