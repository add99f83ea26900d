extension Schema {
  /// A GUID in a spelling that .NET reads: dashed, 32 digits, or in braces or parentheses.
  public static let guid = format("guid")

  /// A date and time with a zone (RFC 3339); in XML `xs:dateTime`, with or without a zone.
  public static let dateTime = format("date-time")

  /// A date (RFC 3339 `full-date`); in XML `xs:date`.
  public static let date = format("date")

  /// A time of day with a zone (RFC 3339 `full-time`); in XML `xs:time`.
  public static let time = format("time")

  /// A duration (ISO 8601); in XML `xs:duration`.
  public static let duration = format("duration")

  /// An e-mail address (RFC 5321 `Mailbox`).
  public static let email = format("email")

  /// An absolute URI (RFC 3986).
  public static let uri = format("uri")

  /// A UUID (RFC 9562), dashed.
  public static let uuid = format("uuid")

  /// Base64 text (RFC 4648, with padding); in XML `xs:base64Binary`.
  public static let base64 = format("base64")

  /// An instant as a whole number of milliseconds since 1970 in UTC.
  public static let epochMilliseconds = typed(.integer) { $0.format = "epoch-milliseconds" }

  /// A date and time as .NET hosts write it.
  ///
  /// In JSON: `/Date(ms)/` with or without an offset, or ISO 8601 with or without zone and
  /// fraction. In XML: `xs:dateTime`. The years are 1 to 9999, those of `System.DateTime`.
  public static let dotNetDateTime = format("dotnet-date-time")

  /// A string in a named format; a validator refuses a name that it cannot check.
  public static func format(_ name: String) -> Schema {
    typed(.string) { $0.format = name }
  }

  /// A string in a format of one's own.
  public static func format(_ format: StringFormat) -> Schema {
    typed(.string) { $0.setFormat(format) }
  }
}

extension Schema.Content {
  /// The format, if it is known.
  package var stringFormat: StringFormat? { ownFormat ?? format.flatMap(StringFormat.named) }

  /// Says that values are in a format of a user's own.
  mutating func setFormat(_ format: StringFormat) {
    self.format = format.name
    ownFormat = format
  }
}
