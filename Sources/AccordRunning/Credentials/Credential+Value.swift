import AccordModel

extension Credential {
  /// The value of the header with a token put into the template.
  func value(with token: Secret) -> String {
    let marker = "{token}"
    var result = ""
    var rest = Substring(template)
    while let start = rest.indices.first(where: { rest[$0...].hasPrefix(marker) }) {
      result += rest[..<start]
      result += token.value
      rest = rest[rest.index(start, offsetBy: marker.count)...]
    }
    return result + rest
  }
}
