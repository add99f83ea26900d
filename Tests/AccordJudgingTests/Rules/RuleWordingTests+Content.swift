extension RuleWordingTests {
  /// What the rules of content say.
  static let content = #"""
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
    """#
}
