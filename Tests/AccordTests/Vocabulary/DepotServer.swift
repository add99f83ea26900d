import Accord
import AccordModel

/// A server of documents, and the ways in which it may be wrong or do the same otherwise.
struct DepotServer: Sendable {
  enum Fault: CaseIterable, Sendable {
    case noTag, bareTag, sendsAgain, comparesStrongly, alwaysUnchanged, tagless304, noDate,
      ignoresDate
    case ignoresRange, offByOne, noContentRange, wrongLength, clampsRange, ignoresIfMatch, conflict
  }

  enum Variation: CaseIterable, Sendable {
    case weakTags, unknownLength, noLengthBeyond, textErrors, changesAllTheTime
  }

  var fault: Fault?
  var variation: Variation?

  private static let text = #"{"text":"a document"}"#
  private static let date = "Tue, 03 Mar 2026 10:00:00 GMT"

  func answer(_ request: Exchange.Request, number: Int) -> Exchange.Response {
    guard request.method == "GET" else { return change(request) }
    let tag = variation == .changesAllTheTime ? "t\(number)" : "t"
    let isWeak = variation == .weakTags
    let written = fault == .bareTag ? tag : (isWeak ? "W/" : "") + "\"\(tag)\""
    var fields: [Field] = []
    if fault != .noTag { fields.append(Field("ETag", written)) }
    if fault != .noDate { fields.append(Field("Last-Modified", Self.date)) }
    if isUnchanged(request, tag, written) {
      return Exchange.Response(
        status: 304,
        fields: fault == .tagless304 ? [] : fields
      )
    }
    fields.append(Field("Content-Type", "application/json"))
    let body = Array(Self.text.utf8)
    guard let range = request.fields.values(of: "Range").first, fault != .ignoresRange else {
      return Exchange.Response(status: 200, fields: fields, body: body)
    }
    return part(range, of: body, fields)
  }

  private func isUnchanged(_ request: Exchange.Request, _ tag: String, _ written: String) -> Bool {
    if fault == .sendsAgain { return false }
    if let sent = request.fields.values(of: "If-None-Match").first {
      if fault == .alwaysUnchanged { return true }
      if fault == .comparesStrongly { return sent == written }
      return sent == "\"\(tag)\"" || sent == "W/\"\(tag)\""
    }
    guard let date = request.fields.values(of: "If-Modified-Since").first else { return false }
    return fault != .ignoresDate && date == Self.date
  }

  private func part(
    _ range: String,
    of body: [UInt8],
    _ fields: [Field]
  ) -> Exchange.Response {
    let size = body.count
    let bytes: Range<Int>
    switch range {
    case "bytes=0-0": bytes = fault == .offByOne ? 0..<2 : 0..<1
    case "bytes=-1": bytes = size - 1..<size
    default:
      if fault == .clampsRange { return Exchange.Response(status: 200, fields: fields, body: body) }
      let length = fault == .wrongLength ? size + 1 : size
      let says = variation == .noLengthBeyond ? [] : [Field("Content-Range", "bytes */\(length)")]
      return error(416, says)
    }
    let length = variation == .unknownLength ? "*" : "\(size)"
    let value = "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(length)"
    let says = fault == .noContentRange ? [] : [Field("Content-Range", value)]
    return Exchange.Response(status: 206, fields: fields + says, body: Array(body[bytes]))
  }

  private func change(_ request: Exchange.Request) -> Exchange.Response {
    guard !request.fields.values(of: "If-Match").isEmpty, fault != .ignoresIfMatch else {
      return Exchange.Response(status: 204)
    }
    return error(fault == .conflict ? 409 : 412, [])
  }

  private func error(_ status: Int, _ fields: [Field]) -> Exchange.Response {
    guard variation == .textErrors else { return Exchange.Response(status: status, fields: fields) }
    return Exchange.Response(
      status: status,
      fields: fields + [Field("Content-Type", "text/plain")],
      body: Array("No.".utf8)
    )
  }
}
