extension Parameter {
  /// How a list or an object stands as text in a parameter (OpenAPI 3.1, "Style Values").
  ///
  /// Of a parameter `color` with the list `blue`, `black` and with the object `R` 100, `G` 200:
  ///
  /// | style | list | list, exploded | object | object, exploded |
  /// |---|---|---|---|---|
  /// | `matrix` | `;color=blue,black` | `;color=blue;color=black` | `;color=R,100,G,200` | `;R=100;G=200` |
  /// | `label` | `.blue,black` | `.blue.black` | `.R,100,G,200` | `.R=100.G=200` |
  /// | `simple` | `blue,black` | `blue,black` | `R,100,G,200` | `R=100,G=200` |
  /// | `form` | `color=blue,black` | `color=blue&color=black` | `color=R,100,G,200` | `R=100&G=200` |
  /// | `spaceDelimited` | `color=blue%20black` | | `color=R%20100%20G%20200` | |
  /// | `pipeDelimited` | `color=blue%7Cblack` | | `color=R%7C100%7CG%7C200` | |
  /// | `deepObject` | | | | `color%5BR%5D=100&color%5BG%5D=200` |
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// A path parameter that begins with a semicolon and its name (RFC 6570 section 3.2.7).
    case matrix
    /// A path parameter that begins with a point (RFC 6570 section 3.2.5).
    case label
    /// Values with commas between them (RFC 6570 section 3.2.2); the usual one in paths and headers.
    case simple
    /// Names and values of a query (RFC 6570 section 3.2.8); the usual one in queries, forms and
    /// cookies.
    case form
    /// Values of a query with blanks between them.
    case spaceDelimited
    /// Values of a query with vertical bars between them.
    case pipeDelimited
    /// The members of an object as fields of their own, each with its name in brackets.
    case deepObject
  }

  /// How the value of a parameter is written as text.
  public struct Serialization: Sendable, Hashable {
    /// The style; a value that is neither a list nor an object is written the same in most of them.
    public var style: Style

    /// Whether each item and each member is written with a name of its own.
    public var explodes: Bool

    /// Whether reserved characters stand as they are where they keep their meaning (RFC 6570
    /// section 3.2.3), and so do percent escapes.
    public var allowsReserved: Bool

    /// A way to write; `form` and `deepObject` explode unless they are said not to.
    public init(_ style: Style, explode: Bool? = nil, allowReserved: Bool = false) {
      self.style = style
      explodes = style == .deepObject || (explode ?? (style == .form))
      allowsReserved = allowReserved
    }
  }

  /// How its value is written in a place: in the declared style where that is one of the place's,
  /// else in the usual one.
  public func serialization(in place: Place) -> Serialization {
    let style = style.flatMap { place.styles.contains($0) ? $0 : nil } ?? place.usualStyle
    return Serialization(style, explode: explode, allowReserved: allowReserved)
  }
}

extension Parameter.Place {
  /// The style in which values stand there unless a parameter says another.
  public var usualStyle: Parameter.Style {
    switch self {
    case .path, .header: .simple
    case .query, .form, .cookie, .body: .form
    }
  }

  /// The styles in which values can stand there; none where they are members of a body.
  package var styles: [Parameter.Style] {
    switch self {
    case .path: [.simple, .label, .matrix]
    case .header: [.simple]
    case .cookie: [.form]
    case .query, .form: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
    case .body: []
    }
  }
}
