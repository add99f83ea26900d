import AccordMocking
import AccordModel
import AccordSchema

/// Answers in XML whose elements are in another namespace, in another order, or not nil as they should be.
struct XMLFaults: OperatorFamily {
  let name = "xml"
  let operators = [
    "xml-root-name", "xml-namespace", "xml-no-namespace", "xml-order", "xml-nil-lost",
    "xml-prefix-undeclared",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    let suite = audited.suite
    guard audited.contract.formats(in: suite).contains(where: { $0.syntax == .xml }) else {
      return []
    }
    return distinct(audited.rights.map(\.rule)).flatMap { rule -> [Mutant] in
      guard let schema = rule.schema, let validator = try? SchemaValidator(schema) else {
        return []
      }
      func mutant(
        _ name: String,
        _ sentence: String,
        _ edit: @escaping @Sendable (String) -> String?
      ) -> Mutant {
        audited.mutant(
          self,
          name,
          rule.clause.id,
          breaking: rule.contentClause,
          "the answer to \(audited.words) in XML \(sentence)",
          .answer { answer, view in
            guard view.isResponse(rule),
              AnswerView.format(of: answer, in: suite)?.syntax == .xml,
              let text = edit(answer.text), text != answer.text
            else { return }
            let bytes = Array(text.utf8)
            // What the schema takes is no fault.
            if let document = try? XMLDocument(parsing: bytes), validator.admits(document) {
              return
            }
            answer.setBody(bytes)
          }
        )
      }
      return [
        mutant("xml-root-name", "has another root") { Self.renamingRoot($0) },
        mutant("xml-namespace", "is in another namespace") { text in
          Self.first(text, " xmlns=\"").map { text.replacingCharacters(at: $0, with: "urn:other:") }
        },
        mutant("xml-no-namespace", "is in no namespace") { Self.withoutNamespaces($0) },
        mutant("xml-order", "has its elements in another order") { Self.swapping($0) },
        mutant("xml-nil-lost", "has empty elements where nothing is") { text in
          var text = text
          for name in ["i", "xsi", "p", "nil"] {
            text = text.replacing(" \(name):nil=\"true\"", with: "")
          }
          return text
        },
        mutant("xml-prefix-undeclared", "uses a prefix that it does not declare") { text in
          Self.renamingRoot(text, to: "undeclared:value")
        },
      ]
    }
  }

  /// The end of the first occurrence.
  private static func first(_ text: String, _ part: String) -> String.Index? {
    text.firstRange(of: part)?.upperBound
  }

  private static func withoutNamespaces(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: " xmlns=\"") {
      result += rest[..<found.lowerBound]
      let after = rest[found.upperBound...]
      guard let end = after.firstIndex(of: "\"") else { break }
      rest = after[after.index(after: end)...]
    }
    return result + rest
  }

  /// The place of the root's start tag, after a declaration.
  private static func root(of text: String) -> (name: Range<String.Index>, word: String)? {
    var start = text.startIndex
    while let open = text[start...].firstIndex(of: "<") {
      let next = text.index(after: open)
      guard next < text.endIndex else { return nil }
      guard text[next] == "?" || text[next] == "!" else {
        let name = text[next...].prefix { $0 != " " && $0 != ">" && $0 != "/" }
        return (name.startIndex..<name.endIndex, String(name))
      }
      start = next
    }
    return nil
  }

  private static func renamingRoot(_ text: String, to name: String? = nil) -> String? {
    guard let root = root(of: text) else { return nil }
    let new = name ?? root.word + "Other"
    var changed = text
    if let end = changed.ranges(of: "</\(root.word)>").last {
      changed.replaceSubrange(end, with: "</\(new)>")
    }
    guard let again = Self.root(of: changed) else { return nil }
    changed.replaceSubrange(again.name, with: new)
    return changed
  }

  /// The first two elements below the root, the other way round.
  private static func swapping(_ text: String) -> String? {
    guard let document = try? XMLDocument(parsing: text) else { return nil }
    let children = document.root.childElements
    for (first, second) in zip(children, children.dropFirst()) where first.name != second.name {
      let bytes = Array(text.utf8)
      guard let one = Self.range(of: first, in: bytes), let two = Self.range(of: second, in: bytes),
        one.upperBound <= two.lowerBound
      else { continue }
      let swapped =
        bytes[..<one.lowerBound] + bytes[two] + bytes[one.upperBound..<two.lowerBound] + bytes[one]
        + bytes[two.upperBound...]
      return String(decoding: swapped, as: UTF8.self)
    }
    return nil
  }

  /// The bytes of an element that has no element of its own name inside.
  private static func range(of element: XMLElement, in bytes: [UInt8]) -> Range<Int>? {
    let text = String(decoding: bytes, as: UTF8.self)
    let local = element.name.local
    for open in ["<\(local) ", "<\(local)>", "<\(local)/"] {
      guard let start = text.firstRange(of: open)?.lowerBound else { continue }
      let head = text[start...].prefix { $0 != ">" }
      let from = text.utf8.distance(from: text.startIndex, to: start)
      if head.last == "/" {
        return from..<text.utf8.distance(from: text.startIndex, to: head.endIndex) + 1
      }
      guard let end = text[start...].firstRange(of: "</\(local)>") else { return nil }
      return from..<text.utf8.distance(from: text.startIndex, to: end.upperBound)
    }
    return nil
  }
}

extension String {
  /// The text with another put in.
  fileprivate func replacingCharacters(at index: String.Index, with text: String) -> String {
    self[..<index] + text + self[index...]
  }
}
