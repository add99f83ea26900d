extension JSONSyntaxError {
  /// Whether a limit of the reader was reached: the text may be well-formed.
  public var isOfLimit: Bool {
    switch reason {
    case .tooDeep, .tooLarge: true
    default: false
    }
  }
}

extension XMLSyntaxError {
  /// Whether a limit of the reader was reached: the document may be well-formed.
  public var isOfLimit: Bool {
    switch reason {
    case .tooDeep, .tooManyAttributes, .nameTooLong, .tooManyNamespaces, .tooLarge: true
    default: false
    }
  }
}

extension CSVSyntaxError {
  /// Whether a limit of the reader was reached: the text may be well-formed.
  public var isOfLimit: Bool {
    if case .tooLarge = reason { true } else { false }
  }
}

extension JSVSyntaxError {
  /// Whether a limit of the reader was reached: the text may be well-formed.
  public var isOfLimit: Bool {
    switch reason {
    case .tooDeep, .tooLarge: true
    default: false
    }
  }
}
