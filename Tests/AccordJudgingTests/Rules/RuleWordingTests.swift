import AccordJudging
import AccordModel
import Testing

/// What is said of each rejected example, word by word.
@Suite struct RuleWordingTests {
  @Test func everyRejectedExampleIsExplained() {
    var lines: [String] = []
    for rule in RuleSet.standard.rules {
      for example in rule.rejected {
        lines.append("\(rule.id): \(example.name)")
        for violation in Judge().judge(example).violations {
          lines += [
            "  at \(violation.place)", "  expected \(violation.expected)",
            "  actual \(violation.actual)",
          ]
        }
      }
    }
    let expected = Self.wording.split(separator: "\n").map(String.init)
    // What was added or left out moves all lines behind it: the first tells.
    let first = zip(lines, expected).first { $0 != $1 }
    #expect(first?.0 == first?.1)
    #expect(lines.count == expected.count)
  }

  static let wording = #"""
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
    response-headers: a field that is missing
      at response header X-Shelf
      expected the field X-Shelf
      actual none
    response-headers: a wrong value
      at response header X-Shelf
      expected integer
      actual string "top"
    response-headers: a forbidden field
      at response header Set-Cookie
      expected no field Set-Cookie
      actual Set-Cookie: a=b
    response-headers: a refusal without its challenge
      at response header WWW-Authenticate
      expected the field WWW-Authenticate
      actual none
    allow-lists-methods: a method that is served and not listed
      at response header Allow
      expected a list with GET and without POST
      actual Allow: DELETE
    allow-lists-methods: a method in lower case, which is another one
      at response header Allow
      expected a list with GET and without POST
      actual Allow: get
    allow-lists-methods: the method that is refused
      at response header Allow
      expected a list with GET and without POST
      actual Allow: GET, POST
    digest-is-of-content: the digest of something else
      at response header Docker-Content-Digest
      expected sha256:fa2c8cc4f28176bbeed4b736df569a34c79cd3723e9ec42f9674b4d46ac6b8b8
      actual sha256:0000000000000000000000000000000000000000000000000000000000000000
    digest-is-of-content: no digest
      at response header Docker-Content-Digest
      expected the field Docker-Content-Digest
      actual none
    digest-is-of-content: what is no digest
      at response header Repr-Digest
      expected sha-256=:+iyMxPKBdrvu1Lc231aaNMec03I+nsQvlnS01GrGuLg=:
      actual sha-256=abc
    content-type-is-well-formed: two charsets
      at response header Content-Type
      expected one media type, with each parameter once
      actual application/json; charset=utf-8; Charset=iso-8859-1, which has 2 parameters charset
    content-type-is-well-formed: the same charset twice
      at response header Content-Type
      expected one media type, with each parameter once
      actual application/json; charset=utf-8; charset=utf-8, which has 2 parameters charset
    content-type-is-well-formed: two fields
      at response header Content-Type
      expected one media type, with each parameter once
      actual 2 fields: application/json; charset=utf-8 and application/json
    content-type-is-well-formed: no media type
      at response header Content-Type
      expected one media type, with each parameter once
      actual json, which is no media type
    content-type-matches-format: another media type
      at response header Content-Type
      expected application/json
      actual text/plain
    content-type-matches-format: none
      at response header Content-Type
      expected application/json
      actual no Content-Type
    content-type-matches-format: a page
      at response header Content-Type
      expected application/json
      actual text/html
    content-type-matches-format: the other format
      at response header Content-Type
      expected application/xml
      actual application/json; charset=utf-8
    content-type-matches-format: JSON where rows are asked for
      at response header Content-Type
      expected text/jsonl
      actual application/json; charset=utf-8
    content-type-matches-format: a page for a wrong request
      at response header Content-Type
      expected application/json
      actual text/html
    charset-matches-format: none
      at response header Content-Type
      expected charset=utf-8
      actual no charset
    charset-matches-format: another
      at response header Content-Type
      expected charset=utf-8
      actual charset=iso-8859-1
    charset-matches-format: a charset that rows of JSON cannot have
      at response header Content-Type
      expected charset=utf-8
      actual charset=utf-16
    body-is-empty: an empty object
      at response body
      expected no body
      actual 2 bytes: "{}"
    body-is-empty: a line end
      at response body
      expected no body
      actual 1 byte: "\n"
    body-is-well-formed: a comma too many
      at response body
      expected well-formed JSON: another value after the comma
      actual the closing bracket
    body-is-well-formed: a text that ends early
      at response body
      expected well-formed JSON: the closing quote of the string
      actual the end of the text
    body-is-well-formed: nothing
      at response body
      expected well-formed JSON
      actual an empty body
    body-is-well-formed: a name that stands twice
      at response body
      expected well-formed JSON
      actual the member name "id" stands twice in one object, first at line 1, column 2
    body-is-well-formed: a byte order mark
      at response body
      expected well-formed JSON
      actual the text begins with a byte order mark, which JSON forbids to send
    body-is-well-formed: tags that do not match
      at response body
      expected well-formed XML: </id>, which closes the element opened at line 1, column 25
      actual </title>
    body-is-well-formed: XML with a document type declaration
      at response body
      expected XML with no document type declaration
      actual <!DOCTYPE; it is refused, so that no entity is expanded and nothing is fetched
    body-is-well-formed: XML that declares another encoding
      at response body
      expected well-formed XML
      actual the XML declaration says iso-8859-1, the document was read as UTF-8
    body-is-well-formed: a row that is not JSON
      at response body
      expected well-formed JSON Lines: a JSON value
      actual 'E'
    body-is-well-formed: a quote that nothing closes
      at response body
      expected well-formed CSV: a closing quote for the field
      actual the end of the text
    body-is-well-formed: a row with a field too many
      at response body
      expected well-formed CSV: 2 fields as in the first row
      actual 3
    body-is-well-formed: two columns of one name
      at response body
      expected well-formed CSV: names that differ
      actual id twice
    body-is-well-formed: JSV without its last brace
      at response body
      expected well-formed JSV: ',' or '}'
      actual the end of the text
    body-is-well-formed: JSV with a name twice
      at response body
      expected well-formed JSV: names that differ
      actual id twice
    body-is-well-formed: an error that cannot be read
      at response body
      expected well-formed JSON: a JSON value
      actual 'U'
    body-is-well-formed: an error in JSON of no bytes, where it is only assumed which error it should be
      at response body
      expected well-formed JSON
      actual an empty body
    body-is-well-formed: an error cut off, where it is only assumed which error it should be
      at response body
      expected well-formed JSON: the closing quote of the string
      actual the end of the text
    error-message: no message
      at response body /errorMsg
      expected a message that is not empty
      actual none
    error-message: an empty message
      at response body /errorMsg
      expected a message that is not empty
      actual an empty string
    error-message: a message that is null
      at response body /errorMsg
      expected a message that is not empty
      actual null
    error-body-matches-schema: a code that is a string
      at response body /errorCode
      expected integer
      actual string "1006"
    error-body-matches-schema: a member of another type
      at response body /trace
      expected string
      actual an array of 0 items
    error-body-matches-schema: a code that is a word, in JSV
      at response body /errorCode
      expected integer
      actual string "x"
    body-matches-schema: a member that is missing
      at response body
      expected a member "title"
      actual none
    body-matches-schema: a member of another type
      at response body /id
      expected integer
      actual string "7"
    body-matches-schema: null where it may not be
      at response body /title
      expected string
      actual null
    body-matches-schema: another namespace
      at response body /Book
      expected <Book> in the namespace urn:books
      actual <Book> in the namespace urn:shop
    body-matches-schema: elements in another order
      at response body /Book/id
      expected <id> before <title>
      actual it after that
    body-matches-schema: a row with a member of another type
      at response body row 2 /title
      expected string
      actual integer 9
    body-matches-schema: a column of another name
      at response body row 1
      expected a member "title"
      actual none
    body-matches-schema: a field of another type
      at response body row 2 /id
      expected integer
      actual string "eight"
    body-matches-schema: a field without the value that must be there
      at response body row 1 /id
      expected integer
      actual string ""
    body-matches-schema: a member of another type in a list in a field
      at response body /items/1/id
      expected integer
      actual string "x"
    body-matches-schema: two rows for one object
      at response body
      expected one row
      actual 2 rows
    body-matches-schema: JSV with a text for a number
      at response body /id
      expected integer
      actual string "x"
    body-matches-schema: JSV with a list for a text
      at response body /title
      expected string
      actual an array of 1 item
    answer-follows-request: more than asked for
      at response body /items
      expected at most 1 item, as size of the request says
      actual 2 items
    answer-follows-request: an item of another shop
      at response body /items/1/id
      expected 7, as shop of the request
      actual 8
    answer-follows-request: another page than the one asked for
      at response body /total
      expected 2, as page of the request
      actual 1
    body-has-promised-size: nothing
      at response body
      expected at least 1 byte
      actual 0 bytes
    body-has-promised-size: more than there may be
      at response body
      expected 1 to 3 bytes
      actual 4 bytes
    outputs-are-given: no Location
      at response header Location
      expected a value, the output book
      actual none
    outputs-are-given: another value
      at response body /id
      expected at least 100, the output book
      actual 7
    criteria-hold: another value
      at response body /title
      expected "Persuasion", a success criterion
      actual "Emma"
    criteria-hold: a text without the pattern
      at response body /title
      expected a text in which ^P is found, a success criterion
      actual "Emma"
    criteria-hold: a list that lacks something
      at response body /authors
      expected array, a success criterion
      actual none
    waiting-ends: never done
      at response body /title
      expected "Persuasion" within 3 requests, 1.0 seconds apart
      actual "Emma"
    same-read-twice: another title
      at response body /items/0/title
      expected "Emma", as in step 1 (GET /books)
      actual "Ida"
    head-answers-as-get: a method that is not served
      at response status
      expected 200, as in step 1 (GET /books)
      actual 405
    head-answers-as-get: another tag
      at response header ETag
      expected x, as in step 1 (GET /books)
      actual y
    head-answers-as-get: a length of nothing
      at response header Content-Length
      expected 35, as in step 1 (GET /books), because GET's content has so many bytes
      actual 0
    not-modified: no tag
      at response header ETag
      expected one entity tag in quotes (RFC 9110 section 8.8.3)
      actual none
    not-modified: a tag without quotes
      at response header ETag
      expected one entity tag in quotes (RFC 9110 section 8.8.3)
      actual a
    not-modified: the whole again
      at response status
      expected 304, because the request has the ETag of step 1 (GET /books)
      actual 200
    not-modified: the whole again for the other strength
      at response status
      expected 304, because the request has the ETag of step 1 (GET /books)
      actual 200
    not-modified: 304 for another tag
      at response status
      expected the whole answer, because the request has another validator
      actual 304
    not-modified: 304 without its tag
      at response header ETag
      expected the ETag of step 1 (GET /books), which a 304 has too (RFC 9110 section 15.4.5)
      actual none
    precondition-failed: the change itself
      at response status
      expected 412, because If-Match has a tag that the resource has not
      actual 200
    precondition-failed: another refusal
      at response status
      expected 412, because If-Match has a tag that the resource has not
      actual 404, the error BookNotFound (1044)
    ranges-are-served: the whole in place of a part
      at response status
      expected 206, because Range asks for one byte of step 1 (GET /books)
      actual 200
    ranges-are-served: a part that is not said to be one
      at response header Content-Range
      expected bytes 0-0/12
      actual none
    ranges-are-served: another byte
      at response body
      expected the byte 0 of step 1 (GET /books): {
      actual 1 byte: "
    ranges-are-served: another length of the whole beyond its end
      at response header Content-Range
      expected bytes */12, the length of step 1 (GET /books)
      actual bytes */13
    location-leads: nowhere
      at response header Location
      expected one URI reference that leads to books.get
      actual none
    location-leads: nothing there
      at response status
      expected an answer of books.get, because Location of step 1 (GET /v1/books/7) leads there
      actual 404, the error BookNotFound (1044)
    location-leads: another book
      at response body /id
      expected 7, as in step 1 (GET /v1/books/7)
      actual 8
    link-leads: no reference
      at response header Link
      expected a URI reference of the relation first that leads to books.get
      actual a b
    link-leads: nothing there
      at response status
      expected an answer of books.get, because Link first of step 1 (GET /v1/books/7) leads there
      actual 404, the error BookNotFound (1044)
    link-leads: another book
      at response body /id
      expected 7, as in step 1 (GET /v1/books/7)
      actual 8
    reads-back: other bytes
      at response body
      expected 4 bytes with SHA-256 d9dacb3ee168be4dbc39386975b6964d353c438d8f57a68914a3228b5385fe69, as in step 1 (PUT /books/7)
      actual 4 bytes with SHA-256 f8647579f0a5f48f4e7dd9e01e6fe967f2b618e78f6b30a057f4a270eafcbcc6; the first byte that differs is at 3
    reads-back: fewer bytes
      at response body
      expected 4 bytes with SHA-256 d9dacb3ee168be4dbc39386975b6964d353c438d8f57a68914a3228b5385fe69, as in step 1 (PUT /books/7)
      actual 2 bytes with SHA-256 ab56faecef2669c4c9751f01369fad75d2c03c53172d7df071273b1a74b8e823; the first byte that differs is at 2
    idempotent: another book
      at response body /items/0/id
      expected 7, as in step 1 (GET /books), because Idempotency-Key is the same
      actual 8
    pages-hold-all: an item on two pages
      at response body /items/0
      expected an item that is on no page before
      actual 8, which is in step 1 (GET /books?size=2) too
    pages-hold-all: a page that is too long
      at response body /items
      expected at most 2 items, as size says
      actual 3 items
    pages-hold-all: a page that leads to itself
      at response body /items/0
      expected an item that is on no page before
      actual 7, which is in step 1 (GET /books?size=2) too
    pages-hold-all: fewer items than there are
      at response body /items
      expected 3 items on the pages together, as /total says
      actual 2 items
    formats-agree: another title in XML
      at response body /items/0/title
      expected "Emma", as in json
      actual "Ida" in xml
    formats-agree: a row that is missing
      at response body /items/1
      expected {"id":8,"title":"I"}, as in json
      actual nothing in jsonl
    formats-agree: a row of CSV too many
      at response body /items/1
      expected nothing, as in json
      actual {"id":8,"title":"Ida"} in csv
    formats-agree: another number in a field of CSV
      at response body /items/0/id
      expected 7, as in json
      actual 8 in csv
    formats-agree: a member that JSV loses
      at response body /items/0/note
      expected "x", as in json
      actual nothing in jsv
    stronger-place-wins: the answer of the other value
      at response body /items/0
      expected {"id":7,"title":"Emma"}, as in step 1 (GET /books?shop=a), because the other shop does not count
      actual nothing
    stronger-place-wins: a refusal of the other value
      at response status
      expected 200, as in step 1 (GET /books?shop=a), because the other shop does not count
      actual 404, the error BookNotFound (1044)
    page-is-bounded: one item too many
      at response body /items
      expected at most 1 item, as size says
      actual 2 items
    pages-do-not-overlap: the same page twice
      at response body /items/0
      expected an item that is not in step 1 (GET /books?page=1&size=1)
      actual 7.0, which is
    pages-are-complete: an item on no page
      at response body /items
      expected the 3 items of step 1 (GET /books) on the pages together
      actual 2 items on them; 8 is on none
    pages-are-complete: an item that only a page has
      at response body /items/1
      expected one of the 1 item of step 1 (GET /books)
      actual 8, which is none of them
    total-is-stable: the length of the page as the total
      at response body /total
      expected 1, as in step 1 (GET /books?page=1&size=1)
      actual 0
    total-is-stable: the length of the page as the total of full pages
      at response body /total
      expected at least 2, which the pages hold together
      actual 1
    total-is-count: a total of more than is listed
      at response body /total
      expected 1, which is how many items are listed
      actual 2
    first-page-by-each-number: pages counted from zero
      at response body /items
      expected the items of step 2 (GET /books?page=1&size=1): 8
      actual 7
    sorting-sorts: another member than the one that is named
      at response body /items/1/title
      expected a value with which the list ascends by /title after "b"
      actual "a"
    sorting-sorts: no regard to the direction
      at response body /items
      expected a member by which step 1 (GET /books?by=0&order=up) ascends and this list descends
      actual both lists in the same order
    sorting-sorts: other items
      at response body /items
      expected the 3 items of step 1 (GET /books?by=0&order=up), 3 among them
      actual 1 item without it
    others-stay: another item that is gone
      at response body /items
      expected 8, as in step 1 (GET /books)
      actual 0 items without it
    others-stay: another item in another state
      at response body /items/0/title
      expected I, as in step 1 (GET /books)
      actual gone
    acts-differ: both in the same state
      at response body /items
      expected what step 1 (DELETE /books/7) left to differ from what step 2 (DELETE /books/8) left
      actual both listed alike: /title is X
    list-contains: left out
      at response body /items
      expected an item with 7 at /id once
      actual not at all
    list-contains: twice
      at response body /items
      expected an item with 7 at /id once
      actual 2 times
    list-omits: still
      at response body /items/1
      expected no item with 7 at /id
      actual it once
    state-is-shown: another
      at response body /title
      expected "Persuasion"
      actual "Emma"
    state-is-shown: none
      at response body /note
      expected "x"
      actual nothing
    change-is-visible: the same item
      at response body /items/1
      expected an item with 7 at /id that is not as in step 2 (GET /books), or none
      actual the same item: {"id":7,"title":"Emma"}
    change-is-visible: the same item but for a place that says nothing of it
      at response body /items/0
      expected an item with 7 at /id that is not as in step 2 (GET /books), or none
      actual the same item: {"id":7,"title":"Persuasion"}
    written-is-read: another
      at response body /id
      expected 7, as step 1 (GET /v1/books/7) wrote it
      actual 8
    written-is-read: lost
      at response body /note
      expected 7, as step 1 (GET /v1/books/7) wrote it
      actual nothing
    written-is-read: the bytes in another order
      at response body
      expected 4 bytes with SHA-256 d9dacb3ee168be4dbc39386975b6964d353c438d8f57a68914a3228b5385fe69, as step 1 (PUT /books/7) wrote it
      actual 4 bytes with SHA-256 3357b62f2657d452863f1d374227b7684ee549ed77448fddc8fe782822fb2877
    refused-changes-nothing: changed
      at response body /title
      expected "Emma", as in step 1 (GET /v1/books/7), because the step before was refused
      actual "Persuasion"
    refused-changes-nothing: gone from the list
      at response body /items
      expected an item with 7 at /id once, as in step 2 (GET /books), because the step before was refused
      actual not at all
    refused-changes-nothing: other bytes
      at response body
      expected "4 bytes with SHA-256 d9dacb3ee168be4dbc39386975b6964d353c438d8f57a68914a3228b5385fe69", as in step 1 (GET /v1/books/7), because the step before was refused
      actual "3 bytes with SHA-256 3a7e45f3971ff48da1c740bd057bdc8e83f8957e81d1fc9ab9b4e4367e97c220"
    others-stay-as-they-were: changed
      at response body /title
      expected "Emma", as in step 1 (GET /v1/books/7), because the step before was done to another
      actual "Persuasion"
    others-stay-as-they-were: gone from the list
      at response body /items
      expected an item with 7 at /id once, as in step 2 (GET /books), because the step before was done to another
      actual not at all
    repeated-changes-nothing: changed
      at response body /title
      expected "Emma", as in step 1 (GET /v1/books/7), because the step before was sent before
      actual "Persuasion"
    repeated-changes-nothing: gone from the list
      at response body /items
      expected an item with 7 at /id once, as in step 2 (GET /books), because the step before was sent before
      actual not at all
    """#
}
