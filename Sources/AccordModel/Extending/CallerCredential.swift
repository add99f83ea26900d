/// A way of a user's own by which callers prove who they are, beside those of Accord.
///
/// ```swift
/// struct DeviceToken: CallerCredential {
///   let name = "the token of the device"
///   let secrets = ["DEVICE_SECRET"]
///
///   func issue(_ setting: CredentialSetting) async throws -> IssuedToken {
///     let request = setting.request("POST", "/devices/token", body: setting["DEVICE_SECRET"])
///     let answer = try await setting.send(request)
///     guard answer.status == 200 else { throw CredentialFailure("The server knows no such device.") }
///     return IssuedToken(String(decoding: answer.body, as: UTF8.self), lifetime: 300)
///   }
/// }
/// ```
///
/// A suite takes it as `credential: .own(DeviceToken(), in: .header("X-Device"))`. Its variables and
/// its tokens are written nowhere; requests that wait for one token share it.
public protocol CallerCredential: Sendable, Hashable {
  /// What it is called in sentences, such as `the token of the device`.
  var name: String { get }

  /// The environment variables that say who the caller is, and may be shown.
  var identities: [String] { get }

  /// The environment variables whose values are written nowhere.
  var secrets: [String] { get }

  /// Gets a token; all variables are set.
  ///
  /// Throws ``CredentialFailure`` with a sentence where there is none to be had.
  func issue(_ setting: CredentialSetting) async throws -> IssuedToken

  /// Gets the next token when the life of the last one ends.
  func renew(_ last: IssuedToken, _ setting: CredentialSetting) async throws -> IssuedToken

  /// Puts a token on a request; the usual way is into its place.
  func put(_ token: String, on request: inout Exchange.Request, at place: Credential.Place)

  /// Whether the mock takes a request for one of this caller; `nil` where it shows nothing.
  ///
  /// The usual answer knows every token but the wrong one of planned cases.
  func accepts(
    _ request: Exchange.Request,
    at place: Credential.Place,
    with values: CredentialValues
  ) -> Bool?
}

extension CallerCredential {
  /// Nobody in particular.
  public var identities: [String] { [] }

  /// Nothing.
  public var secrets: [String] { [] }

  /// Gets one anew.
  public func renew(_ last: IssuedToken, _ setting: CredentialSetting) async throws -> IssuedToken {
    try await issue(setting)
  }

  /// Puts the token into its place.
  public func put(_ token: String, on request: inout Exchange.Request, at place: Credential.Place) {
    request.put(token, at: place)
  }

  /// Every token but the wrong one of planned cases.
  public func accepts(
    _ request: Exchange.Request,
    at place: Credential.Place,
    with values: CredentialValues
  ) -> Bool? {
    Credential(in: place, from: .own(OwnSource(self))).token(in: request.target, request.fields)
      .map { $0 != Credential.unknownToken }
  }

  private typealias OwnSource = Credential.OwnSource
}
