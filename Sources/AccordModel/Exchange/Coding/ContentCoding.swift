/// The codings that Content-Encoding names, taken off content (RFC 9110 section 8.4).
package enum ContentCoding {
  /// Why a coding cannot be taken off.
  package enum Failure: Error, Sendable, Hashable {
    /// A coding that is not read here.
    case unknown(String)
    /// More codings one on another than are taken off.
    case tooMany(Int)
    /// The bytes are not what the coding makes.
    case broken(coding: String, Inflate.Failure)
    /// The content is larger than the limit.
    case tooLarge(coding: String, limit: Int)
  }

  /// The most bytes that content is unpacked to: 64 megabytes.
  package static let largestContent = 64 << 20

  /// How many codings are taken off, one after another.
  private static let mostCodings = 3

  /// The codings that fields name, in the order in which they were applied.
  package static func names(in fields: [Field]) -> [String] {
    fields.values(of: "Content-Encoding").flatMap { $0.split(separator: ",") }
      .map { $0.filter { $0 != " " && $0 != "\t" } }
      .filter { !$0.isEmpty && $0.lowercased() != "identity" }
  }

  /// The content without its codings, the last of which was applied last.
  package static func decoded(
    _ content: [UInt8],
    _ codings: [String],
    limit: Int = largestContent
  ) throws(Failure) -> [UInt8] {
    guard codings.count <= mostCodings else { throw .tooMany(codings.count) }
    var content = content
    for coding in codings.reversed() {
      let name = coding.lowercased()
      guard ["gzip", "x-gzip", "deflate"].contains(name) else { throw .unknown(coding) }
      do throws(Inflate.Failure) {
        content =
          try name == "deflate"
          ? Inflate.zlib(content, limit: limit) : Inflate.gzip(content, limit: limit)
      } catch {
        guard case .tooLarge = error else { throw .broken(coding: coding, error) }
        throw .tooLarge(coding: coding, limit: limit)
      }
    }
    return content
  }
}
