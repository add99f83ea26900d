import AccordSchema

/// Reads a description and every file to which it refers.
struct DescriptionLoader {
  /// How many files are read.
  static let fileLimit = 1000

  /// How files are found; nil for a document in memory, which refers to none but those given.
  let files: DescriptionFiles?
  /// Documents that were given, by their URIs.
  let given: [String: DescriptionDocument.Reading]

  private var documents: [DescriptionDocument] = []
  private var duplicates: [DescriptionProblem] = []
  private var missing: [String: DescriptionProblem.ReferenceFault] = [:]
  private var known: Set<String> = []

  init(files: DescriptionFiles?, given: [String: DescriptionDocument.Reading] = [:]) {
    self.files = files
    self.given = given
  }

  /// The documents, beginning with one.
  mutating func library(of first: DescriptionDocument.Reading) -> DescriptionLibrary {
    add(first)
    var next = 0
    while next < documents.count {
      let document = documents[next]
      next += 1
      for text in document.references.texts {
        let reference = document.tape.string(document.tape.entries[text])
        // Most references stay inside.
        guard reference.utf8.first != UInt8(ascii: "#") else { continue }
        let base = document.references.base(of: text)
        read(DocumentReferences.resolved(reference, base))
      }
    }
    return DescriptionLibrary(documents, missing: missing, duplicates: duplicates)
  }

  private mutating func add(_ reading: DescriptionDocument.Reading) {
    documents.append(reading.document)
    duplicates += reading.problems
    known.formUnion(reading.document.references.resources.keys)
  }

  private mutating func read(_ uri: String) {
    guard !known.contains(uri), missing[uri] == nil else { return }
    do throws(DescriptionProblem.ReferenceFault) {
      add(try reading(of: uri))
      known.insert(uri)
    } catch {
      missing[uri] = error
    }
  }

  private func reading(
    of uri: String
  ) throws(DescriptionProblem.ReferenceFault) -> DescriptionDocument.Reading {
    if let reading = given[uri] { return reading }
    guard let files, uri.hasPrefix("file:") else { throw .notFetched(uri: uri) }
    guard let path = DescriptionFiles.path(of: uri) else { throw .malformed }
    let shown = DescriptionFiles.shown(path)
    guard let real = DescriptionFiles.regularFile(path) else { throw .missingFile(path: shown) }
    guard files.contains(real) else { throw .outside(folder: files.folderName) }
    guard documents.count < Self.fileLimit else { throw .tooManyFiles(limit: Self.fileLimit) }
    do throws(DescriptionFailure) {
      return try DescriptionDocument.read(DescriptionFiles.read(real), named: shown, at: uri)
    } catch {
      throw .unreadable(error)
    }
  }
}
