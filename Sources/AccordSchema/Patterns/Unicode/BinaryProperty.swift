/// A binary property of Unicode (ECMA-262, table 69).
struct BinaryProperty: Sendable {
  let holds: @Sendable (Unicode.Scalar) -> Bool

  private init(_ holds: @escaping @Sendable (Unicode.Scalar) -> Bool) {
    self.holds = holds
  }

  /// The properties of ECMA-262 that the standard library does not know.
  static let withoutTable: Set<String> = [
    "Extended_Pictographic", "ExtPict", "Regional_Indicator", "RI", "Emoji_Component", "EComp",
  ]

  /// The properties by their names and short names.
  static let named: [String: BinaryProperty] = {
    var properties: [String: BinaryProperty] = [:]
    for (names, property) in letters + identifiers + others {
      for name in names { properties[name] = property }
    }
    return properties
  }()

  private static let letters: [([String], BinaryProperty)] = [
    (["Alphabetic", "Alpha"], BinaryProperty { $0.properties.isAlphabetic }),
    (["Case_Ignorable", "CI"], BinaryProperty { $0.properties.isCaseIgnorable }),
    (["Cased"], BinaryProperty { $0.properties.isCased }),
    (
      ["Changes_When_Casefolded", "CWCF"],
      BinaryProperty { $0.properties.changesWhenCaseFolded }
    ),
    (["Changes_When_Casemapped", "CWCM"], BinaryProperty { $0.properties.changesWhenCaseMapped }),
    (["Changes_When_Lowercased", "CWL"], BinaryProperty { $0.properties.changesWhenLowercased }),
    (
      ["Changes_When_NFKC_Casefolded", "CWKCF"],
      BinaryProperty { $0.properties.changesWhenNFKCCaseFolded }
    ),
    (["Changes_When_Titlecased", "CWT"], BinaryProperty { $0.properties.changesWhenTitlecased }),
    (["Changes_When_Uppercased", "CWU"], BinaryProperty { $0.properties.changesWhenUppercased }),
    (["Lowercase", "Lower"], BinaryProperty { $0.properties.isLowercase }),
    (["Soft_Dotted", "SD"], BinaryProperty { $0.properties.isSoftDotted }),
    (["Uppercase", "Upper"], BinaryProperty { $0.properties.isUppercase }),
  ]

  private static let identifiers: [([String], BinaryProperty)] = [
    (["ID_Continue", "IDC"], BinaryProperty { $0.properties.isIDContinue }),
    (["ID_Start", "IDS"], BinaryProperty { $0.properties.isIDStart }),
    (["XID_Continue", "XIDC"], BinaryProperty { $0.properties.isXIDContinue }),
    (["XID_Start", "XIDS"], BinaryProperty { $0.properties.isXIDStart }),
    (["Pattern_Syntax", "Pat_Syn"], BinaryProperty { isPatternSyntax($0) }),
    (["Pattern_White_Space", "Pat_WS"], BinaryProperty { $0.properties.isPatternWhitespace }),
    (["White_Space", "space"], BinaryProperty { $0.properties.isWhitespace }),
  ]

  private static let others: [([String], BinaryProperty)] = [
    (["Any"], BinaryProperty { _ in true }),
    (["ASCII"], BinaryProperty { $0.isASCII }),
    (["Assigned"], BinaryProperty { $0.properties.generalCategory != .unassigned }),
    (["ASCII_Hex_Digit", "AHex"], BinaryProperty { $0.properties.isASCIIHexDigit }),
    (["Bidi_Control", "Bidi_C"], BinaryProperty { $0.properties.isBidiControl }),
    (["Bidi_Mirrored", "Bidi_M"], BinaryProperty { $0.properties.isBidiMirrored }),
    (["Dash"], BinaryProperty { $0.properties.isDash }),
    (
      ["Default_Ignorable_Code_Point", "DI"],
      BinaryProperty { $0.properties.isDefaultIgnorableCodePoint }
    ),
    (["Deprecated", "Dep"], BinaryProperty { $0.properties.isDeprecated }),
    (["Diacritic", "Dia"], BinaryProperty { $0.properties.isDiacritic }),
    (["Emoji"], BinaryProperty { $0.properties.isEmoji }),
    (["Emoji_Modifier", "EMod"], BinaryProperty { $0.properties.isEmojiModifier }),
    (["Emoji_Modifier_Base", "EBase"], BinaryProperty { $0.properties.isEmojiModifierBase }),
    (["Emoji_Presentation", "EPres"], BinaryProperty { $0.properties.isEmojiPresentation }),
    (["Extender", "Ext"], BinaryProperty { $0.properties.isExtender }),
    (["Grapheme_Base", "Gr_Base"], BinaryProperty { $0.properties.isGraphemeBase }),
    (["Grapheme_Extend", "Gr_Ext"], BinaryProperty { $0.properties.isGraphemeExtend }),
    (["Hex_Digit", "Hex"], BinaryProperty { $0.properties.isHexDigit }),
    (["IDS_Binary_Operator", "IDSB"], BinaryProperty { $0.properties.isIDSBinaryOperator }),
    (["IDS_Trinary_Operator", "IDST"], BinaryProperty { $0.properties.isIDSTrinaryOperator }),
    (["Ideographic", "Ideo"], BinaryProperty { $0.properties.isIdeographic }),
    (["Join_Control", "Join_C"], BinaryProperty { $0.properties.isJoinControl }),
    (
      ["Logical_Order_Exception", "LOE"],
      BinaryProperty { $0.properties.isLogicalOrderException }
    ),
    (["Math"], BinaryProperty { $0.properties.isMath }),
    (
      ["Noncharacter_Code_Point", "NChar"],
      BinaryProperty { $0.properties.isNoncharacterCodePoint }
    ),
    (["Quotation_Mark", "QMark"], BinaryProperty { $0.properties.isQuotationMark }),
    (["Radical"], BinaryProperty { $0.properties.isRadical }),
    (["Sentence_Terminal", "STerm"], BinaryProperty { $0.properties.isSentenceTerminal }),
    (["Terminal_Punctuation", "Term"], BinaryProperty { $0.properties.isTerminalPunctuation }),
    (["Unified_Ideograph", "UIdeo"], BinaryProperty { $0.properties.isUnifiedIdeograph }),
    (["Variation_Selector", "VS"], BinaryProperty { $0.properties.isVariationSelector }),
  ]

  /// The property is immutable (PropList.txt), so that a table never ages.
  private static func isPatternSyntax(_ scalar: Unicode.Scalar) -> Bool {
    patternSyntax.contains { $0.contains(scalar.value) }
  }

  private static let patternSyntax: [ClosedRange<UInt32>] = [
    0x21...0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60...0x60, 0x7B...0x7E, 0xA1...0xA7, 0xA9...0xA9,
    0xAB...0xAC, 0xAE...0xAE, 0xB0...0xB1, 0xB6...0xB6, 0xBB...0xBB, 0xBF...0xBF, 0xD7...0xD7,
    0xF7...0xF7, 0x2010...0x2027, 0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E,
    0x2190...0x245F, 0x2500...0x2775, 0x2794...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3003,
    0x3008...0x3020, 0x3030...0x3030, 0xFD3E...0xFD3F, 0xFE45...0xFE46,
  ]
}
