import AccordReporting
import AccordSchema
import ArgumentParser

/// Reads what contracts promised at an earlier time.
enum PromisesFile {
  /// The promises in a file that `accord document --promises` wrote.
  static func read(_ path: String) throws -> ContractRecord {
    let bytes = try InputFile.read(path)
    let reason: String
    do {
      return try ContractRecord(parsing: bytes)
    } catch let error as RunRecordError {
      reason = "expected \(error.expected) at \(error.place), found \(error.found)"
    } catch {
      reason = "it is not JSON: \(error)"
    }
    throw ValidationError(
      """
      --since: "\(path)" does not hold the promises of contracts: \(reason). Give a file that \
      `\(ConformanceCommand.toolName) document --promises FILE` wrote.
      """
    )
  }
}
