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
    ("http://h/a b", "http://h", "h", "/a%20b"),
    ("http://h/\u{FC}/", "http://h", "h", "/%C3%BC"),
    ("http://h/%C3%BC%2f(x)", "http://h", "h", "/%C3%BC%2f(x)"),
    ("http://h/a\"<b>\\^`{|}[x]", "http://h", "h", "/a%22%3Cb%3E%5C%5E%60%7B%7C%7D%5Bx%5D"),
    ("http://h/a;b=c,d@e:f", "http://h", "h", "/a;b=c,d@e:f"),
    ("http://b\u{FC}cher.example/x", "http://xn--bcher-kva.example", "xn--bcher-kva.example", "/x"),
    ("http://B\u{DC}CHER.example", "http://xn--bcher-kva.example", "xn--bcher-kva.example", ""),
    ("http://bu\u{308}cher.example", "http://xn--bcher-kva.example", "xn--bcher-kva.example", ""),
    ("http://\u{4F8B}\u{3048}\u{3002}jp:81", "http://xn--r8jz45g.jp:81", "xn--r8jz45g.jp:81", ""),
    ("http://xn--bcher-kva.example", "http://xn--bcher-kva.example", "xn--bcher-kva.example", ""),
    ("http://my_service:8080", "http://my_service:8080", "my_service:8080", ""),
    ("http://a.example./", "http://a.example.", "a.example.", ""),
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
    (
      "http://h/%zz",
      """
      expected two hexadecimal digits after every % of the path, found "%zz"; write %25 for a \
      percent sign
      """
    ),
    (
      "http://h/100%",
      """
      expected two hexadecimal digits after every % of the path, found "%"; write %25 for a \
      percent sign
      """
    ),
    (
      "http://h/\r\nX-Evil: y",
      #"expected a URL without control characters, found "http://h/\r\nX-Evil: y""#
    ),
    (
      "http://h\u{7F}",
      #"expected a URL without control characters, found "http://h\u{7F}""#
    ),
    (
      "http://a b/",
      """
      expected a host name (RFC 1123, or RFC 5890 beyond ASCII) or an IP address, found "a b"
      """
    ),
    (
      "http://\u{2603}.example",
      """
      expected a host name (RFC 1123, or RFC 5890 beyond ASCII) or an IP address, found \
      "\u{2603}.example"
      """
    ),
    (
      "http://[::1::2]/",
      """
      expected a host name (RFC 1123, or RFC 5890 beyond ASCII) or an IP address, found "[::1::2]"
      """
    ),
    (
      "http://a<b>",
      """
      expected a host name (RFC 1123, or RFC 5890 beyond ASCII) or an IP address, found "a<b>"
      """
    ),
    (
      "http://a?\u{308}x=1",
      "expected a URL without query and fragment, found \"http://a?\u{308}x=1\""
    ),
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
