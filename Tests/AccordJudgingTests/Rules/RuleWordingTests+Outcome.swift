extension RuleWordingTests {
  /// What the rules of framing and outcomes say.
  static let outcome = #"""
    message-framing: lines that end with LF alone
      at response message
      expected Every line ends with CR LF, not with LF alone.
      actual a message that deviates from it (RFC9112-2.2-bare-lf)
    message-framing: something that no byte shows
      at response message
      expected Nothing shows what is not there.
      actual a message that deviates from it (RFC9112-0-unseen)
    message-framing: no HTTP at all
      at response message
      expected A response begins with its status line: HTTP/1.1, a status and a reason.
      actual a message that deviates from it (RFC9112-2.1-not-http)
    message-framing: bytes after the body
      at after the response
      expected nothing after the end of the message
      actual 2 bytes: "\r\n"
    version-is-honoured: the answer of version 1 for version 2
      at response body
      expected the answer of version 2
      actual the answer of version 1
    version-is-honoured: an absent version that is refused
      at response status
      expected the answer of version 1, with status 200
      actual 400, an error with the code 1051, which the catalogue does not list
    version-is-honoured: a version that is not found
      at response status
      expected the answer of version 1, with status 200
      actual 404
    wrong-request-is-refused: a book for a request without a token
      at response status
      expected a refusal with MissingToken
      actual 200, as if the request were right
    wrong-request-is-refused: no content for a request without a token
      at response status
      expected a refusal with MissingToken
      actual 204, as if the request were right
    wrong-request-is-refused: a redirection of a wrong request
      at response status
      expected a refusal with MissingToken
      actual 302, a redirection
    wrong-request-is-refused: a fault of the server for a wrong request
      at response status
      expected a refusal with InvalidParameter
      actual 500, a fault of the server
    wrong-request-is-refused: a redirection, where it is only assumed that the request is refused
      at response status
      expected a refusal with MissingToken
      actual 302, a redirection
    wrong-request-is-refused: an undeclared fault, where it is only assumed that the request is refused
      at response status
      expected a refusal with InvalidParameter
      actual 503, a fault of the server
    wrong-request-is-refused: a fault of the server that the contract does not list
      at response status
      expected a refusal with InvalidParameter
      actual 500, an error with the code 2001, which the catalogue does not list, a fault of the server
    wrong-request-is-refused: the answer to a missing token for a wrong parameter
      at response status
      expected a refusal with InvalidParameter
      actual 401, the error MissingToken (1006), the answer to a missing or wrong credential
    wrong-request-is-refused: 401 without a word for a wrong parameter
      at response status
      expected a refusal with UnsupportedVersion
      actual 401, the answer to a missing or wrong credential
    status-is-declared: a fault of a gateway
      at response status
      expected a status that the contract declares: 200, 400 to 499 or 500
      actual 503
    status-is-declared: a success that is another
      at response status
      expected a status that the contract declares: 200, 400 to 499 or 500
      actual 202
    status-is-expected: an error for a right request
      at response status
      expected 200
      actual 500, the error Internal (2000)
    status-is-expected: a right body with the status of an error
      at response status
      expected 200
      actual 404
    status-is-expected: the code of success with the status of an error
      at response status
      expected 200
      actual 400, with the code of success
    error-in-success-status: an error with status 200
      at response body /errorCode
      expected no error, with status 200
      actual the error Internal (2000), with status 200
    error-in-success-status: a refusal with status 200
      at response body /errorCode
      expected a status of 400 or more with an error
      actual the error MissingToken (1006), with status 200
    success-code-in-error-status: a refusal whose code is that of success
      at response body /errorCode
      expected the code of an error with status 401
      actual the code of success
    error-is-listed: an error of other endpoints
      at response body /errorCode
      expected one of the 6 errors that the endpoint lists
      actual 400, the error PaidAlready (1009)
    error-is-listed: the name of an error of other endpoints
      at response body /errorName
      expected one of the 6 errors that the endpoint lists
      actual 400, the error PaidAlready (77)
    error-status: the error with a status of the server's
      at response status
      expected 400 with 1002 (InvalidParameter)
      actual 500, the error InvalidParameter (1002)
    error-status: the error with another status of the caller's
      at response status
      expected 401 with 1006 (MissingToken)
      actual 400, the error MissingToken (1006)
    error-name: another error
      at response body /errorCode
      expected 1006 (MissingToken)
      actual the error ExpiredToken (1007), with status 401
    error-name: another error with its own status
      at response status
      expected 401 with 1006 (MissingToken)
      actual 400, the error InvalidParameter (1002)
    error-name: a catalogued error for one whose code is not known
      at response body /errorCode
      expected a code of no other error (UnsupportedVersion, whose code is not known)
      actual the error InvalidParameter (1002), with status 400
    error-name: no code at all
      at response body /errorCode
      expected 1006 (MissingToken)
      actual no error there, with status 401
    error-name: no body
      at response body /errorCode
      expected 1006 (MissingToken)
      actual an empty body, with status 401
    error-name: another field
      at response body /fields
      expected an item whose name is id
      actual title
    """#
}
