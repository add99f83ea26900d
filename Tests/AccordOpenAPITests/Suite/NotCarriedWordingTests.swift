import Testing

@testable import AccordOpenAPI

/// What is said of what no other test meets.
@Suite struct NotCarriedWordingTests {
  static let messages: [(reason: NotCarried.Reason, message: String)] = [
    (
      .ownServers,
      "The servers of a path or an operation are not called: all requests go to one server."
    ),
    (
      .repeatedParameter("id"),
      "Another parameter of the operation is called id: this one is never sent."
    ),
    (
      .ignoredHeader("Accept"),
      "Accept is not described by a parameter (OpenAPI, \"Parameter Object\"): it is ignored."
    ),
    (.method("a b"), "\"a b\" is no method: the operation is not checked."),
    (.emptyValue, "That the parameter may be sent without a value is not tried."),
    (.contentOfParameter(mediaType: "text/csv"), "The value is not looked into as text/csv."),
    (.mediaTypeParameters("a/b; c=d"), "The parameters of a/b; c=d are not looked at."),
    (
      .sameEssence("a/b"),
      "Another media type differs from a/b in its parameters only: this one is not checked."
    ),
    (.encoding(why: "so."), "The encoding is not followed: so."),
    (.stream, "The items of a stream are not looked into."),
    (.interimAnswer("100"), "100 is an interim answer: it is not promised."),
    (.status("7"), "\"7\" is no status: the answer is not promised."),
    (.header(why: "so."), "The header is not looked into: so."),
    (.exampleNotRead, "The example is not used: its value does not stand in the document."),
    (.discriminatorDefault, "The default of the discriminator is not looked at."),
    (.combination, "A request bears one credential: those beside the first are not sent."),
    (.noRequest(why: "so."), "The operation is not checked: so."),
    (
      .extensionMember(why: "So."),
      "The document is read without the members that begin with x-accord-. So."
    ),
    (.noWord("The query in the path"), "The query in the path is not looked at."),
  ]

  @Test(arguments: messages) func saysWhy(_ reason: NotCarried.Reason, _ message: String) {
    #expect(reason.message == message)
  }
}
