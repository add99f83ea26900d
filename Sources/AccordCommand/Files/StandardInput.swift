#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What is piped into the tool.
enum StandardInput {
  /// The operand that stands for standard input, as in most tools.
  static let operand = "-"

  /// The name in messages.
  static let name = "<stdin>"

  /// All bytes up to the end, or up to one more than a limit: input may be endless.
  static func read(upTo limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { chunk in
        #if canImport(Darwin)
        Darwin.read(STDIN_FILENO, chunk.baseAddress, chunk.count)
        #elseif canImport(Musl)
        Musl.read(STDIN_FILENO, chunk.baseAddress, chunk.count)
        #else
        Glibc.read(STDIN_FILENO, chunk.baseAddress, chunk.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }
}
