/// Running text in the Markdown that Accord writes, as HTML.
///
/// It reads what ``MarkdownText`` and the documents write, no more: escapes, code spans, emphasis,
/// links inside the page, character references and empty comments. Everything else is text.
struct MarkdownInline {
  private let characters: [Unicode.Scalar]
  private var index = 0

  /// The text as HTML.
  static func html(_ text: some StringProtocol) -> HTML {
    var reader = MarkdownInline(characters: Array(String(text).unicodeScalars))
    return reader.html(until: nil)
  }

  /// The text without its markup.
  static func plain(_ text: some StringProtocol) -> String {
    var result = ""
    var isTag = false
    for scalar in html(text).text.unicodeScalars {
      switch scalar {
      case "<": isTag = true
      case ">" where isTag: isTag = false
      default: if !isTag { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  private init(characters: [Unicode.Scalar]) { self.characters = characters }

  /// Reads up to the end or to an end mark, which is passed.
  private mutating func html(until end: String?) -> HTML {
    var page: HTML = ""
    var text = ""
    func flushed() -> HTML { HTML(markup: HTMLText.line(text)) }
    while index < characters.count {
      if let end, starts(with: end) {
        index += end.unicodeScalars.count
        return page + flushed()
      }
      if characters[index] == "\\", index + 1 < characters.count {
        text.unicodeScalars.append(characters[index + 1])
        index += 2
      } else if let reference = reference() {
        text.unicodeScalars.append(reference)
      } else if starts(with: "<!-- -->") {
        index += 8
      } else if let piece = markup() {
        page += flushed() + piece
        text = ""
      } else {
        text.unicodeScalars.append(characters[index])
        index += 1
      }
    }
    return page + flushed()
  }

  /// A piece of markup at this place; `nil`, and nothing passed, if there is none.
  private mutating func markup() -> HTML? {
    if characters[index] == "`" { return code() }
    if starts(with: "<code>") {
      index += 6
      return "<code>\(html(until: "</code>"))</code>"
    }
    if starts(with: "**") {
      index += 2
      return "<strong>\(html(until: "**"))</strong>"
    }
    if characters[index] == "*" {
      index += 1
      return "<em>\(html(until: "*"))</em>"
    }
    return characters[index] == "[" ? link() : nil
  }

  private mutating func code() -> HTML? {
    let fence = characters[index...].prefix { $0 == "`" }.count
    var place = index + fence
    while place < characters.count {
      let run = characters[place...].prefix { $0 == "`" }.count
      if run == fence {
        var content = characters[(index + fence)..<place]
        let isPadded = content.count > 1 && content.first == " " && content.last == " "
        if isPadded, content.contains(where: { $0 != " " }) {
          content = content.dropFirst().dropLast()
        }
        index = place + fence
        var text = ""
        text.unicodeScalars.append(contentsOf: content)
        return "<code>\(text)</code>"
      }
      place += max(run, 1)
    }
    return nil
  }

  private mutating func link() -> HTML? {
    let start = index
    index += 1
    let words = html(until: "](")
    guard index > start + 3, let end = characters[index...].firstIndex(of: ")") else {
      index = start
      return nil
    }
    var address = ""
    address.unicodeScalars.append(contentsOf: characters[index..<end])
    index = end + 1
    guard Self.leadsSomewhere(address) else { return words }
    return "<a href=\"\(address)\">\(words)</a>"
  }

  /// Whether an address is one of the page or of the web; a script, for one, is not.
  private static func leadsSomewhere(_ address: String) -> Bool {
    let scheme = address.prefix { !":/?#".contains($0) }
    guard address.dropFirst(scheme.count).first == ":" else { return true }
    return ["http", "https", "mailto"].contains(scheme.lowercased())
  }

  /// A character reference, of those that are written.
  private mutating func reference() -> Unicode.Scalar? {
    guard characters[index] == "&" else { return nil }
    for (name, scalar) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")]
      as [(String, Unicode.Scalar)]
    where starts(with: name) {
      index += name.unicodeScalars.count
      return scalar
    }
    guard starts(with: "&#") else { return nil }
    let digits = characters[(index + 2)...].prefix { ("0"..."9").contains($0) }
    let end = index + 2 + digits.count
    guard (1...7).contains(digits.count), end < characters.count, characters[end] == ";" else {
      return nil
    }
    let value = digits.reduce(UInt32(0)) { $0 * 10 + ($1.value - 48) }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    index = end + 1
    return scalar
  }

  private func starts(with text: String) -> Bool {
    characters[index...].starts(with: text.unicodeScalars)
  }
}
