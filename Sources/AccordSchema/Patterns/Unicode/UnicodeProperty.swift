/// A property that `\p{…}` names (ECMA-262, section 22.2.1.9 and tables 67 to 71).
enum UnicodeProperty: Sendable {
  /// Any of the general categories whose bits are set.
  case category(UInt32)
  case binary(BinaryProperty)
  case script(ScriptTable.Script)
  case scriptExtensions(ScriptTable.Script)

  enum LookUp {
    case found(UnicodeProperty)
    case unsupported
    case unknown
  }

  /// Finds what stands between the braces; names are exact, as ECMA-262 demands.
  static func lookUp(_ text: String) -> LookUp {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      if let mask = categories[text] {
        return .found(.category(mask))
      }
      if let property = BinaryProperty.named[text] {
        return .found(.binary(property))
      }
      return BinaryProperty.withoutTable.contains(text) ? .unsupported : .unknown
    }
    let value = String(parts[1])
    switch parts[0] {
    case "General_Category", "gc":
      return categories[value].map { .found(.category($0)) } ?? .unknown
    case "Script", "sc":
      return ScriptTable.script(named: value).map { .found(.script($0)) } ?? .unknown
    case "Script_Extensions", "scx":
      return ScriptTable.script(named: value).map { .found(.scriptExtensions($0)) } ?? .unknown
    default:
      return .unknown
    }
  }

  func holds(for scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .category(let mask):
      mask & UnicodeProperty.bit(scalar.properties.generalCategory) != 0
    case .binary(let property): property.holds(scalar)
    case .script(let script): ScriptTable.script(of: scalar.value) == script
    case .scriptExtensions(let script): ScriptTable.extensions(of: scalar.value, contain: script)
    }
  }

  // MARK: General categories

  private static func bit(_ category: Unicode.GeneralCategory) -> UInt32 {
    let position: UInt32 =
      switch category {
      case .uppercaseLetter: 0
      case .lowercaseLetter: 1
      case .titlecaseLetter: 2
      case .modifierLetter: 3
      case .otherLetter: 4
      case .nonspacingMark: 5
      case .spacingMark: 6
      case .enclosingMark: 7
      case .decimalNumber: 8
      case .letterNumber: 9
      case .otherNumber: 10
      case .connectorPunctuation: 11
      case .dashPunctuation: 12
      case .openPunctuation: 13
      case .closePunctuation: 14
      case .initialPunctuation: 15
      case .finalPunctuation: 16
      case .otherPunctuation: 17
      case .mathSymbol: 18
      case .currencySymbol: 19
      case .modifierSymbol: 20
      case .otherSymbol: 21
      case .spaceSeparator: 22
      case .lineSeparator: 23
      case .paragraphSeparator: 24
      case .control: 25
      case .format: 26
      case .surrogate: 27
      case .privateUse: 28
      case .unassigned: 29
      @unknown default: 29
      }
    return 1 << position
  }

  /// The names of PropertyValueAliases.txt.
  private static let categories: [String: UInt32] = {
    var masks: [String: UInt32] = [:]
    let single: [(Int, [String])] = [
      (0, ["Lu", "Uppercase_Letter"]), (1, ["Ll", "Lowercase_Letter"]),
      (2, ["Lt", "Titlecase_Letter"]), (3, ["Lm", "Modifier_Letter"]),
      (4, ["Lo", "Other_Letter"]), (5, ["Mn", "Nonspacing_Mark"]),
      (6, ["Mc", "Spacing_Mark"]), (7, ["Me", "Enclosing_Mark"]),
      (8, ["Nd", "Decimal_Number", "digit"]), (9, ["Nl", "Letter_Number"]),
      (10, ["No", "Other_Number"]), (11, ["Pc", "Connector_Punctuation"]),
      (12, ["Pd", "Dash_Punctuation"]), (13, ["Ps", "Open_Punctuation"]),
      (14, ["Pe", "Close_Punctuation"]), (15, ["Pi", "Initial_Punctuation"]),
      (16, ["Pf", "Final_Punctuation"]), (17, ["Po", "Other_Punctuation"]),
      (18, ["Sm", "Math_Symbol"]), (19, ["Sc", "Currency_Symbol"]),
      (20, ["Sk", "Modifier_Symbol"]), (21, ["So", "Other_Symbol"]),
      (22, ["Zs", "Space_Separator"]), (23, ["Zl", "Line_Separator"]),
      (24, ["Zp", "Paragraph_Separator"]), (25, ["Cc", "Control", "cntrl"]),
      (26, ["Cf", "Format"]), (27, ["Cs", "Surrogate"]), (28, ["Co", "Private_Use"]),
      (29, ["Cn", "Unassigned"]),
    ]
    let groups: [(ClosedRange<Int>, [String])] = [
      (0...2, ["LC", "Cased_Letter"]), (0...4, ["L", "Letter"]),
      (5...7, ["M", "Mark", "Combining_Mark"]), (8...10, ["N", "Number"]),
      (11...17, ["P", "Punctuation", "punct"]), (18...21, ["S", "Symbol"]),
      (22...24, ["Z", "Separator"]), (25...29, ["C", "Other"]),
    ]
    for (position, names) in single {
      for name in names { masks[name] = 1 << UInt32(position) }
    }
    for (positions, names) in groups {
      let mask = positions.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
      for name in names { masks[name] = mask }
    }
    return masks
  }()
}
