extension LexicalValue {
  /// A value whose scalars stand as texts in a path, a query, a header field or a form.
  package init(texts value: JSON) {
    let content: Content =
      switch value {
      case .array(let items): .list(items.map { LexicalValue(texts: $0) })
      case .object(let members):
        .map(members.map { LexicalMember(name: $0.key, value: LexicalValue(texts: $0.value)) })
      case .string(let text): .text(LexicalText(value: text, writing: .encoded))
      case .null: .text(LexicalText(value: "", writing: .encoded))
      case .boolean, .number: .text(LexicalText(value: value.text(), writing: .encoded))
      }
    self.init(content, atByte: 0)
  }
}
