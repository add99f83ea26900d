import AccordModel

/// Requests and the Authorization field that others sign them with.
struct SignedRequest: Sendable {
  var name: String
  var service = "service"
  var target: String
  var method = "GET"
  var fields: [Field] = []
  var body = ""
  var sessionToken: String?
  var signedHeaders: String
  var signature: String
}

extension SignedRequest {
  /// The published test suite of Signature Version 4 (aws-sig-v4-test-suite, Apache License 2.0): its
  /// requests and the signatures in its `.authz` files, of which each name is that of a file.
  ///
  /// A header over several lines is as many headers of one name there. Of the last two the lines are
  /// those of which the signatures are: `charset=utf8`, and without Content-Length.
  static let published: [SignedRequest] = [
    SignedRequest(
      name: "get-header-key-duplicate",
      target: "/",
      fields: [
        Field("My-Header1", "value2"), Field("My-Header1", "value2"), Field("My-Header1", "value1"),
      ],
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"
    ),
    SignedRequest(
      name: "get-header-value-multiline",
      target: "/",
      fields: [
        Field("My-Header1", "value1"), Field("My-Header1", "value2"), Field("My-Header1", "value3"),
      ],
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790"
    ),
    SignedRequest(
      name: "get-header-value-order",
      target: "/",
      fields: [
        Field("My-Header1", "value4"), Field("My-Header1", "value1"), Field("My-Header1", "value3"),
        Field("My-Header1", "value2"),
      ],
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"
    ),
    SignedRequest(
      name: "get-header-value-trim",
      target: "/",
      fields: [Field("My-Header1", "value1"), Field("My-Header2", "\"a   b   c\"")],
      signedHeaders: "host;my-header1;my-header2;x-amz-date",
      signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"
    ),
    SignedRequest(
      name: "get-unreserved",
      target: "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
      signedHeaders: "host;x-amz-date",
      signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"
    ),
    SignedRequest(
      name: "get-utf8",
      target: "/ሴ",
      signedHeaders: "host;x-amz-date",
      signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"
    ),
    SignedRequest(
      name: "get-vanilla-empty-query-key",
      target: "/?Param1=value1",
      signedHeaders: "host;x-amz-date",
      signature: "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"
    ),
    SignedRequest(
      name: "get-vanilla-query-order-key-case",
      target: "/?Param2=value2&Param1=value1",
      signedHeaders: "host;x-amz-date",
      signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    ),
    SignedRequest(
      name: "get-vanilla-query-order-key",
      target: "/?Param1=value2&Param1=Value1",
      signedHeaders: "host;x-amz-date",
      signature: "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1"
    ),
    SignedRequest(
      name: "get-vanilla-query-order-value",
      target: "/?Param1=value2&Param1=value1",
      signedHeaders: "host;x-amz-date",
      signature: "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694"
    ),
    SignedRequest(
      name: "get-vanilla-query-unreserved",
      target:
        "/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
      signedHeaders: "host;x-amz-date",
      signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"
    ),
    SignedRequest(
      name: "get-vanilla-query",
      target: "/",
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    SignedRequest(
      name: "get-vanilla-utf8-query",
      target: "/?ሴ=bar",
      signedHeaders: "host;x-amz-date",
      signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"
    ),
    SignedRequest(
      name: "get-vanilla",
      target: "/",
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    SignedRequest(
      name: "get-relative-relative",
      target: "/example1/example2/../..",
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    SignedRequest(
      name: "get-relative",
      target: "/example/..",
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    SignedRequest(
      name: "get-slash-dot-slash",
      target: "/./",
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    SignedRequest(
      name: "get-slash-pointless-dot",
      target: "/./example",
      signedHeaders: "host;x-amz-date",
      signature: "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"
    ),
    SignedRequest(
      name: "get-slash",
      target: "//",
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    SignedRequest(
      name: "get-slashes",
      target: "//example//",
      signedHeaders: "host;x-amz-date",
      signature: "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"
    ),
    SignedRequest(
      name: "get-space",
      target: "/example space/",
      signedHeaders: "host;x-amz-date",
      signature: "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"
    ),
    SignedRequest(
      name: "post-header-key-case",
      target: "/",
      method: "POST",
      signedHeaders: "host;x-amz-date",
      signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    ),
    SignedRequest(
      name: "post-header-key-sort",
      target: "/",
      method: "POST",
      fields: [Field("My-Header1", "value1")],
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"
    ),
    SignedRequest(
      name: "post-header-value-case",
      target: "/",
      method: "POST",
      fields: [Field("My-Header1", "VALUE1")],
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"
    ),
    SignedRequest(
      name: "post-sts-header-after",
      target: "/",
      method: "POST",
      signedHeaders: "host;x-amz-date",
      signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    ),
    SignedRequest(
      name: "post-sts-header-before",
      target: "/",
      method: "POST",
      sessionToken: longToken,
      signedHeaders: "host;x-amz-date;x-amz-security-token",
      signature: "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"
    ),
    SignedRequest(
      name: "post-vanilla-empty-query-value",
      target: "/?Param1=value1",
      method: "POST",
      signedHeaders: "host;x-amz-date",
      signature: "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"
    ),
    SignedRequest(
      name: "post-vanilla-query",
      target: "/?Param1=value1",
      method: "POST",
      signedHeaders: "host;x-amz-date",
      signature: "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"
    ),
    SignedRequest(
      name: "post-vanilla",
      target: "/",
      method: "POST",
      signedHeaders: "host;x-amz-date",
      signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    ),
    SignedRequest(
      name: "post-x-www-form-urlencoded-parameters",
      target: "/",
      method: "POST",
      fields: [
        Field("Content-Type", "application/x-www-form-urlencoded; charset=utf8"),
        Field("Content-Length", "13"),
      ],
      body: "Param1=value1",
      signedHeaders: "content-type;host;x-amz-date",
      signature: "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe"
    ),
    SignedRequest(
      name: "post-x-www-form-urlencoded",
      target: "/",
      method: "POST",
      fields: [
        Field("Content-Type", "application/x-www-form-urlencoded"), Field("Content-Length", "13"),
      ],
      body: "Param1=value1",
      signedHeaders: "content-type;host;x-amz-date",
      signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
    ),
  ]

  private static let longToken = """
    AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwA\
    eMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8p\
    hUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT\
    38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabI\
    Qwj2ICCR/oLxBA==
    """

  /// Requests signed by botocore 1.x, of S3 and of another service: paths and queries that are encoded
  /// already, contents, sessions.
  static let ofBotocore: [SignedRequest] = [
    SignedRequest(
      name: "s3 GET",
      service: "s3",
      target: "/bucket/a%20b/%C3%A9+x~y//z?list-type=2&prefix=a%2Fb%20c&delimiter=%2F",
      signedHeaders: "host;x-amz-content-sha256;x-amz-date",
      signature: "b8efd28cec865d921961df554b62e0cbc04976e0cc8a2e6b3813011411214d2f"
    ),
    SignedRequest(
      name: "s3 PUT",
      service: "s3",
      target: "/bucket/key.txt",
      method: "PUT",
      fields: [Field("Content-Type", "text/plain")],
      body: "hello, world",
      signedHeaders: "content-type;host;x-amz-content-sha256;x-amz-date",
      signature: "56c403e20ba352b918fa83f4a8d85f103c6d1c57f74d8b2c36d2080261e5345d"
    ),
    SignedRequest(
      name: "s3 DELETE",
      service: "s3",
      target: "/bucket/key?versionId=abc%3D%3D",
      method: "DELETE",
      sessionToken: "tok/en+1==",
      signedHeaders: "host;x-amz-content-sha256;x-amz-date;x-amz-security-token",
      signature: "9d6cd1a0461343b28802cebc312caf271d62b6412720b460136c026e0c86d163"
    ),
    SignedRequest(
      name: "execute-api GET",
      service: "execute-api",
      target: "/stage/a%20b/%C3%A9?q=a%20b&empty=&A=1&a=2",
      signedHeaders: "host;x-amz-date",
      signature: "cc605584d5b5e3cf6b8ee1bf120c42c05b8e9c5241485685e534afddfd167914"
    ),
    SignedRequest(
      name: "execute-api POST",
      service: "execute-api",
      target: "/stage/items/",
      method: "POST",
      fields: [Field("Content-Type", "application/json")],
      body: "{\"name\":\"lamp\"}",
      sessionToken: "tok/en+1==",
      signedHeaders: "content-type;host;x-amz-date;x-amz-security-token",
      signature: "461a1dab1ad0d3627dab8747029f1ba4730f33b9cb657cac5a85674c49d09500"
    ),
  ]
}
