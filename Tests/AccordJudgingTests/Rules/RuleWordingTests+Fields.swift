extension RuleWordingTests {
  /// What the rules of fields, labels and syntax say.
  static let fields = #"""
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
    answers-in-time: an answer that is right and late
      at response time
      expected the whole answer within 300 ms
      actual 300.1 ms from the request to the end of the answer
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
    """#
}
