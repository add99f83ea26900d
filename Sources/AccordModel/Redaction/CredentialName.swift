/// Names of header fields, parameters and members whose values are credentials.
package enum CredentialName {
  /// Whether a name says that its value is a credential, such as `Authorization`, `X-Api-Key` or
  /// `access_token`.
  package static func matches(_ name: String) -> Bool {
    let words = name.lowercased().filter { $0.isLetter || $0.isNumber }
    guard !exceptions.contains(words) else { return false }
    return whole.contains(words) || ends.contains(where: words.hasSuffix)
  }

  private static let whole = ["key", "auth", "sid", "jwt", "pwd", "pass", "pin", "sig", "xkey"]

  private static let ends = [
    "authorization", "cookie", "token", "secret", "password", "passwd", "passphrase", "apikey",
    "accesskey", "subscriptionkey", "functionskey", "authkey", "secretkey", "privatekey",
    "sessionid",
    "sessionkey", "session", "ssid", "sspid", "credential", "credentials", "signature", "auth",
  ]

  /// Names that end so and are none.
  private static let exceptions = [
    "nextpagetoken", "continuationtoken", "pagetoken", "cancellationtoken",
  ]
}
