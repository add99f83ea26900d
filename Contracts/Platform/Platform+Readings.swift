extension Platform {
  /// A note on "All Verbs".
  static let allMethodsAreFive = """
    "All Verbs" is read as GET, POST, PUT, DELETE and PATCH alike; OPTIONS and HEAD are not \
    promised. The POST of the sample does not exclude the others.
    """

  /// A note on the zero Guid.
  static let zeroGuid = """
    A Guid that is left out is read as the zero Guid, so the zero Guid is not tried as a wrong value.
    """

  /// A note on CSV and JSV.
  static let textsHaveNoTypes = """
    Texts in CSV and JSV are read as the types that the page names. What has no value is an empty \
    field in CSV and is left out in JSV, as a Guid of zeros may be too.
    """

  /// A note on authentication and wrong values.
  static let authenticationComesLater = """
    A host authenticates after it has read the values: a request without a token and with a wrong \
    value is not asserted.
    """

  /// A note on the samples.
  static let placeholders = """
    The length, the host and the names in braces of the samples are placeholders; Guids are sent \
    with dashes.
    """

  /// A note on the format "other".
  static let formatOther = """
    The pages print .other and ?format=other for JSON Lines; the key is jsonl, and other is ignored.
    """

  /// The reading of the column that says where a parameter travels.
  static let labelsHaveNoMeaning = """
    The pages label parameters path, query or form, on routes of every method; ServiceStack's \
    published source binds each of them from the path, the query, a form and the body alike.
    """
}
