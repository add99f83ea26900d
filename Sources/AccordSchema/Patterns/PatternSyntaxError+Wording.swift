extension PatternSyntaxError: CustomStringConvertible {
  /// The whole sentence: where, what was found and what to do.
  public var description: String {
    "character \(offset + 1): \(message)"
  }

  /// What is wrong, without the place.
  public var message: String {
    PatternSyntaxError.structure(reason) ?? PatternSyntaxError.names(reason) ?? "not a pattern"
  }

  private static func structure(_ reason: Reason) -> String? {
    switch reason {
    case .unclosedGroup: "expected ')' to close the group, found the end of the pattern"
    case .unopenedGroup: #"expected a group before ')', found none; write \) for the character"#
    case .unclosedClass: "expected ']' to close the class, found the end of the pattern"
    case .unescaped(let scalar):
      #"expected '\#(scalar)' to be escaped, write \\#(scalar) for the character"#
    case .nothingToRepeat: "expected something to repeat before the quantifier, found nothing"
    case .invalidQuantifier:
      #"expected {n}, {n,} or {n,m}, found another use of '{'; write \{ for the character"#
    case .quantifierOutOfOrder: "expected the lower bound of the quantifier first"
    case .unfinishedEscape: "expected an escape after the backslash, found the end of the pattern"
    case .invalidEscape(let text): "expected an escape of ECMA-262, found \(text)"
    case .rangeOutOfOrder: "expected the lower bound of the range first"
    case .classInRange: "expected a character on both sides of '-', found a class"
    case .invalidGroup: "expected ?:, ?=, ?!, ?<=, ?<! or ?<name> after '(', found another '?'"
    case .unsupportedModifiers: "groups that change flags, such as (?i:…), are not supported"
    case .tooDeep(let limit): "expected at most \(limit) nested groups, found one more"
    default: nil
    }
  }

  private static func names(_ reason: Reason) -> String? {
    switch reason {
    case .invalidGroupName: "expected an identifier in angle brackets as the name of the group"
    case .duplicateGroupName(let name): "expected each group name once, found \(name) twice"
    case .unknownGroupNumber(let number): #"expected a group for \\#(number), found none"#
    case .unknownGroupName(let name): #"expected a group for \k<\#(name)>, found none"#
    case .unknownProperty(let name):
      "expected a Unicode property of ECMA-262, found \(name)"
    case .unsupportedProperty(let name):
      "the Unicode property \(name) is not supported"
    default: nil
    }
  }
}
