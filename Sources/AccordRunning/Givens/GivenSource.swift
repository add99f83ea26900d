/// Where a value of live data comes from when a case needs one: what others call a provider state.
///
/// ```swift
/// var givens = GivenValues()
/// try givens.add(from: "shop.pendingOrder=!make-order --state pending", for: [Shop.suite])
/// try givens.add(from: "shop.invoice=https://states.example/invoice", for: [Shop.suite])
/// ```
///
/// It is asked only for cases that need the given, in a read-only run too: what it changes is its own
/// affair. Mocks have live data of their own. It may take as long as an exchange; one that gives no value
/// fails the case, with the reason.
public enum GivenSource: Sendable, Hashable {
  /// What a command writes to its standard output, without white space at both ends.
  ///
  /// The first word is the program, looked for in `PATH`; the others are its arguments. No shell reads
  /// them. Its environment is ours with `ACCORD_GIVEN`, the name of the given such as
  /// `shop.pendingOrder`, and its standard input is empty.
  case command([String])

  /// What a GET request to this address is answered with, without white space at both ends.
  case url(ServerAddress, query: String?)

  /// Reads a source: `!` and a command, or the address of a server.
  ///
  /// A command is split at blanks. Single and double quotes keep blanks in a word, and mean no more: no
  /// variable, pattern, pipe or backslash has a meaning. What needs a shell names one:
  /// `!sh -c 'make-order | head -1'`.
  init(_ text: String) throws(Invalid) {
    guard text.hasPrefix("!") else {
      let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      do throws(ServerAddress.Invalid) {
        self = .url(
          try ServerAddress(String(parts.first ?? "")),
          query: parts.count > 1 ? String(parts[1]) : nil
        )
      } catch {
        throw Invalid(reason: error == .credentials ? "\(error)" : "\(error), or ! and a command")
      }
      return
    }
    let words = try Self.words(of: text.dropFirst())
    guard let program = words.first, !program.isEmpty else {
      throw Invalid(reason: "expected a command after !, found none")
    }
    self = .command(words)
  }

  /// Why a text is no source.
  struct Invalid: Error, Hashable {
    var reason: String
  }

  private static func words(of text: Substring) throws(Invalid) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
        continue
      }
      switch character {
      case "'", "\"":
        quote = character
        word = word ?? ""
      case " ", "\t":
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else {
      throw Invalid(reason: "a quote of the command is not closed")
    }
    return words + [word].compactMap(\.self)
  }

  /// The source in words, such as `the command "make-order"`; of an address without its query, which
  /// may hold a secret.
  var words: String {
    switch self {
    case .command(let words): "the command \"\(words.first ?? "")\""
    case .url(let address, _): "\(address)"
    }
  }
}
