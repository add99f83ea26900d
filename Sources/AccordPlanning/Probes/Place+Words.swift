import AccordModel

extension Parameter.Place {
  /// The place in words.
  var words: String {
    switch self {
    case .path: "the path"
    case .query: "the query"
    case .header: "the header"
    case .cookie: "the cookie"
    case .form: "the form"
    case .body: "the body"
    }
  }
}
