import AccordModel
import Testing

@Suite("Requests are signed as AWS signs them")
struct AWSSignatureTests {
  private let values = CredentialValues([
    "KEY_ID": "AKIDEXAMPLE", "SECRET": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  ])

  @Test(arguments: SignedRequest.published)
  func keepsThePublishedVectors(_ expected: SignedRequest) throws {
    try holds(expected, host: "example.amazonaws.com")
  }

  @Test(arguments: SignedRequest.ofBotocore)
  func signsAsBotocoreDoes(_ expected: SignedRequest) throws {
    try holds(expected, host: "\(expected.service).us-east-1.amazonaws.com")
  }

  @Test func findsWhatWasChangedAfterTheSigning() throws {
    for expected in SignedRequest.ofBotocore {
      let (signature, values) = signer(of: expected)
      let right = try signed(expected, host: "\(expected.service).us-east-1.amazonaws.com")
      #expect(signature.verifies(right, with: values) == true)
      var others: [Exchange.Request] = []
      func change(_ edit: (inout Exchange.Request) -> Void) {
        var other = right
        edit(&other)
        others.append(other)
      }
      change { $0.method = "PATCH" }
      change { $0.target += $0.target.contains("?") ? "&x=1" : "?x=1" }
      change { $0.target = "/other" + $0.target }
      change { $0.body += [1] }
      change { $0.fields[0].value = "other.example" }
      change { $0.fields.removeAll { $0.name == "X-Amz-Date" } }
      for other in others { #expect(signature.verifies(other, with: values) == false) }
      var unsigned = right
      unsigned.fields.removeAll { $0.name == "Authorization" }
      #expect(signature.verifies(unsigned, with: values) == nil)
      let wrong = CredentialValues([
        "KEY_ID": "AKIDEXAMPLE", "SECRET": "another", "TOKEN": expected.sessionToken ?? "",
      ])
      #expect(signature.verifies(right, with: wrong) == false)
    }
  }

  private func holds(_ expected: SignedRequest, host: String) throws {
    let request = try signed(expected, host: host)
    #expect(
      request.fields.values(of: "Authorization") == [
        """
        AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/\(expected.service)/aws4_request, \
        SignedHeaders=\(expected.signedHeaders), Signature=\(expected.signature)
        """
      ],
      "\(expected.name)"
    )
  }

  private func signer(of expected: SignedRequest) -> (AWSSignature, CredentialValues) {
    let signature = AWSSignature(
      region: "us-east-1",
      service: expected.service,
      keyID: "KEY_ID",
      secret: "SECRET",
      sessionToken: expected.sessionToken.map { _ in "TOKEN" }
    )
    let values = CredentialValues([
      "KEY_ID": self.values["KEY_ID"], "SECRET": self.values["SECRET"],
      "TOKEN": expected.sessionToken ?? "",
    ])
    return (signature, values)
  }

  private func signed(_ expected: SignedRequest, host: String) throws -> Exchange.Request {
    let (signature, values) = signer(of: expected)
    let moment = try #require(Moment(parsing: "2015-08-30T12:36:00Z"))
    var request = Exchange.Request(
      origin: "https://\(host)",
      method: expected.method,
      target: expected.target,
      fields: [Field("Host", host)] + expected.fields,
      body: Array(expected.body.utf8)
    )
    let fields = signature.fields(for: request, with: values, at: moment)
    request.fields += fields
    return request
  }
}
