import AccordModel
import AccordSchema

extension Parameter.Place {
  /// How a value is written there; `nil` where it is a value of a body.
  var lexicalForm: LexicalForm? {
    switch self {
    case .path: .path
    case .query: .query
    case .form: .form
    case .body: nil
    }
  }

  /// The place in words.
  var words: String {
    switch self {
    case .path: "the path"
    case .query: "the query"
    case .form: "the form"
    case .body: "the body"
    }
  }
}
