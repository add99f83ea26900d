package import AccordModel
import AccordSchema

extension EnvironmentVariables {
  /// The user names and passwords of the proxies that the environment names, and both together as
  /// they are sent to the proxy: it may repeat them.
  package var proxySecrets: [Secret] {
    let names = ["http_proxy", "https_proxy", "all_proxy"]
    return names.flatMap { [$0, $0.uppercased()] }.flatMap { name -> [Secret] in
      guard let value = self[name] else { return [] }
      let start = value.firstRange(of: "://")?.upperBound ?? value.startIndex
      let authority = value[start...].prefix { !["/", "?", "#"].contains($0) }
      guard let at = authority.lastIndex(of: "@") else { return [] }
      let parts = authority[..<at].split(
        separator: ":",
        maxSplits: 1,
        omittingEmptySubsequences: false
      ).map { Self.decoded($0) }
      let pair = parts.count == 1 ? parts[0] + ":" : parts.joined(separator: ":")
      return [Secret(pair, placeholder: "[credentials of \(name)]")]
        + parts.dropFirst().map { Secret($0, placeholder: "[password of \(name)]") }
        + parts.prefix(1).compactMap { user($0, of: name) }
    }
  }

  /// A user's name of fewer characters stands in words that have nothing to do with it.
  private static let shortName = 8

  /// Names that say nothing of anybody, and stand in many a text.
  private static let commonNames = [
    "admin", "anonymous", "client", "guest", "http", "name", "proxy", "proxyuser", "root", "test",
    "user", "username", "users", "web",
  ]

  /// The name of a proxy's user as a secret, if it is one.
  private func user(_ value: String, of variable: String) -> Secret? {
    guard !Self.commonNames.contains(value.lowercased()) else { return nil }
    var secret = Secret(value, placeholder: "[user of \(variable)]")
    secret.standsAlone = value.count < Self.shortName
    return secret
  }

  /// The text with its percent-encoding undone, where that gives text.
  private static func decoded(_ text: Substring) -> String {
    String(validating: PercentEscapes.octets(of: Array(text.utf8)), as: UTF8.self) ?? String(text)
  }
}
