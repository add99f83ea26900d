public import AccordSchema

extension ErrorCatalogue {
  /// A place on the wire where an error shows which one it is.
  public enum Place: Sendable, Hashable {
    /// A member of the body that holds the name.
    case name(JSONPointer)
    /// A member of the body that holds the code as a number; `success` is the code of no error.
    case code(JSONPointer, success: Int)
    /// A header field that holds the name.
    case header(String)
    /// An element below the root of an XML body, by local names, that holds the name.
    case element([String])
    /// A member of the body that holds a URI, of which the name is what follows `base`: the `type` of
    /// problem details (RFC 9457 section 3.1.1).
    ///
    /// ```swift
    /// places: [.type(base: "https://errors.example/")]   // https://errors.example/out-of-stock
    /// ```
    ///
    /// `about:blank` shows no name (section 4.2.1). A URI that begins otherwise is a name of its own in
    /// a body that says that it is problem details, and shows nothing in others.
    case type(JSONPointer = "/type", base: String)
    /// A place of one's own; ``own(_:at:reading:writing:)`` makes it.
    case ownPlace(OwnPlace)
    /// A member of any item of a list that holds the name, such as `code` in the items of `/errors`.
    case listedName(JSONPointer, member: String)
  }

  /// A place that only a user's own function can read, told from others by its words and where it is.
  public struct OwnPlace: Sendable, Hashable {
    /// What it is, as the end of the sentence "An error shows its name in …".
    public let words: String
    /// Where reports say that it is.
    public let place: Violation.Place
    /// The name that an answer shows there; `nil` where it shows none.
    package let read: @Sendable (Exchange.Response) -> String?
    /// Puts a name there, as mocks do.
    package let write: @Sendable (String, inout Exchange.Response) -> Void

    /// Whether both have the same words and are at the same place.
    public static func == (left: OwnPlace, right: OwnPlace) -> Bool {
      left.words == right.words && left.place == right.place
    }

    /// Feeds what equality compares.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(words)
      hasher.combine(place)
    }
  }
}

extension ErrorCatalogue.Place {
  /// A place of one's own: `reading` finds the name in an answer, `writing` puts it there, as a mock
  /// does.
  ///
  /// ```swift
  /// .own(
  ///   "the first word of the reason phrase",
  ///   at: .status,
  ///   reading: { $0.reason.split(separator: " ").first.map(String.init) },
  ///   writing: { name, response in response.reason = name }
  /// )
  /// ```
  ///
  /// `reading` is asked about every answer, also those of success, and what a server sends is hostile:
  /// it says `nil` where no error is shown. `words` end the sentence "An error shows its name in …".
  public static func own(
    _ words: String,
    at place: Violation.Place,
    reading: @escaping @Sendable (Exchange.Response) -> String?,
    writing: @escaping @Sendable (_ name: String, _ response: inout Exchange.Response) -> Void
  ) -> Self {
    .ownPlace(
      ErrorCatalogue.OwnPlace(words: words, place: place, read: reading, write: writing)
    )
  }
}
