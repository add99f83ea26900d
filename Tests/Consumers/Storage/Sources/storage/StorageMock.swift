import Accord

/// A store in memory.
struct StorageMock: MockBehaviour {
  /// An upload in parts.
  struct Upload: Sendable {
    var id: String
    var bucket: String
    var key: String
    var parts: [Int: [UInt8]] = [:]
  }

  struct State: Sendable {
    /// The objects of each bucket, by their keys.
    var buckets: [String: [String: [UInt8]]] = [:]
    var uploads: [Upload] = []
    var count = 0
  }

  func start(_ setting: MockSetting) -> State {
    let keys = ["a/b.txt", "c.txt", "d.txt", "e.txt", "f.txt"]
    let objects = keys.map { ($0, Array($0.utf8)) }
    return State(buckets: ["shelf": Dictionary(uniqueKeysWithValues: objects)])
  }

  func values(of given: Given, in state: State) -> [JSON]? { ["shelf"] }

  func reply(to call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    let (name, key) = (call.text("bucket"), call.text("key"))
    switch call.contract.id {
    case "buckets.list":
      let names = state.buckets.keys.sorted()
      return MockReply(["Buckets": .array(names.map { ["Name": .string($0)] })])
    case "buckets.put":
      state.buckets[name] = state.buckets[name] ?? [:]
      return MockReply(fields: [Field("Location", "/\(name)")])
    default: break
    }
    guard let objects = state.buckets[name] else { throw .error("NoSuchBucket", name) }
    switch call.contract.id {
    case "buckets.delete":
      guard objects.isEmpty else { throw .error("BucketNotEmpty", name) }
      state.buckets[name] = nil
      return MockReply()
    case "objects.list": return MockReply(list(call, objects))
    case "objects.get", "objects.head":
      guard let bytes = objects[key] else { throw .error("NoSuchKey", key) }
      let tag = Self.tag(of: bytes)
      if let asked = call.request.value(of: "If-Match"), asked != tag {
        throw .error("PreconditionFailed", asked)
      }
      let date = Field("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
      return MockReply(bytes: bytes, fields: [Field("ETag", tag), date])
    case "objects.put":
      state.buckets[name]?[key] = call.request.body
      return MockReply(fields: [Field("ETag", Self.tag(of: call.request.body))])
    case "objects.delete":
      state.buckets[name]?[key] = nil
      return MockReply()
    case "uploads.begin":
      state.count += 1
      let id = "upload-\(state.count)"
      state.uploads.append(Upload(id: id, bucket: name, key: key))
      return MockReply(["Bucket": .string(name), "Key": .string(key), "UploadId": .string(id)])
    case "uploads.list":
      let items = state.uploads.filter { $0.bucket == name }.map { upload -> JSON in
        [
          "UploadId": .string(upload.id), "Key": .string(upload.key),
          "Initiated": "2026-01-01T00:00:00Z",
        ]
      }
      return MockReply([
        "Bucket": .string(name), "IsTruncated": false, "Upload": .array(items),
      ])
    case "uploads.part", "uploads.complete", "uploads.abort": return try goOn(call, &state)
    default: return .contract
    }
  }

  /// A page of the objects; the token of the next page is the last key of this one.
  private func list(_ call: MockCall, _ objects: [String: [UInt8]]) -> JSON {
    let (prefix, most) = (call.text("prefix"), call.value(of: "max-keys")?.number?.int ?? 1000)
    let after = max(call.text("start-after"), call.text("continuation-token"))
    let keys = objects.keys.filter { $0.hasPrefix(prefix) && $0 > after }.sorted()
    let page = keys.prefix(most)
    let isTruncated = page.count < keys.count && most > 0
    let items = page.map { key -> JSON in
      let bytes = objects[key] ?? []
      return [
        "Key": .string(key), "LastModified": "2026-01-01T00:00:00Z",
        "ETag": .string(Self.tag(of: bytes)), "Size": .number(JSONNumber(bytes.count)),
        "StorageClass": "STANDARD",
      ]
    }
    var members: [JSONMember] = [
      JSONMember("Name", .string(call.text("bucket"))),
      JSONMember("KeyCount", .number(JSONNumber(page.count))),
      JSONMember("MaxKeys", .number(JSONNumber(min(most, 1000)))),
      JSONMember("IsTruncated", .boolean(isTruncated)),
    ]
    if isTruncated, let last = page.last {
      members.append(JSONMember("NextContinuationToken", .string(last)))
    }
    return .object(members + [JSONMember("Contents", .array(items))])
  }

  private func goOn(_ call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    let (name, key, id) = (call.text("bucket"), call.text("key"), call.text("uploadId"))
    guard let number = state.uploads.firstIndex(where: { $0.id == id && $0.key == key }) else {
      throw .error("NoSuchUpload", id)
    }
    switch call.contract.id {
    case "uploads.part":
      let part = call.value(of: "partNumber")?.number?.int ?? 1
      state.uploads[number].parts[part] = call.request.body
      return MockReply(fields: [Field("ETag", Self.tag(of: call.request.body))])
    case "uploads.abort": state.uploads.remove(at: number)
    default:
      let known = state.uploads[number].parts
      var bytes: [UInt8] = []
      let named = call.body?["Part"]?.elements ?? []
      for (place, part) in zip(1..., named) {
        let found = part["PartNumber"]?.number?.int.flatMap { known[$0] }
        guard let found, part["ETag"]?.string.map({ Self.names($0, found) }) ?? false else {
          throw .error("InvalidPart", "The part \(place) is not there.")
        }
        guard place == named.count || found.count >= 5 << 20 else {
          throw .error("EntityTooSmall", "The part \(place) has \(found.count) bytes.")
        }
        bytes += found
      }
      state.uploads.remove(at: number)
      state.buckets[name]?[key] = bytes
      return MockReply([
        "Location": .string("/\(name)/\(key)"), "Bucket": .string(name), "Key": .string(key),
        "ETag": .string(Self.tag(of: bytes)),
      ])
    }
    return MockReply()
  }

  /// Whether a tag is that of a part: the one that was answered, or the one by MD5, which is known of one.
  private static func names(_ tag: String, _ bytes: [UInt8]) -> Bool {
    tag == Self.tag(of: bytes) || tag == Storage.small.tag && bytes == Storage.small.bytes
  }

  private static func tag(of bytes: [UInt8]) -> String {
    "\"\(DigestRule.required("ETag", .hex).value(of: bytes).prefix(32))\""
  }
}

extension MockCall {
  /// A parameter as text, empty where it is not there.
  fileprivate func text(_ name: String) -> String { value(of: name)?.string ?? "" }
}
