import AccordSchema

/// AWS Signature Version 4 in the Authorization header.
///
/// It is made as the AWS General Reference says, "Signature Version 4 signing process": the canonical
/// request, the string to sign, the derived key. For S3 the path is taken as it is, and the digest of
/// the content is sent too.
public struct AWSSignature: RequestSignature {
  /// The region, such as `us-east-1`.
  public var region: String

  /// The service, such as `s3`.
  public var service: String

  /// The environment variable with the name of the access key.
  public var keyID: String

  /// The environment variable with the secret key.
  public var secret: String

  /// The environment variable with the token of a session, for keys that are lent.
  public var sessionToken: String?

  /// Creates a signature.
  public init(
    region: String,
    service: String,
    keyID: String,
    secret: String,
    sessionToken: String? = nil
  ) {
    self.region = region
    self.service = service
    self.keyID = keyID
    self.secret = secret
    self.sessionToken = sessionToken
  }

  /// What it is called.
  public var name: String { "AWS Signature Version 4" }

  /// The name of the access key.
  public var identities: [String] { [keyID] }

  /// The secret key, and the token of the session.
  public var keys: [String] { [secret] + [sessionToken].compactMap(\.self) }

  /// X-Amz-Date and Authorization, and what is signed with them.
  public func fields(
    for request: Exchange.Request,
    with values: CredentialValues,
    at moment: Moment
  ) -> [Field] {
    var added = [Field("X-Amz-Date", Self.text(of: moment))]
    if service == "s3" {
      added.append(Field("X-Amz-Content-Sha256", SHA256.hexadecimal(of: request.body)))
    }
    if let sessionToken { added.append(Field("X-Amz-Security-Token", values[sessionToken])) }
    let names = added.map { $0.name.lowercased() } + ["authorization"]
    var signed = request
    signed.fields.removeAll { names.contains($0.name.lowercased()) }
    signed.fields += added
    let date = Self.text(of: moment)
    return added + [Field("Authorization", authorization(of: signed, date, values))]
  }

  /// Whether a request bears the signature that its own date and the keys make.
  public func verifies(_ request: Exchange.Request, with values: CredentialValues) -> Bool? {
    guard let found = request.fields.values(of: "Authorization").first else { return nil }
    guard let date = request.fields.values(of: "X-Amz-Date").first else { return false }
    let names = Self.signedNames(in: found)
    guard names.contains("host"), names.contains("x-amz-date") else { return false }
    if service == "s3" {
      let digest = request.fields.values(of: "X-Amz-Content-Sha256")
      guard digest == [SHA256.hexadecimal(of: request.body)] else { return false }
    }
    var signed = request
    signed.fields.removeAll { !names.contains($0.name.lowercased()) }
    return found == authorization(of: signed, date, values)
  }
}

// MARK: - The signing process

extension AWSSignature {
  /// Fields that are not signed: those that a proxy or the connection may change.
  private static let unsigned = [
    "authorization", "connection", "content-length", "expect", "te", "trailer", "transfer-encoding",
    "upgrade",
    "user-agent", "x-amzn-trace-id",
  ]

  private func authorization(
    of request: Exchange.Request,
    _ date: String,
    _ values: CredentialValues
  ) -> String {
    let headers = Self.canonicalFields(of: request)
    let names = headers.map(\.name).joined(separator: ";")
    let canonical = [
      request.method, canonicalPath(of: request.target), Self.canonicalQuery(of: request.target),
      headers.map { "\($0.name):\($0.value)\n" }.joined(), names,
      SHA256.hexadecimal(of: request.body),
    ].joined(separator: "\n")
    let scope = "\(date.prefix(8))/\(region)/\(service)/aws4_request"
    let text = [
      "AWS4-HMAC-SHA256", date, scope, SHA256.hexadecimal(of: Array(canonical.utf8)),
    ].joined(separator: "\n")
    var key = Array("AWS4\(values[secret])".utf8)
    for part in [String(date.prefix(8)), region, service, "aws4_request"] {
      key = HMAC.code(of: Array(part.utf8), key: key)
    }
    let signature = Hexadecimal.text(of: HMAC.code(of: Array(text.utf8), key: key))
    return """
      AWS4-HMAC-SHA256 Credential=\(values[keyID])/\(scope), SignedHeaders=\(names), \
      Signature=\(signature)
      """
  }

  /// Lower-case names in order, with the values of repeated ones in one line and single blanks.
  private static func canonicalFields(
    of request: Exchange.Request
  ) -> [(name: String, value: String)] {
    let names = Set(request.fields.map { $0.name.lowercased() }).subtracting(unsigned)
    return names.sorted().map { name in
      let values = request.fields.values(of: name).map { value in
        value.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
      }
      return (name, values.joined(separator: ","))
    }
  }

  /// The path without dots and repeated slashes, its segments encoded once more; that of S3 as it is.
  private func canonicalPath(of target: String) -> String {
    let path = target.prefix { $0 != "?" }
    guard service != "s3" else { return path.isEmpty ? "/" : String(path) }
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
    }
    guard !segments.isEmpty else { return "/" }
    let isFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..")
    let encoded = segments.map { PercentEncoding.encode(String($0)) }
    return "/" + encoded.joined(separator: "/") + (isFolder ? "/" : "")
  }

  /// The parameters encoded anew, by name and value.
  private static func canonicalQuery(of target: String) -> String {
    let query = target.drop { $0 != "?" }.dropFirst()
    func encoded(_ text: Substring) -> String {
      let bytes = PercentEscapes.octets(of: Array(text.utf8))
      return PercentEncoding.encode(String(decoding: bytes, as: UTF8.self))
    }
    let pairs = query.split(separator: "&").map { pair in
      let name = pair.prefix { $0 != "=" }
      return (encoded(name), encoded(pair.dropFirst(name.count).dropFirst()))
    }
    return pairs.sorted { $0 < $1 }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
  }

  private static func signedNames(in authorization: String) -> [String] {
    let begin = "SignedHeaders="
    return authorization.split(separator: ",").map { $0.drop { $0 == " " } }
      .first { $0.hasPrefix(begin) }
      .map { $0.dropFirst(begin.count).split(separator: ";").map(String.init) } ?? []
  }

  /// A moment in the basic format of ISO 8601: `20150830T123600Z`.
  private static func text(of moment: Moment) -> String {
    moment.description.filter { $0 != "-" && $0 != ":" }
  }
}

extension RequestSignature where Self == AWSSignature {
  /// AWS Signature Version 4; keys come from environment variables.
  public static func awsSignature(
    region: String,
    service: String,
    keyID: String = "AWS_ACCESS_KEY_ID",
    secret: String = "AWS_SECRET_ACCESS_KEY",
    sessionToken: String? = nil
  ) -> AWSSignature {
    AWSSignature(
      region: region,
      service: service,
      keyID: keyID,
      secret: secret,
      sessionToken: sessionToken
    )
  }
}
