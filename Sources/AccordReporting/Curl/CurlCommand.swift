package import AccordModel
import AccordSchema

/// The `curl` command that sends a request again.
///
/// Secrets are redacted already: what stands for them are shell variables, which the command leaves
/// to the shell to expand.
package struct CurlCommand: Sendable, CustomStringConvertible {
  /// The most bytes of a body that are put into the command.
  package static let bodyLimit = 8_192

  /// The most columns of a body on a command that is read rather than copied.
  package static let columnLimit = 80

  private let request: Exchange.Request
  private let variables: [String]
  private let bodyLength: Int

  /// The command for a request; `variables` are the names that the shell expands, `bodyLength` is how
  /// long its body is where not all of it is there.
  package init(
    _ request: Exchange.Request,
    expanding variables: [String] = [],
    bodyLength: Int? = nil
  ) {
    self.request = request
    self.variables = variables
    self.bodyLength = bodyLength ?? request.body.count
  }

  /// The command for a request to a suite, whose credential tells the names of the variables.
  package init(_ request: Exchange.Request, in suite: ContractSuite) {
    self.init(request, expanding: suite.secretVariables)
  }

  /// The command on one line.
  package var description: String { command(content) }

  /// The command with `@BODY` in the place of a body that has more columns than a line; nil where the
  /// body has room in it.
  package var withoutBody: String? {
    let content = content
    guard !request.body.isEmpty, bodyLength <= Self.bodyLimit else { return nil }
    let columns = content.source.count + (content.words.last?.count ?? 0)
    return columns > Self.columnLimit ? command(("", ["--data-binary", "@BODY"])) : nil
  }

  private func command(_ content: (source: String, words: [String])) -> String {
    let words =
      ["curl", "-i"] + switches + methodWords + [quoted(url)]
      + secretPairs.flatMap { pair in
        ["--url-query", quoted(String(pair))]
      } + fieldWords + content.words
    return content.source + words.joined(separator: " ")
  }

  private var url: String {
    let origin = socket == nil ? request.origin : "http://localhost"
    let secret = secretPairs
    guard !secret.isEmpty, let mark = request.target.firstIndex(of: "?") else {
      return origin + request.target
    }
    let rest = pairs.filter { !secret.contains($0) }
    let query = rest.isEmpty ? "" : "?" + rest.joined(separator: "&")
    return origin + request.target[..<mark] + query
  }

  /// The parameters of the query.
  private var pairs: [Substring] {
    request.target.drop { $0 != "?" }.dropFirst()
      .split(separator: "&", omittingEmptySubsequences: false)
  }

  /// Those whose values are variables: curl encodes what the shell puts in.
  private var secretPairs: [Substring] {
    pairs.filter { pair in
      let value = pair.drop { $0 != "=" }.dropFirst()
      return value.first == "$" && variables.contains(String(value.dropFirst()))
    }
  }

  /// The path of the Unix socket that the request went to, if it did.
  private var socket: String? {
    let scheme = "http+unix://"
    guard request.origin.hasPrefix(scheme) else { return nil }
    return try? PercentEscapes.decoded(request.origin.dropFirst(scheme.count))
  }

  /// What keeps curl from rewriting the address: its own globs, and dots in the path.
  private var switches: [String] {
    var words = socket.map { ["--unix-socket", quoted($0)] } ?? []
    let url = Array(url.utf8)
    if url.contains(where: "[]{}".utf8.contains) { words.append("-g") }
    if zip(url, url.dropFirst()).contains(where: { $0 == (UInt8(ascii: "/"), UInt8(ascii: ".")) }) {
      words.append("--path-as-is")
    }
    return words
  }

  private var methodWords: [String] {
    switch request.method {
    case "GET" where request.body.isEmpty: []
    // With -X HEAD curl waits for a body that never comes.
    case "HEAD" where request.body.isEmpty: ["-I"]
    default: ["-X", ShellText.word(request.method)]
    }
  }

  private var fieldWords: [String] {
    let names = request.fields.map { $0.name.lowercased() }
    var words: [String] = []
    for field in request.fields where !isWrittenByCurl(field) {
      if let account = account(in: field) {
        words += ["-u", quoted(account)]
        continue
      }
      if let signer {
        if field.name.lowercased() == "authorization" {
          words += ["--aws-sigv4", quoted(signer.provider), "-u", quoted(signer.account)]
          continue
        }
        // The digest of the content stays: curl before 8.0 does not send one by itself.
        if field.name.lowercased() == "x-amz-date" { continue }
      }
      // `Name;` is how curl writes a field without a value; `Name:` would leave it out.
      let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
      words += ["-H", quoted(line)]
    }
    if !names.contains("accept") { words += ["-H", "'Accept:'"] }
    if !request.body.isEmpty, !names.contains("content-type") {
      words += ["-H", "'Content-Type:'"]
    }
    return words
  }

  /// The variables of a user's name and password in a field that says who the caller is by HTTP Basic:
  /// curl encodes them itself.
  private func account(in field: Field) -> String? {
    guard field.name.lowercased() == "authorization", field.value.hasPrefix("Basic ") else {
      return nil
    }
    let pair = field.value.dropFirst("Basic ".count)
    let names = pair.split(separator: ":").map { String($0.dropFirst()) }
    guard names.count == 2, names.allSatisfy(variables.contains),
      pair == "$\(names[0]):$\(names[1])"
    else { return nil }
    return String(pair)
  }

  /// What makes curl sign the request itself, of one that bears an AWS Signature Version 4: the one
  /// that it bears is soon too old.
  private var signer: (provider: String, account: String)? {
    guard let value = request.fields.values(of: "Authorization").first,
      value.hasPrefix("AWS4-HMAC-SHA256 Credential=")
    else { return nil }
    let scope = value.dropFirst("AWS4-HMAC-SHA256 Credential=".count).prefix { $0 != "," }
    let parts = scope.split(separator: "/").map(String.init)
    guard parts.count == 5, let key = variables.firstIndex(of: String(parts[0].dropFirst())),
      parts[0] == "$\(variables[key])", variables.indices.contains(key + 1)
    else { return nil }
    return ("aws:amz:\(parts[2]):\(parts[3])", "\(parts[0]):$\(variables[key + 1])")
  }

  private func isWrittenByCurl(_ field: Field) -> Bool {
    switch field.name.lowercased() {
    case "content-length": true
    case "host":
      socket == nil ? request.origin.hasSuffix("//\(field.value)") : field.value == "localhost"
    default: false
    }
  }

  private var content: (source: String, words: [String]) {
    guard !request.body.isEmpty else { return ("", []) }
    guard bodyLength <= Self.bodyLimit else {
      return ("", ["--data-binary", "@BODY  # \(bodyLength) bytes, see report.json"])
    }
    // An argument cannot hold NUL, and `@` at its start names a file.
    if !request.body.contains(0), let text = String(validating: request.body, as: UTF8.self) {
      guard !text.unicodeScalars.contains(where: VisibleText.isInvisible) else {
        return (
          ShellText.printf(text, expanding: variables) + " | ", ["--data-binary", "@-"]
        )
      }
      return ("", [text.hasPrefix("@") ? "--data-raw" : "--data-binary", quoted(text)])
    }
    return (
      "printf \(ShellText.printfFormat(request.body)) | ", ["--data-binary", "@-"]
    )
  }

  private func quoted(_ text: String) -> String {
    ShellText.quoted(text, expanding: variables)
  }
}

extension ContractSuite {
  /// The environment variables whose names stand for secrets of the suite.
  package var secretVariables: [String] {
    credentials.flatMap(\.credential.variables)
  }
}

extension [ContractSuite] {
  /// The environment variables whose names stand for secrets of any of the suites, each once.
  package var secretVariables: [String] {
    flatMap(\.secretVariables).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
