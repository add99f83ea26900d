/// A host name as it goes into a request: in ASCII.
package enum HostName {
  /// The name with each label beyond ASCII written as `xn--…` (RFC 5891, section 4), or nil if the
  /// name is none.
  ///
  /// As people type names: letters are lower-cased and composed first, and the full stops of other
  /// scripts part labels (RFC 5895). A name in ASCII stays as it is; underscores are admitted there,
  /// because hosts in the wild bear them.
  package static func ascii(_ name: String) -> String? {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else {
      let isName =
        !name.isEmpty
        && name.utf8.allSatisfy { byte in
          ASCII.isLetterOrDigit(byte) || ASCII.isOneOf(byte, "-._")
        }
      return isName && !name.hasPrefix(".") && !name.contains("..") ? name : nil
    }
    var labels: [String] = []
    var text: [Unicode.Scalar] = []
    for scalar in NormalForm.composed(name.lowercased()) {
      if [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"].contains(scalar) {
        labels.append(String(String.UnicodeScalarView(text)))
        text = []
      } else {
        text.append(scalar)
      }
    }
    labels.append(String(String.UnicodeScalarView(text)))
    // The root may be named at the end.
    let root = labels.count > 1 && labels.last == "" ? "." : ""
    if !root.isEmpty { labels.removeLast() }
    let whole = Array(labels.joined(separator: ".").utf8)
    guard StringFormat.isHostname(whole.span, admitsUnicode: true) else { return nil }
    return labels.map(encoded).joined(separator: ".") + root
  }

  private static func encoded(_ label: String) -> String {
    guard !label.utf8.allSatisfy({ $0 < 0x80 }) else { return label }
    let punycode = Punycode.encoded(label.unicodeScalars.map(\.value))
    return "xn--" + String(decoding: punycode, as: UTF8.self)
  }

  /// Whether a text is an IPv6 address, with or without a zone (RFC 4007, section 11).
  package static func isIPv6(_ text: String) -> Bool {
    let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    let address = Array((parts.first ?? "").utf8)
    guard StringFormat.isIPv6(address.span) else { return false }
    return parts.count == 1
      || !parts[1].isEmpty
        && parts[1].utf8.allSatisfy { ASCII.isLetterOrDigit($0) || ASCII.isOneOf($0, "-._~") }
  }
}
