extension StringFormat {
  /// A regular expression of ECMA-262 with the `u` flag.
  static let regex = StringFormat(
    "regex",
    "a regular expression (ECMA-262)",
    sample: "^[a-z]+$",
    counterexample: "^[a-z+$"
  ) { text in
    let source = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    return (try? Pattern(source)) != nil
  }
}
