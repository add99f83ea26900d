/// A piece of an HTML document.
///
/// A literal is markup; a text that is put into it is escaped, so that a page cannot be written
/// without escaping what comes from elsewhere.
///
/// ```swift
/// let row: HTML = "<td>\(server.answer)</td>"
/// ```
package struct HTML: Sendable, Hashable {
  /// The markup.
  package private(set) var text: String

  /// Markup of our own making that is no literal, such as a style sheet.
  package init(markup: String) { text = markup }

  /// Adds a piece.
  package static func += (left: inout HTML, right: HTML) { left.text += right.text }

  /// Joins two pieces.
  package static func + (left: HTML, right: HTML) -> HTML {
    HTML(markup: left.text + right.text)
  }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Markup.
  package init(stringLiteral value: String) { text = value }

  /// Markup with texts in it.
  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Collects markup and escapes texts.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Starts with nothing.
    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Adds markup.
    package mutating func appendLiteral(_ literal: String) { text += literal }

    /// Adds a text on one line.
    package mutating func appendInterpolation(_ text: String) { self.text += HTMLText.line(text) }

    /// Adds a text of several lines.
    package mutating func appendInterpolation(block text: String) {
      self.text += HTMLText.block(text)
    }

    /// Adds a number.
    package mutating func appendInterpolation(_ number: Int) { text += String(number) }

    /// Adds a piece.
    package mutating func appendInterpolation(_ piece: HTML) { text += piece.text }

    /// Adds pieces, one after the other.
    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }
  }
}
