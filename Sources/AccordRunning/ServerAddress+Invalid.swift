extension ServerAddress {
  /// Why a text is no server address.
  public enum Invalid: Error, Sendable, Hashable, CustomStringConvertible {
    /// It begins with neither `http://` nor `https://`.
    case scheme(String)
    /// It names a Unix socket without a path.
    case socket(String)
    /// It has no host.
    case host(String)
    /// Its host is neither a name nor an address.
    case name(String)
    /// Its port is not a number from 1 to 65535.
    case port(String)
    /// It holds a user name or a password.
    case credentials
    /// It has a query or a fragment.
    case query(String)
    /// It holds a line break or another control character.
    case control(String)
    /// A percent sign of its path begins no escape.
    case escape(String)

    /// What was expected, what was found and what to do.
    public var description: String {
      switch self {
      case .scheme(let text):
        "expected a URL that begins with http:// or https://, found \(Self.quoted(text))"
      case .socket(let text):
        """
        expected the path of a socket, such as unix:/run/app.sock or \
        http+unix://%2Frun%2Fapp.sock/base, found \(Self.quoted(text))
        """
      case .host(let text): "expected a host after the scheme, found \(Self.quoted(text))"
      case .name(let text):
        """
        expected a host name (RFC 1123, or RFC 5890 beyond ASCII) or an IP address, found \
        \(Self.quoted(text))
        """
      case .port(let text): "expected a port from 1 to 65535, found \(Self.quoted(text))"
      case .credentials:
        """
        expected a URL without a user name or a password, which would stand in every report; \
        give credentials in environment variables
        """
      case .query(let text):
        "expected a URL without query and fragment, found \(Self.quoted(text))"
      case .control(let text):
        "expected a URL without control characters, found \(Self.quoted(text))"
      case .escape(let text):
        """
        expected two hexadecimal digits after every % of the path, found \(Self.quoted(text)); \
        write %25 for a percent sign
        """
      }
    }

    /// The text in quotes, what is no visible character escaped.
    private static func quoted(_ text: String) -> String {
      let scalars = text.unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
          .unassigned:
          switch scalar {
          case "\n": #"\n"#
          case "\r": #"\r"#
          case "\t": #"\t"#
          default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
          }
        default: String(scalar)
        }
      }
      return "\"\(scalars.joined())\""
    }
  }
}
