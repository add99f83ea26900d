/// A script that stands inside a page and is allowed by its digest.
package struct PageScript: Sendable, Hashable {
  /// The script; `</script` does not occur in it.
  package var text: String

  /// Creates a script.
  package init(_ text: String) { self.text = text }
}
