import AccordReporting
import AccordSchema
import ArgumentParser

/// Reads the record of a run.
enum RunFile {
  /// The run in a file that `accord verify` wrote with `--report json` or `--report events`.
  static func read(_ path: String) throws -> RunRecord {
    let isPiped = path == StandardInput.operand
    let bytes = isPiped ? try StandardInput.read() : try InputFile.read(path)
    do {
      return try RunRecord(reading: bytes)
    } catch let error as JSONSyntaxError {
      throw ValidationError(
        """
        Cannot read "\(path)": it is not JSON: \(error). Give a file that `\(ConformanceCommand.toolName) verify` wrote \
        with --report json or --report events.
        """
      )
    } catch let error as RunRecordError {
      throw ValidationError("Cannot read \"\(path)\": \(error)")
    }
  }
}
