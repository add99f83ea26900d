import Accord

/// A registry in memory, which pages and orders tags as the specification says.
struct RegistryMock: MockBehaviour {
  /// What a repository keeps.
  struct Repository: Sendable {
    var blobs: [String: [UInt8]] = [:]
    var manifests: [String: [UInt8]] = [:]
    var tags: [String: String] = [:]
  }

  /// An upload that was begun.
  struct Upload: Sendable {
    var name: String
    var bytes: [UInt8] = []
  }

  struct State: Sendable {
    var repositories: [String: Repository] = [:]
    var uploads: [String: Upload] = [:]
    var count = 0
  }

  func start(_ setting: MockSetting) -> State {
    var state = State()
    let manifest = Registry.pushed.bytes()
    for number in 1...30 {
      var image = Repository()
      for blob in [Registry.config, Registry.layer] { image.blobs[blob.digest] = blob.bytes }
      let digest = Self.digest(of: manifest)
      image.manifests[digest] = manifest
      for tag in ["v1", "v2", "v3", "v4", "v5"] { image.tags[tag] = digest }
      state.repositories["images/\(number)"] = image
      state.repositories["layers/\(number)"] = Repository(
        blobs: [Registry.layer.digest: Registry.layer.bytes]
      )
    }
    return state
  }

  func values(of given: Given, in state: State) -> [JSON]? {
    let isImage = given.id == "image"
    return (1...30).compactMap { number in
      let name = "\(isImage ? "images" : "layers")/\(number)"
      let repository = state.repositories[name]
      let digest =
        isImage
        ? repository?.tags["v1"]
        : repository?.blobs[Registry.layer.digest].map { _ in Registry.layer.digest }
      return digest.map { ["name": .string(name), "digest": .string($0)] }
    }
  }

  func reply(to call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    switch call.contract.id {
    case "tags.list": return try tags(call, state)
    case "manifests.get", "manifests.exists":
      let (digest, bytes) = try manifest(call, state)
      return MockReply(bytes: bytes, fields: [Field("Docker-Content-Digest", digest)])
    case "manifests.put": return try put(call, &state)
    case "manifests.delete":
      guard call.text("reference").contains(":") else {
        throw .error("UNSUPPORTED", "Tags go with their manifests.", status: 405)
      }
      let digest = try manifest(call, state).digest
      state.repositories[call.text("name")]?.manifests[digest] = nil
      let tags = state.repositories[call.text("name")]?.tags.filter { $0.value != digest }
      state.repositories[call.text("name")]?.tags = tags ?? [:]
      return MockReply()
    case "blobs.get", "blobs.exists":
      let digest = call.text("digest")
      if call.request.value(of: "Range") == "bytes=5-11" {
        let bytes = try blob(call, state)
        let range = Field("Content-Range", "bytes 5-11/\(bytes.count)")
        return MockReply(bytes: Array(bytes.prefix(12).dropFirst(5)), as: "part", fields: [range])
      }
      return MockReply(
        bytes: try blob(call, state),
        fields: [Field("Docker-Content-Digest", digest)]
      )
    case "blobs.delete":
      _ = try blob(call, state)
      state.repositories[call.text("name")]?.blobs[call.text("digest")] = nil
      return MockReply()
    case "uploads.begin": return begin(call, &state)
    case "uploads.append", "uploads.status", "uploads.finish", "uploads.cancel":
      return try goOn(call, &state)
    default: return .contract
    }
  }

  // MARK: - Tags and manifests

  private func tags(_ call: MockCall, _ state: State) throws(MockRefusal) -> MockReply {
    let name = call.text("name")
    guard let known = state.repositories[name] else { throw .error("NAME_UNKNOWN", name) }
    var tags = known.tags.keys.sorted()
    if let last = call.value(of: "last")?.string { tags.removeAll { $0 <= last } }
    var fields: [Field] = []
    if let count = call.value(of: "n")?.number?.int, count < tags.count {
      tags = Array(tags.prefix(count))
      if let last = tags.last {
        let next = "/v2/\(name)/tags/list?n=\(count)&last=\(last)"
        fields.append(Field("Link", "<\(next)>; rel=\"next\""))
      }
    }
    let value: JSON = ["name": .string(name), "tags": .array(tags.map(JSON.string))]
    return MockReply(value, fields: fields)
  }

  private func manifest(
    _ call: MockCall,
    _ state: State
  ) throws(MockRefusal) -> (digest: String, bytes: [UInt8]) {
    let reference = call.text("reference")
    let repository = state.repositories[call.text("name")]
    let digest = repository?.tags[reference] ?? reference
    guard let bytes = repository?.manifests[digest] else {
      throw .error("MANIFEST_UNKNOWN", reference)
    }
    return (digest, bytes)
  }

  private func put(_ call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    let (name, digest) = (call.text("name"), Self.digest(of: call.request.body))
    let reference = call.text("reference")
    guard !reference.contains(":") || reference == digest else {
      throw .error("DIGEST_INVALID", reference)
    }
    let blobs = state.repositories[name]?.blobs ?? [:]
    let named = [call.body?["config"]].compactMap(\.self) + (call.body?["layers"]?.elements ?? [])
    for part in named where blobs[part["digest"]?.string ?? ""] == nil {
      throw .error("MANIFEST_BLOB_UNKNOWN", part["digest"]?.string ?? "none", status: 404)
    }
    state.repositories[name]?.manifests[digest] = call.request.body
    if reference != digest { state.repositories[name]?.tags[reference] = digest }
    return MockReply(fields: [
      Field("Location", "/v2/\(name)/manifests/\(digest)"), Field("Docker-Content-Digest", digest),
    ])
  }

  // MARK: - Blobs

  private func blob(_ call: MockCall, _ state: State) throws(MockRefusal) -> [UInt8] {
    guard let bytes = state.repositories[call.text("name")]?.blobs[call.text("digest")] else {
      throw .error("BLOB_UNKNOWN", call.text("digest"))
    }
    return bytes
  }

  private func begin(_ call: MockCall, _ state: inout State) -> MockReply {
    let (name, digest) = (call.text("name"), call.text("mount"))
    if let bytes = state.repositories[call.text("from")]?.blobs[digest] {
      state.repositories[name, default: Repository()].blobs[digest] = bytes
      return MockReply(as: "made", fields: [Field("Location", "/v2/\(name)/blobs/\(digest)")])
    }
    state.count += 1
    let id = "upload-\(state.count)"
    state.uploads[id] = Upload(name: name)
    return MockReply(as: "begun", fields: [place(name, id, 0)])
  }

  private func goOn(_ call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    let (name, id) = (call.text("name"), call.text("reference"))
    guard var upload = state.uploads[id], upload.name == name else {
      throw .error("BLOB_UPLOAD_UNKNOWN", id)
    }
    if call.contract.id == "uploads.cancel" {
      state.uploads[id] = nil
      return MockReply()
    }
    let range = call.text("Content-Range")
    guard range.isEmpty || range.hasPrefix("\(upload.bytes.count)-") else {
      throw .error("BLOB_UPLOAD_INVALID", "There are \(upload.bytes.count) bytes.", status: 416)
    }
    if call.contract.id != "uploads.status" { upload.bytes += call.request.body }
    if call.contract.id == "uploads.finish" {
      let digest = call.text("digest")
      guard Self.digest(of: upload.bytes) == digest else {
        state.uploads[id] = nil
        throw .error("DIGEST_INVALID", digest)
      }
      state.uploads[id] = nil
      state.repositories[name, default: Repository()].blobs[digest] = upload.bytes
      return MockReply(fields: [Field("Location", "/v2/\(name)/blobs/\(digest)")])
    }
    state.uploads[id] = upload
    let end = max(0, upload.bytes.count - 1)
    return MockReply(fields: [place(name, id, upload.bytes.count), Field("Range", "0-\(end)")])
  }

  /// Where an upload goes on, with what a registry may write behind the path.
  private func place(_ name: String, _ id: String, _ count: Int) -> Field {
    Field("Location", "/v2/\(name)/blobs/uploads/\(id)?offset=\(count)")
  }

  private static func digest(of bytes: [UInt8]) -> String {
    Registry.contentDigest.value(of: bytes)
  }
}

extension MockCall {
  /// A parameter as text, empty where it is not there.
  fileprivate func text(_ name: String) -> String { value(of: name)?.string ?? "" }
}
