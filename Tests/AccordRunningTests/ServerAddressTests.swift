import AccordRunning
import Testing

@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1:8080", ""),
    ("https://staging.example", "https://staging.example", "staging.example", ""),
    ("https://staging.example:443/base/", "https://staging.example", "staging.example", "/base"),
    ("HTTP://localhost:80/a/b", "http://localhost", "localhost", "/a/b"),
    ("http://[::1]:8080/", "http://[::1]:8080", "[::1]:8080", ""),
    ("https://[2001:db8::1]", "https://[2001:db8::1]", "[2001:db8::1]", ""),
  ])
  func readsAddresses(text: String, origin: String, authority: String, path: String) throws {
    let address = try ServerAddress(text)
    #expect(address.origin == origin)
    #expect(address.authority == authority)
    #expect(address.path == path)
    #expect(address.description == origin + path)
  }

  @Test(arguments: [
    (
      "staging.example",
      #"expected a URL that begins with http:// or https://, found "staging.example""#
    ),
    ("https://", #"expected a host after the scheme, found "https://""#),
    ("http://a:0", #"expected a port from 1 to 65535, found "0""#),
    ("http://a:+80", #"expected a port from 1 to 65535, found "+80""#),
    ("http://a:", #"expected a port from 1 to 65535, found """#),
    ("http://a?x=1", #"expected a URL without query and fragment, found "http://a?x=1""#),
    (
      "http://user:secret@a",
      """
      expected a URL without a user name or a password, which would stand in every report; give \
      credentials in environment variables
      """
    ),
  ])
  func refusesOthers(text: String, message: String) {
    #expect {
      try ServerAddress(text)
    } throws: { error in
      "\(error)" == message
    }
  }
}
