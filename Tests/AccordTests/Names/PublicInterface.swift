/// The public declarations of a source, as they are written: a line for each, with its owner.
///
/// It reads what the style of this package needs: an access modifier at each declaration, one
/// declaration a line or a header that ends at its brace.
struct PublicInterface {
  private(set) var declarations: [String] = []

  private let text: SwiftText
  private var index = 0
  private var scopes: [Scope] = []
  private var statement = ""
  private var depth = 0

  /// A type or an extension that encloses what is read.
  private struct Scope {
    var name: String
    var isPublic: Bool
    var kind: String
  }

  private static let typeKinds = ["struct", "enum", "class", "actor", "protocol", "extension"]
  private static let access = ["public", "open", "package", "internal", "fileprivate", "private"]

  init(of source: String) {
    text = SwiftText(source)
    read()
  }

  private mutating func read() {
    while index < text.characters.count {
      let character = text.characters[index]
      guard !text.isLiteral[index] else {
        statement.append(character)
        index += 1
        continue
      }
      switch character {
      case "(", "[":
        depth += 1
        statement.append(character)
      case ")", "]":
        depth -= 1
        statement.append(character)
      case "{" where depth == 0:
        open()
        continue
      case "}" where depth == 0:
        end()
        if !scopes.isEmpty { scopes.removeLast() }
      case "\n" where depth == 0 && !goesOn: end()
      case "\n": statement.append(" ")
      default: statement.append(character)
      }
      index += 1
    }
  }

  /// Whether a statement goes on in the next line.
  private var goesOn: Bool {
    let so = statement.reversed().drop { $0.isWhitespace }
    if let last = so.first, ",=&|:".contains(last) || so.starts(with: ">-") { return true }
    let words = statement.split(whereSeparator: \.isWhitespace)
    // An attribute stands before what it belongs to.
    if words.count == 1, words[0].hasPrefix("@") { return true }
    let rest = text.characters[index...].drop { $0.isWhitespace }.prefix(8)
    let next = String(rest)
    return ["where ", "-> ", "throws", "async", ": ", "= ", "{", ".", "&& ", "|| ", "? "]
      .contains(where: next.hasPrefix) && !words.isEmpty
  }

  /// Reads on in a type, or passes over the body of a declaration.
  private mutating func open() {
    let words = Self.words(of: statement)
    if let kind = words.first(where: { !Self.isModifier($0) }), Self.typeKinds.contains(kind),
      let place = words.firstIndex(of: kind), place + 1 < words.count
    {
      let isPublic = words[..<place].contains { $0 == "public" || $0 == "open" }
      if kind != "extension", isPublic { declare(statement) }
      let head = words[(place + 1)...].joined(separator: " ")
      let name =
        kind == "extension"
        ? Self.extended(head) : String(head.prefix { $0 != ":" && $0 != "<" && $0 != " " })
      scopes.append(Scope(name: name, isPublic: isPublic || kind == "extension", kind: kind))
      statement = ""
      index += 1
      return
    }
    let accessors = body()
    if isDeclared(statement) {
      declare(scopes.last?.kind == "protocol" ? statement + accessors : statement)
    }
    statement = ""
  }

  /// Passes over a body; what it says.
  private mutating func body() -> String {
    var level = 0
    var said = ""
    while index < text.characters.count {
      let character = text.characters[index]
      said.append(character)
      if !text.isLiteral[index] {
        if character == "{" { level += 1 }
        if character == "}" { level -= 1 }
      }
      index += 1
      if level == 0 { break }
    }
    return said
  }

  private mutating func end() {
    if isDeclared(statement) { declare(statement) }
    statement = ""
  }

  private func isDeclared(_ statement: String) -> Bool {
    let words = Self.words(of: statement)
    guard let first = words.first(where: { !$0.hasPrefix("@") }), scopes.allSatisfy(\.isPublic)
    else { return false }
    if words.prefix(4).contains(where: { $0 == "public" || $0 == "open" }) {
      return !words.contains("import")
    }
    guard let scope = scopes.last, !Self.access.contains(String(first.prefix { $0 != "(" }))
    else { return false }
    switch scope.kind {
    case "protocol": return true
    case "enum": return first == "case" || first == "indirect"
    default: return false
    }
  }

  private mutating func declare(_ statement: String) {
    var words = Self.words(of: statement)
    words.removeAll { $0 == "public" || $0 == "@discardableResult" || $0 == "@inlinable" }
    var line = words.joined(separator: " ")
    let isProperty = words.contains { ["var", "let"].contains($0) } && !words.contains("func")
    // What a property begins with is no part of the interface.
    if isProperty, let equals = line.firstRange(of: " = ") {
      line = String(line[..<equals.lowerBound])
    }
    line = line.replacing("( ", with: "(").replacing(" )", with: ")").replacing(",)", with: ")")
    let owner = scopes.map(\.name).joined(separator: ".")
    declarations.append(owner.isEmpty ? line : "\(owner): \(line)")
  }

  /// What an extension extends, with its condition and without the protocols that it adds.
  private static func extended(_ head: String) -> String {
    let name = head.prefix { $0 != ":" && $0 != " " }
    guard let condition = head.firstRange(of: " where ") else { return String(name) }
    return String(name + head[condition.lowerBound...])
  }

  private static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func isModifier(_ word: String) -> Bool {
    word.hasPrefix("@") || access.contains(String(word.prefix { $0 != "(" }))
      || ["final", "indirect", "static", "nonisolated"].contains(word)
  }
}
