import AccordSchema

/// A description with every file that it refers to, read.
///
/// It is an OpenAPI, Swagger or Arazzo document in JSON or YAML. Nothing is fetched from a network.
package struct Description: Sendable {
  /// What the document is, and the version that it states.
  package let kind: Kind

  let library: DescriptionLibrary

  /// Reads a file, and the files to which it refers, which are read inside a folder only; without one
  /// it is the nearest folder around with `.git` in it, else the current folder where the file is inside,
  /// else the folder of the file.
  ///
  /// - Throws: ``DescriptionFailure`` if the file itself cannot be read. What is wrong with the files
  ///   to which it refers is among the problems.
  package init(
    contentsOf path: String,
    folder: String? = nil
  ) throws(DescriptionFailure) {
    let bytes = try DescriptionFiles.read(path)
    let uri = DescriptionFiles.uri(of: path)
    var loader = DescriptionLoader(files: DescriptionFiles(around: path, folder: folder))
    try self.init(DescriptionDocument.read(bytes, named: path, at: uri), &loader)
  }

  /// Reads a document in memory, which may refer to others that are given by their names.
  package init(
    parsing bytes: [UInt8],
    named name: String,
    beside others: [(name: String, bytes: [UInt8])] = []
  ) throws(DescriptionFailure) {
    var given: [String: DescriptionDocument.Reading] = [:]
    for other in others {
      let uri = Self.uri(ofMemory: other.name)
      given[uri] = try DescriptionDocument.read(other.bytes, named: other.name, at: uri)
    }
    var loader = DescriptionLoader(files: nil, given: given)
    let uri = Self.uri(ofMemory: name)
    try self.init(DescriptionDocument.read(bytes, named: name, at: uri), &loader)
  }

  private init(
    _ reading: DescriptionDocument.Reading,
    _ loader: inout DescriptionLoader
  ) throws(DescriptionFailure) {
    kind = try Kind(of: reading.document)
    library = loader.library(of: reading)
  }

  /// The URI of a document that was given by its name or by its URI.
  private static func uri(ofMemory name: String) -> String {
    DocumentReferences.resolved(name, "memory:///")
  }

  /// The outermost value of the document that was named.
  package var root: DescriptionNode {
    DescriptionNode(library, DescriptionLibrary.Place(document: 0, entry: 0), at: .root)
  }

  /// The files that were read, as they were given, the one that was named first.
  package var files: [String] { library.documents.map(\.file) }
}
