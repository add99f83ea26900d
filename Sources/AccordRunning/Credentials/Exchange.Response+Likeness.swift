import AccordModel

extension Exchange.Response {
  /// How much of the content is compared.
  static let comparedBytes = 65_536

  /// The most characters of a place that are shown.
  private static let shownCharacters = 100

  /// Whether the answer may be one that hides the API: of a gateway, of a page to log in, or of
  /// another server than the one that was meant.
  var mayHideAPI: Bool {
    switch status {
    case 300..<400, 401, 403, 404, 421, 502, 503, 504: true
    default: false
    }
  }

  /// Whether something other than the API may have answered for a request that it knows: that what
  /// was asked for is forbidden, or is to be asked for elsewhere.
  var turnsAway: Bool { status == 403 || (300..<400).contains(status) && status != 304 }

  /// The status, with where it sends the caller.
  var statusInWords: String {
    guard let redirection, !redirection.isEmpty else { return "\(status)" }
    let place = redirection.prefix(Self.shownCharacters)
    return "\(status), a redirection to \(place)\(place.count < redirection.count ? "…" : "")"
  }

  /// The media type without its parameters.
  var kind: String? {
    fields.values(of: "Content-Type").first
      .map { $0.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased() }
  }

  /// Where a redirection leads to, without what a query says of the request.
  private var redirection: String? {
    guard (300..<400).contains(status) else { return nil }
    return fields.values(of: "Location").first.map { String($0.prefix { $0 != "?" && $0 != "#" }) }
  }

  /// The path of the place that a redirection leads to: hosts of logins vary, and queries name what
  /// was asked for.
  var redirectionPath: Substring? {
    guard let redirection else { return nil }
    guard let start = redirection.firstRange(of: "//")?.upperBound else { return redirection[...] }
    return redirection[start...].drop { $0 != "/" }
  }

  /// The words of the content but for those with a digit, such as times and numbers of requests, and
  /// the tokens.
  func words(without tokens: [String]) -> [Substring] {
    var text = String(decoding: content.prefix(Self.comparedBytes), as: UTF8.self)
    for token in tokens where !token.isEmpty { text = text.replacing(token, with: "0") }
    return text.split { !$0.isLetter && !$0.isNumber }.filter { !$0.contains(where: \.isNumber) }
  }
}
