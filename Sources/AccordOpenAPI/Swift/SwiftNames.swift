/// Makes names of Swift of any texts, each once.
struct SwiftNames {
  private var taken: Set<String>

  /// Begins with names that are taken.
  init(besides names: Set<String> = []) { taken = names }

  /// A name of a value: `list-pets` and `List pets` are `listPets`.
  mutating func value(_ text: String) -> String {
    let words = Self.words(text)
    var name = words.first.map(Self.lowercased) ?? "value"
    for word in words.dropFirst() { name += Self.capitalised(word) }
    if name.first?.isNumber == true { name = "_" + name }
    return Self.quoted(unique(name))
  }

  private mutating func unique(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)\(number)"
      number += 1
    }
    return name
  }

  /// A name of a type: `swagger-petstore` is `SwaggerPetstore`.
  static func type(_ text: String) -> String {
    let name = words(text).map(capitalised).joined()
    return name.first?.isNumber == true ? "_" + name : name
  }

  /// The words of a text, of letters and digits of ASCII.
  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      !(("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar))
    }.map { String(String.UnicodeScalarView($0)) }
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// The word with a small beginning: `Pet` is `pet`, `APIKey` is `apiKey`.
  private static func lowercased(_ word: String) -> String {
    let capitals = word.prefix { $0.isUppercase }.count
    guard capitals > 1 else { return word.prefix(1).lowercased() + word.dropFirst() }
    let count = capitals == word.count ? capitals : capitals - 1
    return word.prefix(count).lowercased() + word.dropFirst(count)
  }

  /// The name in back quotes where it is a word of the language.
  private static func quoted(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }

  /// The words of the language that cannot be names as they are ("The Swift Programming Language",
  /// "Lexical Structure"), and those that mean something else behind a dot.
  private static let keywords: Set<String> = [
    "any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue",
    "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
    "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is",
    "let", "nil", "open", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "some", "static", "struct", "subscript", "super", "switch",
    "throw", "throws", "true", "try", "type", "typealias", "var", "where", "while",
  ]
}
