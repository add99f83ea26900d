/// A signature over a whole request, as the last thing before it is sent.
///
/// ```swift
/// struct DigestSignature: RequestSignature {
///   let name = "the signature of the shop"
///   let identities = ["SHOP_KEY_ID"]
///   let keys = ["SHOP_KEY"]
///
///   func fields(
///     for request: Exchange.Request,
///     with values: CredentialValues,
///     at moment: Moment
///   ) -> [Field] {
///     let text = "\(request.method) \(request.target) \(moment)"
///     let code = HMACSHA256.hexadecimal(of: text, key: values["SHOP_KEY"])
///     return [
///       Field("X-Moment", "\(moment)"), Field("X-Signature", "\(values["SHOP_KEY_ID"]):\(code)"),
///     ]
///   }
///
///   func moment(of request: Exchange.Request) -> Moment? {
///     request.fields.values(of: "X-Moment").first.flatMap(Moment.init(parsing:))
///   }
/// }
/// ```
///
/// A suite takes it as `credential: .signed(by: DigestSignature())`. The planned case of a wrong
/// credential is a request that is signed with another key.
public protocol RequestSignature: Sendable, Hashable {
  /// What it is called in sentences, such as `AWS Signature Version 4`.
  var name: String { get }

  /// The environment variables that say who the caller is; reports name them instead of their values.
  var identities: [String] { get }

  /// The environment variables with the keys, whose values are written nowhere.
  var keys: [String] { get }

  /// The fields that are added to a request, instead of those of the same names.
  func fields(
    for request: Exchange.Request,
    with values: CredentialValues,
    at moment: Moment
  ) -> [Field]

  /// When a request says that it was signed, so that the mock can sign it again.
  func moment(of request: Exchange.Request) -> Moment?

  /// Whether a request is signed rightly, as the mock asks; `nil` where it bears no signature.
  func verifies(_ request: Exchange.Request, with values: CredentialValues) -> Bool?
}

extension RequestSignature {
  /// Nobody in particular.
  public var identities: [String] { [] }

  /// The beginning of 1970, at which runs against a mock sign: other requests are not verified.
  public func moment(of request: Exchange.Request) -> Moment? { Moment(secondsSinceEpoch: 0) }

  /// Whether the request bears the fields that it gets when it is signed again.
  public func verifies(_ request: Exchange.Request, with values: CredentialValues) -> Bool? {
    guard let moment = moment(of: request) else { return nil }
    let names = fields(for: request, with: values, at: moment).map { $0.name.lowercased() }
    var unsigned = request
    unsigned.fields.removeAll { names.contains($0.name.lowercased()) }
    guard unsigned.fields.count < request.fields.count else { return nil }
    return fields(for: unsigned, with: values, at: moment).allSatisfy { field in
      request.fields.values(of: field.name) == [field.value]
    }
  }
}
