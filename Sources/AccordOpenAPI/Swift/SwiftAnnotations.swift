import AccordSchema

/// What a schema says that refuses nothing, as calls.
struct SwiftAnnotations {
  private let content: Schema.Content

  init(_ content: Schema.Content) { self.content = content }

  /// Whether every difference of another schema's annotations is one that can be added.
  func canBecome(_ other: Schema.Content) -> Bool {
    (content.comment == nil || other.comment != nil) && (content.title == nil || other.title != nil)
      && (content.description == nil || other.description != nil)
      && (content.defaultValue == nil || other.defaultValue != nil)
  }

  /// Adds the calls for what another schema does not say already.
  func apply(
    to expression: inout SwiftExpression,
    besides base: Schema.Content = Schema.Content()
  ) {
    if let text = content.title, text != base.title {
      expression = expression.applying("titled", .text(text))
    }
    if let text = content.description, text != base.description {
      expression = expression.applying("described", .text(text))
    }
    if let text = content.comment, text != base.comment {
      expression = expression.applying("comment", .text(text))
    }
    if let value = content.defaultValue, value != base.defaultValue {
      expression = expression.applying("default", SwiftExpression(value))
    }
    if content.examples != base.examples {
      expression =
        content.examples.count == 1 && base.examples.isEmpty
        ? expression.applying("example", SwiftExpression(content.examples[0]))
        : expression.applying("examples", .list(content.examples.map { SwiftExpression($0) }))
    }
    flag("deprecated", content.isDeprecated, base.isDeprecated, &expression)
    flag("readOnly", content.isReadOnly, base.isReadOnly, &expression)
    flag("writeOnly", content.isWriteOnly, base.isWriteOnly, &expression)
  }

  private func flag(
    _ name: String,
    _ value: Bool,
    _ base: Bool,
    _ expression: inout SwiftExpression
  ) {
    guard value != base else { return }
    expression =
      value ? expression.applying(name + "()") : expression.applying(name, .token("false"))
  }
}

extension Schema.Content {
  /// Says what another schema says that refuses nothing.
  mutating func takeAnnotations(of other: Self) {
    comment = other.comment
    title = other.title
    description = other.description
    defaultValue = other.defaultValue
    examples = other.examples
    isDeprecated = other.isDeprecated
    isReadOnly = other.isReadOnly
    isWriteOnly = other.isWriteOnly
  }
}
