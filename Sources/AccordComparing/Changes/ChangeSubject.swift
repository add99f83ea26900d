/// What of an API a change is about.
struct ChangeSubject: Sendable, Hashable {
  /// A part of an operation, or of a document.
  enum Part: Sendable, Hashable {
    /// The whole API: servers, security of all operations.
    case api
    /// An operation as a whole.
    case operation
    /// A parameter by its name and its place.
    case parameter(String, place: String)
    /// The body of requests, of a media type if it is about one.
    case requestBody(String?)
    /// An answer by its status, and its media type.
    case response(String, mediaType: String?)
    /// A field of an answer's head.
    case responseHeader(String, status: String)
  }

  /// The operation in words, such as `GET /pets`; empty for the whole API.
  var operation: String
  /// The part of it.
  var part: Part
  /// The way into the values of a body or a parameter, such as `/items/*/name`; empty at its root.
  var path: [String] = []

  /// The subject of something inside.
  func inside(_ name: String) -> Self {
    var inner = self
    inner.path.append(name)
    return inner
  }

  /// What identifiers begin with.
  var prefix: String {
    switch part {
    case .api, .operation: "api"
    case .parameter: path.isEmpty ? "request-parameter" : "request-parameter-property"
    case .requestBody: path.isEmpty ? "request-body" : "request-property"
    case .response: path.isEmpty ? "response-body" : "response-property"
    case .responseHeader: path.isEmpty ? "response-header" : "response-header-property"
    }
  }

  /// The part without what is said of where inside it.
  var place: String {
    let whole =
      switch part {
      case .api, .operation: ""
      case .parameter(let name, let place): "\(place) parameter \"\(name)\""
      case .requestBody(let type): "request body" + (type.map { " (\($0))" } ?? "")
      case .response(let status, let type):
        "response \(status)" + (type.map { " (\($0))" } ?? "")
      case .responseHeader(let name, let status): "header \(name) of response \(status)"
      }
    return path.isEmpty ? whole : "\(whole) at /\(path.joined(separator: "/"))"
  }
}
