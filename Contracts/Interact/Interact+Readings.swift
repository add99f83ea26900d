extension Interact {
  /// Why an error of a service behind the endpoint is not provoked.
  static let serverSide = "A service behind the endpoint has to fail; no request makes it fail."

  /// The reading of an error whose document only gives its name.
  static let nameIsLiteral = """
    The document lists the error and not when it occurs; its name is read literally.
    """

  /// The reading of a body that is wrong.
  static let wrongBodyIsInvalid = """
    The document does not say which error a wrong body gets; read as an invalid parameter (400, \
    code 1002).
    """

  /// A note on errors.
  static let onErrors = """
    The name of an error is not known to be on the wire: an error is recognised by the number in \
    errorCode, and where no number is known by the status, a number that belongs to no other error, \
    and a message.
    """

  /// A note on 401.
  static let onAuthentication = """
    HTTP asks a 401 for the header WWW-Authenticate (RFC 9110 section 15.5.2); the documents do \
    not mention it, and it is not asserted.
    """

  /// A note on requests that are wrong in two ways.
  static let onOrderOfChecks = """
    In which order a server checks a request that is wrong in two ways is not documented; every \
    case is wrong in one way only.
    """
}
