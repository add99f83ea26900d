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
  /// The URIs of files by those that the names of documents make of references to them.
  private var others: [String: String] = [:]

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
        read(
          DocumentReferences.resolved(reference, base),
          orFile: DocumentReferences.resolved(reference, document.uri)
        )
      }
    }
    return DescriptionLibrary(documents, missing: missing, known: others, duplicates: duplicates)
  }

  private mutating func add(_ reading: DescriptionDocument.Reading) {
    documents.append(reading.document)
    duplicates += reading.problems
    known.formUnion(reading.document.references.resources.keys)
  }

  /// Reads the document of a URI; of a document that is named after a place on a network, what it
  /// refers to is looked for beside its file.
  private mutating func read(_ uri: String, orFile file: String) {
    guard !known.contains(uri), missing[uri] == nil, others[uri] == nil else { return }
    if uri != file, !uri.hasPrefix("file:"), given[uri] == nil {
      read(file, orFile: file)
      if known.contains(file) { others[uri] = file } else { missing[uri] = missing[file] }
      return
    }
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
