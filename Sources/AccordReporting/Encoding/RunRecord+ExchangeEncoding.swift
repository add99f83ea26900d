import AccordModel
import AccordSchema

extension RunRecord.Exchange: EncodedValue {
  var json: JSON {
    [
      "step": .text(step),
      "request": [
        "method": .string(request.method),
        "url": .string(request.url),
        "fields": RunRecord.Response.fields(request.fields),
        "body": request.body.json,
      ],
      "curl": .string(curl),
      "curlWithoutBody": .text(curlWithoutBody),
      "response": response?.json ?? .null,
      "failure": failure?.json ?? .null,
      "microseconds": [
        "connect": .count(timing.connect), "firstByte": .count(timing.firstByte),
        "total": .count(timing.total),
      ],
      "wasResent": .boolean(wasResent),
    ]
  }
}

extension ExchangeFailure: EncodedValue {
  var json: JSON { ["kind": .string(kind.rawValue), "message": .string(message)] }
}

extension RunRecord.Response: EncodedValue {
  var json: JSON {
    [
      "version": .string(version),
      "status": .count(status),
      "reason": .string(reason),
      "fields": Self.fields(fields),
      "body": body.json,
      "trailers": Self.fields(trailers),
      "interim": .array(
        interim.map { interim in
          ["status": .count(interim.status), "fields": Self.fields(interim.fields)]
        }
      ),
      "surplus": surplus.json,
      "deviations": .array(
        deviations.map { deviation in
          ["id": .string(deviation.id), "sentence": .string(deviation.sentence)]
        }
      ),
    ]
  }

  /// Fields as a list, because their order, case and repeats matter.
  static func fields(_ fields: [Field]) -> JSON {
    .array(fields.map { ["name": .string($0.name), "value": .string($0.value)] })
  }
}

extension RunRecord.Content: EncodedValue {
  /// As text when it is UTF-8, else in Base64 (RFC 4648); of content that is cut also its digest and
  /// what is kept beyond the beginning.
  var json: JSON {
    guard length > 0 else { return .null }
    var members: [JSONMember] = [JSONMember("length", .count(length))]
    if isTruncated { members.append(JSONMember("isTruncated", true)) }
    if let digest { members.append(JSONMember("sha256", .string(digest))) }
    members.append(.content(bytes))
    if !passages.isEmpty { members.append(JSONMember("passages", passages.json)) }
    return .object(members)
  }
}

extension RunRecord.Content.Passage: EncodedValue {
  var json: JSON {
    .object([
      JSONMember("byte", .count(start.byte)),
      JSONMember("line", .count(start.line)),
      JSONMember("column", .count(start.column)),
      .content(bytes),
    ])
  }
}

extension JSONMember {
  fileprivate static func content(_ bytes: [UInt8]) -> JSONMember {
    if let text = String(validating: bytes, as: UTF8.self) {
      return JSONMember("text", .string(text))
    }
    return JSONMember("base64", .string(Base64.text(bytes)))
  }
}
