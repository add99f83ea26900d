import ArgumentParser

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

  /// All bytes up to the end, or up to a limit: input may be endless.
  static func read(upTo limit: Int) throws -> InputFile.Content {
    guard let content = InputFile.content(of: STDIN_FILENO, upTo: limit) else {
      throw ValidationError(
        "Standard input cannot be read. Pipe a body into the command, or name a file in place of -."
      )
    }
    return content
  }

  /// All bytes up to the end, of what no one sends without end.
  static func read() throws -> [UInt8] {
    let content = try read(upTo: InputFile.streamLimit)
    guard !content.isCut else {
      throw ValidationError("Standard input holds more than \(InputFile.streamLimit) bytes.")
    }
    return content.bytes
  }
}
