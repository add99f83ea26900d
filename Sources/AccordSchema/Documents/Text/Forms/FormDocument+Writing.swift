extension FormDocument {
  /// Writes an object as `application/x-www-form-urlencoded`: each member a field, a list as a field
  /// for each of its items, and nothing as a field without a value.
  package static func text(of value: JSON) throws(BodyWritingError) -> String {
    guard let members = value.members else {
      throw BodyWritingError(.notFields(Found(value)), at: .root)
    }
    var fields: [(name: String, value: String)] = []
    for member in members {
      let place = JSONPointer.root.appending(member.key)
      for item in member.value.elements ?? [member.value] {
        guard item.elements == nil, item.members == nil else {
          throw BodyWritingError(.notFields(Found(item)), at: place)
        }
        fields.append((member.key, item.wireText))
      }
    }
    return text(of: fields)
  }

  /// Writes names and values as `application/x-www-form-urlencoded` (URL standard, section 5.2).
  package static func text(of fields: [(name: String, value: String)]) -> String {
    fields.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x20: result += "+"
      case 0x2A, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: PercentEscapes.write(byte, to: &result)
      }
    }
    return result
  }
}
