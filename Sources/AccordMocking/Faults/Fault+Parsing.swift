extension Fault {
  /// The name of a kind of fault with what its value is.
  fileprivate enum Form: Sendable {
    case plain(Fault)
    case duration(@Sendable (Int) -> Fault)
    case status
    case contentType
    case fieldName
  }

  /// The kinds of faults, in the order in which they are listed for people.
  private static let forms: [(name: String, form: Form)] = [
    ("delay", .duration { .delay(milliseconds: $0) }),
    ("slow-body", .duration { .slowBody(milliseconds: $0) }),
    ("reset-before-head", .plain(.resetBeforeHead)),
    ("reset-in-body", .plain(.resetInBody)),
    ("truncated-body", .plain(.truncatedBody)),
    ("malformed-head", .plain(.malformedHead)),
    ("malformed-json", .plain(.malformedJSON)),
    ("malformed-xml", .plain(.malformedXML)),
    ("wrong-status", .status),
    ("wrong-content-type", .contentType),
    ("dropped-header", .fieldName),
    ("never-answer", .plain(.neverAnswer)),
    ("garbage", .plain(.garbage)),
  ]

  /// The names of all faults.
  package static var names: [String] { forms.map(\.name) }

  /// Every fault with the value that it takes, one a line, for people to choose from.
  package static var table: String {
    let lines = forms.map { name, form -> (String, String) in
      let meaning = form.meaning
      guard !meaning.text.isEmpty else { return (name, "") }
      return ("\(name)=\(meaning.example)", meaning.text)
    }
    let width = lines.filter { !$0.1.isEmpty }.map(\.0.count).max() ?? 0
    return lines.map { text, meaning in
      guard !meaning.isEmpty else { return "  \(text)" }
      let gap = String(repeating: " ", count: width - text.count + 2)
      return "  \(text)\(gap)\(meaning)"
    }.joined(separator: "\n")
  }

  /// Reads the text form of one fault.
  package init(parsing text: String) throws(FaultError) {
    let text = text.trimmed
    let equals = text.firstIndex(of: "=")
    let name = String(text[..<(equals ?? text.endIndex)]).trimmed.lowercased()
    let value = equals.map { String(text[text.index(after: $0)...]).trimmed }
    guard let form = Fault.forms.first(where: { $0.name == name })?.form else {
      throw .unknown(name: name, known: Fault.names)
    }
    if case .plain(let fault) = form {
      guard let value else {
        self = fault
        return
      }
      throw .surplusValue(name: name, value: value)
    }
    let meaning = form.meaning
    guard let value, !value.isEmpty else {
      throw .missingValue(name: name, meaning: meaning.text, example: meaning.example)
    }
    guard let fault = form.fault(value) else {
      throw .invalidValue(name: name, value: value, meaning: meaning.text, example: meaning.example)
    }
    self = fault
  }

  /// Reads faults that are separated by commas.
  package static func list(parsing text: String) throws(FaultError) -> [Fault] {
    var faults: [Fault] = []
    for part in text.split(separator: ",") { faults.append(try Fault(parsing: String(part))) }
    return faults
  }
}

extension Fault.Form {
  /// What the value is, in words, with an example of the whole fault.
  fileprivate var meaning: (text: String, example: String) {
    switch self {
    case .plain: ("", "")
    case .duration: ("a duration up to 600s, in ms or s", "200ms")
    case .status: ("a status from 200 to 599", "503")
    case .contentType: ("a media type", "text/html")
    case .fieldName: ("the name of a header field", "Content-Type")
    }
  }

  fileprivate func fault(_ value: String) -> Fault? {
    switch self {
    case .plain(let fault): fault
    case .duration(let fault): Self.milliseconds(value).map(fault)
    case .status: Int(value).flatMap { (200...599).contains($0) ? .wrongStatus($0) : nil }
    case .contentType:
      value.utf8.contains(UInt8(ascii: "/")) && value.isFieldValue ? .wrongContentType(value) : nil
    case .fieldName: value.isToken ? .droppedHeader(value) : nil
    }
  }

  private static func milliseconds(_ text: String) -> Int? {
    let text = text.lowercased()
    let isMilliseconds = text.hasSuffix("ms")
    guard isMilliseconds || text.hasSuffix("s"),
      let number = Int(text.dropLast(isMilliseconds ? 2 : 1)), (0...600_000).contains(number)
    else { return nil }
    let milliseconds = isMilliseconds ? number : number * 1_000
    return milliseconds <= 600_000 ? milliseconds : nil
  }
}

extension String {
  /// The text without white space at its ends.
  package var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }

  /// Whether it is a token (RFC 9110 section 5.6.2).
  fileprivate var isToken: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
        default: false
        }
      }
  }

  /// Whether it can be sent as the value of a field.
  fileprivate var isFieldValue: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
}
