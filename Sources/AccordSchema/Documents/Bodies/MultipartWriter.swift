/// Writes objects as `multipart/form-data` (RFC 7578), each member a part, a list a part for each of its
/// items; and lists as `multipart/mixed` (RFC 2046 section 5.1.3), each item a part.
package struct MultipartWriter {
  /// What stands between the parts; no part may hold it.
  package static let boundary = "----accord-5f0e3c9a7d2b41e8"

  private let schema: Schema

  /// Creates a writer of values of a schema.
  package init(_ schema: Schema) { self.schema = schema }

  /// The bytes of an object.
  package func bytes(of value: JSON) throws(BodyWritingError) -> [UInt8] {
    guard let members = value.members else {
      throw BodyWritingError(.notFields(Found(value)), at: .root)
    }
    var bytes: [UInt8] = []
    for member in members where member.value != .null {
      let declared = schema.schema(ofMember: member.key)
      let isList = member.value.elements != nil
      let item =
        isList ? declared.withAlternatives.lazy.compactMap(\.content.items).first : declared
      for value in member.value.elements ?? [member.value] {
        let part = Part(name: member.key, value, as: item ?? .any)
        bytes += try self.bytes(of: part, at: JSONPointer.root.appending(member.key))
      }
    }
    return bytes + Self.end
  }

  /// The bytes of a list.
  package func bytes(ofList value: JSON) throws(BodyWritingError) -> [UInt8] {
    guard let items = value.elements, !items.isEmpty else {
      throw BodyWritingError(.own("expected a list of at least one part."), at: .root)
    }
    var bytes: [UInt8] = []
    for (number, item) in items.enumerated() {
      let part = Part(item, as: schema.schema(ofPart: number))
      bytes += try self.bytes(of: part, at: JSONPointer.root.appending(number))
    }
    return bytes + Self.end
  }

  private static var end: [UInt8] { Array("--\(boundary)--\r\n".utf8) }

  private func bytes(
    of part: Part,
    at place: JSONPointer
  ) throws(BodyWritingError) -> [UInt8] {
    guard !part.content.holds(Array(Self.boundary.utf8)) else {
      throw BodyWritingError(.own("it holds the boundary \(Self.boundary)."), at: place)
    }
    return Array("--\(Self.boundary)\r\n\(part.head)\r\n\r\n".utf8) + part.content
      + Array("\r\n".utf8)
  }

  /// One part.
  private struct Part {
    var head: String
    var content: [UInt8]

    init(name: String, _ value: JSON, as schema: Schema) {
      let content = schema.withAlternatives.map(\.content)
      let mediaType = content.lazy.compactMap(\.contentMediaType).first
      head = "Content-Disposition: form-data; name=\"\(Self.escaped(name))\""
      if mediaType != nil { head += "; filename=\"\(Self.escaped(name))\"" }
      if let mediaType {
        head += "\r\nContent-Type: \(mediaType)"
      } else if value.members != nil || value.elements != nil {
        head += "\r\nContent-Type: application/json"
      }
      let encoded = schema.withAlternatives.first { $0.content.contentEncoding != nil }
      self.content = BodyWriter.octets(value, as: encoded ?? schema)
    }

    /// A part without a name.
    init(_ value: JSON, as schema: Schema) {
      let content = schema.withAlternatives.map(\.content)
      let isJSON = value.string == nil
      let stated = content.lazy.compactMap(\.contentMediaType).first
      head =
        "Content-Type: "
        + (stated ?? (isJSON ? "application/json" : "text/plain; charset=utf-8"))
      let encoded = schema.withAlternatives.first { $0.content.contentEncoding != nil }
      self.content = BodyWriter.octets(value, as: encoded ?? schema)
    }

    /// A name as browsers write it (HTML standard, section 4.10.22.8).
    private static func escaped(_ name: String) -> String {
      var text = ""
      for scalar in name.unicodeScalars {
        switch scalar {
        case "\"": text += "%22"
        case "\r": text += "%0D"
        case "\n": text += "%0A"
        default: text.unicodeScalars.append(scalar)
        }
      }
      return text
    }
  }
}

extension [UInt8] {
  /// Whether some bytes stand in it.
  fileprivate func holds(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, count >= bytes.count else { return false }
    return (0...(count - bytes.count)).contains { start in
      self[start] == first && self[start..<start + bytes.count].elementsEqual(bytes)
    }
  }
}
