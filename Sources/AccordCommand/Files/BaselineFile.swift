import AccordReporting
import AccordSchema
import ArgumentParser

/// Reads a baseline.
enum BaselineFile {
  /// The baseline in a file.
  static func read(_ path: String) throws -> Baseline {
    let bytes = try InputFile.read(path)
    do {
      return try Baseline(parsing: bytes)
    } catch let error as JSONSyntaxError {
      throw ValidationError("Cannot read \"\(path)\": it is not JSON: \(error).")
    } catch let error as BaselineError {
      throw ValidationError("Cannot read \"\(path)\": \(error)")
    }
  }
}
