import AccordModel

extension RunRecord.Response {
  /// The content as people read it, and what to say of that where it is not as it came.
  ///
  /// Content in gzip or deflate is decoded, as it was judged, unless it was cut or is too much to show.
  package var readable: (body: RunRecord.Content, remark: String?) {
    let codings = ContentCoding.names(in: fields)
    guard !codings.isEmpty, !body.isTruncated, !body.bytes.isEmpty,
      let decoded = try? ContentCoding.decoded(body.bytes, codings, limit: Self.readableLimit)
    else { return (body, nil) }
    let names = codings.joined(separator: " and ")
    let remark = "\(quantity(body.length, "byte")) in \(names), decoded here:"
    return (RunRecord.Content(decoded), remark)
  }

  /// The most bytes that content is decoded to for people: four megabytes.
  private static let readableLimit = 4 << 20
}
