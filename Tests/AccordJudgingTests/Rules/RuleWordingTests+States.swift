extension RuleWordingTests {
  /// What the rules of states say.
  static let states = #"""
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
