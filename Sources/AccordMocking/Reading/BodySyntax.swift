package import AccordModel

/// A syntax in which the mock reads request bodies.
package enum BodySyntax: Sendable, Hashable {
  /// That of a format.
  case format(Format.Syntax)
  /// An urlencoded form.
  case form

  /// The syntax of a media type; `nil` where nothing reads it.
  package init?(_ type: MediaType) {
    if type.isForm {
      self = .form
    } else if let syntax = type.syntax {
      self = .format(syntax)
    } else {
      return nil
    }
  }
}
