import AccordModel
import AccordSchema

extension ContentCoding.Failure {
  /// What was expected and what was found, apart.
  func mismatch(of fields: [String], asked: [String]) -> SyntaxMismatch {
    switch self {
    case .unknown:
      let reason = asked.isEmpty ? ", because the request asks for none" : ""
      return SyntaxMismatch(
        "no content coding but gzip or deflate\(reason)",
        found: "Content-Encoding: \(Excerpt.text(fields.joined(separator: ", ")))"
      )
    case .tooMany(let count):
      return SyntaxMismatch("at most 3 content codings", found: "\(count)")
    case .broken(let coding, let failure):
      return SyntaxMismatch(
        "content in the coding \(Excerpt.text(coding)), as Content-Encoding says",
        found: failure.words
      )
    case .tooLarge(let coding, let limit):
      return SyntaxMismatch(
        "at most \(limit) bytes once the coding \(Excerpt.text(coding)) is taken off",
        found: "more"
      )
    }
  }

  /// Whether the coding is one that the request asked for and that is not read here, so that nothing is
  /// known to be wrong.
  func isAsked(by fields: [String]) -> Bool {
    guard case .unknown(let coding) = self else { return false }
    let asked = fields.flatMap { $0.split(separator: ",") }.map { part in
      part.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
    }
    return asked.contains(coding.lowercased()) || asked.contains("*")
  }
}

extension Inflate.Failure {
  /// What was found in place of compressed content.
  fileprivate var words: String {
    switch self {
    case .malformed: "bytes that are not DEFLATE (RFC 1951)"
    case .notWrapped: "bytes that do not begin as that coding does"
    case .truncated: "bytes that end too soon"
    case .surplus(let count): "\(count) byte\(count == 1 ? "" : "s") after its end"
    case .checksum: "content of another checksum or length than its end names"
    case .tooLarge: "more than is unpacked"
    }
  }
}
