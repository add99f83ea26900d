/// A schema that cannot be used, and what to do about it.
struct UnusableSchema: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
