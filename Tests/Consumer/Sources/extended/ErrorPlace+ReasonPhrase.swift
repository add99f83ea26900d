import Accord

extension ErrorCatalogue.Place {
  /// A place of errors of the team's own: the reason phrase is the name.
  static let reasonPhrase = ErrorCatalogue.Place.own(
    "the reason phrase",
    at: .status,
    reading: { $0.status < 400 ? nil : $0.reason },
    writing: { name, response in response.reason = name }
  )
}
