extension Schema {
  /// Any value at all.
  public static let any = Schema(Content())

  /// No value at all: where this schema stands, nothing may be.
  public static let never = build { $0.boolean = false }

  /// The value `null`.
  public static let null = typed(.null)

  /// `true` or `false`.
  public static let boolean = typed(.boolean)

  /// Any string.
  public static let string = typed(.string)

  /// A string of at least one character.
  public static let nonEmptyString = string(length: 1...)

  /// A whole number; `1.0` is one too.
  public static let integer = typed(.integer)

  /// A number, whole or not.
  public static let number = typed(.number)

  /// A string whose length, in Unicode scalars, lies in a range.
  public static func string(length: some RangeExpression<Int>) -> Schema {
    let bounds = Bounds(length)
    return typed(.string) {
      $0.minLength = bounds.lower
      $0.maxLength = bounds.upper
    }
  }

  /// A string in which the pattern (ECMA-262, Unicode mode, not anchored) is found.
  public static func string(pattern: String) -> Schema {
    typed(.string) { $0.pattern = pattern }
  }

  /// A whole number in a range.
  public static func integer(in range: some RangeExpression<Int>) -> Schema {
    let bounds = Bounds(range)
    return typed(.integer) {
      $0.minimum = bounds.lower.map { JSONNumber($0) }
      $0.maximum = bounds.upper.map { JSONNumber($0) }
    }
  }

  /// A number in a range.
  public static func number(in range: some RangeExpression<Double>) -> Schema {
    typed(.number) { content in
      switch range {
      case let range as ClosedRange<Double>:
        content.minimum = JSONNumber(range.lowerBound)
        content.maximum = JSONNumber(range.upperBound)
      case let range as Range<Double>:
        content.minimum = JSONNumber(range.lowerBound)
        content.exclusiveMaximum = JSONNumber(range.upperBound)
      case let range as PartialRangeFrom<Double>:
        content.minimum = JSONNumber(range.lowerBound)
      case let range as PartialRangeThrough<Double>:
        content.maximum = JSONNumber(range.upperBound)
      case let range as PartialRangeUpTo<Double>:
        content.exclusiveMaximum = JSONNumber(range.upperBound)
      default:
        break
      }
    }
  }

  /// One of these strings, exactly as written.
  public static func oneOf(_ values: String...) -> Schema {
    typed(.string) { $0.enumeration = values.map { .string($0) } }
  }

  /// Exactly this value.
  public static func constant(_ value: JSON) -> Schema {
    build { $0.constant = value }
  }

  /// One of these values.
  public static func enumeration(_ values: [JSON]) -> Schema {
    build { $0.enumeration = values }
  }

  static func typed(_ types: Types, _ change: (inout Content) -> Void = { _ in }) -> Schema {
    build {
      $0.types = types
      change(&$0)
    }
  }

  static func build(_ change: (inout Content) -> Void) -> Schema {
    var content = Content()
    change(&content)
    return Schema(content)
  }
}

/// The ends of a range of whole numbers, either of which may be open.
struct Bounds: Sendable, Hashable {
  var lower: Int?
  var upper: Int?

  init(_ range: some RangeExpression<Int>) {
    switch range {
    case let range as ClosedRange<Int>:
      lower = range.lowerBound
      upper = range.upperBound
    case let range as Range<Int>:
      lower = range.lowerBound
      // The upper bound of a half-open range is above its lower bound, or the range is empty and
      // the bounds cross: no value lies in it.
      upper = range.upperBound == .min ? .min : range.upperBound - 1
    case let range as PartialRangeFrom<Int>:
      lower = range.lowerBound
    case let range as PartialRangeThrough<Int>:
      upper = range.upperBound
    case let range as PartialRangeUpTo<Int>:
      upper = range.upperBound == .min ? .min : range.upperBound - 1
    default:
      break
    }
  }
}
