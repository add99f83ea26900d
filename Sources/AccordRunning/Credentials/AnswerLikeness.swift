import AccordModel
import AccordSchema

/// How it is told that a server answered two requests in the same way, though no two answers are the
/// same bytes: they hold times, and names of requests and of hosts.
struct AnswerLikeness: Sendable {
  /// The media types of the suite's formats.
  let mediaTypes: [String]

  /// What an answer shows of an error of the suite.
  let shownError: @Sendable (Exchange.Response) -> [String]

  /// The tokens that were sent: what repeats them differs by them alone.
  var tokens: [String] = []

  init(_ suite: ContractSuite, _ reading: AnswerReading) {
    mediaTypes = (suite.formats + suite.errors.formats).map { $0.mediaType.lowercased() }
    shownError = reading.shownError
  }

  /// Whether the content is of a kind that none of the suite's formats is: a page of something that
  /// stands in front of the API, or of another server.
  func isPage(_ response: Exchange.Response) -> Bool {
    guard let kind = response.kind, !kind.isEmpty else { return false }
    return !mediaTypes.contains(kind) && !kind.hasSuffix("json")
  }

  /// Whether two answers say the same: in status, kind of content and the path of a redirection, and
  /// where the content may be the API's in what it says.
  func isLike(_ one: Exchange.Response, _ other: Exchange.Response) -> Bool {
    guard one.status == other.status, one.kind == other.kind,
      one.redirectionPath == other.redirectionPath
    else { return false }
    if isPage(one) { return true }
    guard shownError(one) == shownError(other) else { return false }
    guard let statements = statements(one), let others = self.statements(other) else {
      return one.words(without: tokens) == other.words(without: tokens)
    }
    return statements == others
  }

  /// What JSON says, in the order of the places; `nil` of another text.
  ///
  /// These are the names of its members, and of its texts those of several words, without the words
  /// that hold a digit or change from small letters to large ones: one word may be an identifier.
  private func statements(_ response: Exchange.Response) -> [String]? {
    guard let kind = response.kind, kind.hasSuffix("json"),
      case let content = response.content, content.count <= Exchange.Response.comparedBytes,
      let value = try? JSONDocument(parsing: content).root.value
    else { return nil }
    var found: Set<String> = []
    collect(value, at: "", into: &found)
    return found.sorted()
  }

  private func collect(_ value: JSON, at place: String, into found: inout Set<String>) {
    switch value {
    case .object(let members):
      for member in members {
        found.insert("\(place)/\(member.key)")
        collect(member.value, at: "\(place)/\(member.key)", into: &found)
      }
    case .array(let elements):
      for element in elements { collect(element, at: "\(place)/-", into: &found) }
    case .string(let text):
      var text = text
      for token in tokens where !token.isEmpty { text = text.replacing(token, with: "0") }
      let words = text.split(whereSeparator: \.isWhitespace)
      guard words.count > 1 else { return }
      found.insert("\(place): \(words.filter { !Self.mayIdentify($0) }.joined(separator: " "))")
    case .null, .boolean, .number: return
    }
  }

  /// Whether a word of a sentence is written as an identifier is.
  private static func mayIdentify(_ word: Substring) -> Bool {
    word.contains(where: \.isNumber)
      || zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
  }
}
