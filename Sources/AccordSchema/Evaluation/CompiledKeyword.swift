/// What one keyword of a schema says of a value, compiled.
///
/// A compiled schema is a list of these and nothing else. What judges values by a form of its own, as the
/// quick plans do, is made of them by a switch without a `default`: what a new keyword means there is
/// asked by the compiler, and never answered with "conforms" because nobody asked.
enum CompiledKeyword: Sendable {
  // Any value.

  /// The schema `true` or `false`.
  case boolean(Bool)
  /// The types; in draft 4 an integer is written without fraction and exponent.
  case type(Schema.Types, integersAsWritten: Bool)
  case const(ConstKeyword)
  case enumeration(EnumKeyword)

  // Numbers.

  case limit(LimitKeyword)
  case numberFormat(FormatKeyword)

  // Strings.

  case minLength(MinLengthKeyword)
  case maxLength(MaxLengthKeyword)
  case pattern(PatternKeyword)
  case stringFormat(FormatKeyword)
  case contentEncoding(ContentEncodingKeyword)
  case contentMediaType(ContentMediaTypeKeyword)

  // Arrays.

  case prefixItems([Program.Index])
  case items(Program.Index)
  /// `contains`, and whether an item that it admits counts as evaluated: it does since 2020-12.
  case contains(Program.Index, evaluates: Bool)
  case minContains(Int)
  case maxContains(Int)
  case minItems(Int)
  case maxItems(Int)
  case uniqueItems

  // Objects; the names that other keywords speak of are in the table of `properties`, by their places.

  case properties(MemberTable)
  case required([Int])
  case patternProperties([(pattern: Pattern, schema: Program.Index)])
  case additionalProperties(Program.Index, isForbidden: Bool)
  case propertyNames(Program.Index)
  case minProperties(Int)
  case maxProperties(Int)
  case dependentRequired([Schema.Dependency])
  case dependentSchemas([(name: String, schema: Program.Index)])

  // The value itself.

  case branch(BranchKeyword)
  case unevaluatedProperties(Program.Index)
  case unevaluatedItems(Program.Index)

  /// How the value is written in XML.
  case xml(XMLKeyword)
}

/// What a schema says of the XML in which its values are written.
enum XMLKeyword: Sendable {
  /// The name of the element.
  case name(XMLName)
  /// The name of the element when the value is the item of a list.
  case itemName(XMLName)
  /// The members stand in the order of their ranks.
  case ordered
  /// An object with free names is a list of entries with `Key` and `Value`.
  case entries
  /// The names that `xsi:type` may have for values of the schema; without a namespace where it is not
  /// known.
  case typeNames([XMLName])
}

/// A keyword that applies schemas to the value itself.
enum BranchKeyword: Sendable {
  case allOf([Program.Index])
  case anyOf([Program.Index], Discriminator? = nil)
  case oneOf([Program.Index], Discriminator? = nil)
  case not(Program.Index)
  case conditional(
    condition: Program.Index,
    consequence: Program.Index?,
    alternative: Program.Index?
  )
  /// `$ref`, and dynamic references that always lead to the same schema.
  case reference(Program.Index, keyword: String)
  /// `$dynamicRef` and `$recursiveRef`: the outermost resource through which evaluation came and
  /// that has the anchor decides (core, section 8.2.3.2).
  case dynamicReference(table: Int, fallback: Program.Index, keyword: String)
}

extension CompiledKeyword {
  /// Whether every value conforms, in every format.
  var admitsEverything: Bool {
    switch self {
    case .boolean(let boolean): boolean
    case .type(let types, integersAsWritten: _): types == .all
    case .xml(.itemName), .xml(.ordered), .xml(.entries), .xml(.typeNames): true
    case .xml(.name), .const, .enumeration, .limit, .numberFormat, .minLength, .maxLength, .pattern,
      .stringFormat, .contentEncoding, .contentMediaType,
      .prefixItems, .items, .contains, .minContains, .maxContains, .minItems,
      .maxItems, .uniqueItems, .properties, .required, .patternProperties, .additionalProperties,
      .propertyNames, .minProperties, .maxProperties, .dependentRequired, .dependentSchemas,
      .branch, .unevaluatedProperties, .unevaluatedItems:
      false
    }
  }
}
