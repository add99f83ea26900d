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
      "failure": failure.map { failure in
        ["kind": .string(failure.kind.rawValue), "message": .string(failure.message)]
      } ?? .null,
      "microseconds": [
        "connect": .count(timing.connect), "firstByte": .count(timing.firstByte),
        "total": .count(timing.total),
      ],
      "wasResent": .boolean(wasResent),
    ]
  }
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
  /// As text when it is UTF-8, else in Base64 (RFC 4648).
  var json: JSON {
    guard length > 0 else { return .null }
    var members: [JSONMember] = [JSONMember("length", .count(length))]
    if isTruncated { members.append(JSONMember("isTruncated", true)) }
    if let text = String(validating: bytes, as: UTF8.self) {
      members.append(JSONMember("text", .string(text)))
    } else {
      members.append(JSONMember("base64", .string(Base64.text(bytes))))
    }
    return .object(members)
  }
}
