import AccordAudit
import AccordSchema
import ArgumentParser

/// A file that names mutants that may survive.
enum AcceptanceFile {
  /// Reads one.
  static func read(_ path: String) throws -> Acceptance {
    let bytes = try InputFile.read(path)
    do {
      return try Acceptance(try JSONDocument(parsing: bytes).root.value)
    } catch let error as JSONSyntaxError {
      throw ValidationError("Cannot read \"\(path)\": it is not JSON: \(error).")
    } catch let error as Acceptance.Problem {
      throw ValidationError("Cannot read \"\(path)\": \(error)")
    }
  }
}
