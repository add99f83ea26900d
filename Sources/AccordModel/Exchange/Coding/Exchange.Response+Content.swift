extension Exchange.Response {
  /// The content without its content codings (RFC 9110 section 8.4), which are gzip and deflate; as it came
  /// where they cannot be taken off, or where it is more than 64 megabytes then.
  ///
  /// It is decoded again each time.
  public var content: [UInt8] {
    let codings = ContentCoding.names(in: fields)
    guard !codings.isEmpty, !body.isEmpty else { return body }
    return (try? ContentCoding.decoded(body, codings)) ?? body
  }
}
