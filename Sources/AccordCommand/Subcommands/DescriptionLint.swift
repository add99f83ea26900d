import AccordOpenAPI
import AccordReporting
import ArgumentParser

/// What `accord lint --openapi` does: tells the problems of documents, each at its place.
struct DescriptionLint {
  let files: [String]

  /// The folder inside of which files are read to which they refer.
  let root: String?

  /// Writes the problems and exits with 1 if there are errors.
  func run() throws {
    var errors = 0
    var warnings = 0
    for file in files {
      do throws(DescriptionFailure) {
        let description = try Description(contentsOf: file, folder: root)
        for problem in description.problems {
          if problem.severity == .error { errors += 1 } else { warnings += 1 }
          Console.standard.write(problem.line + "\n")
        }
      } catch {
        errors += 1
        Console.standard.write(error.line + "\n")
      }
    }
    let found =
      errors + warnings == 0
      ? "no problems" : quantity(errors, "error") + ", " + quantity(warnings, "warning")
    Console.standard.write("\(quantity(files.count, "document")), \(found)\n")
    if errors > 0 { throw ExitCode(1) }
  }
}
