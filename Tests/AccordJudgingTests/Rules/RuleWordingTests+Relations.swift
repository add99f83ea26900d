extension RuleWordingTests {
  /// What the rules of relations say.
  static let relation = #"""
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
    """#
}
