extension StringFormat {
  /// A date and time with a zone (RFC 3339, `date-time`); `xs:dateTime` in XML.
  static let dateTime = StringFormat(
    "date-time",
    "a date and time (RFC 3339)",
    sample: "2024-02-29T12:30:00Z",
    counterexample: "2024-02-30T12:30:00Z",
    xml: { TimestampReader.xsDateTime($0) != nil },
    json: { TimestampReader.rfc3339($0) != nil }
  )

  /// A date (RFC 3339, `full-date`); `xs:date`, with or without a zone, in XML.
  static let date = StringFormat(
    "date",
    "a date (RFC 3339)",
    sample: "2024-02-29",
    counterexample: "2024-02-30",
    xml: { TimestampReader.xsDate($0) },
    json: { TimestampReader.fullDate($0) }
  )

  /// A time of day with a zone (RFC 3339, `full-time`); `xs:time`, zone optional, in XML.
  static let time = StringFormat(
    "time",
    "a time of day with a zone (RFC 3339)",
    sample: "12:30:00Z",
    counterexample: "25:30:00Z",
    xml: { TimestampReader.xsTime($0) },
    json: { TimestampReader.fullTime($0) }
  )
}
