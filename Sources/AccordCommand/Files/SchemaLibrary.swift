import Accord

/// The files to which a schema may refer: those that were named, and those in its folder.
///
/// Nothing is fetched, and no link leads out of the folder.
struct SchemaLibrary {
  /// How many files are read because a schema refers to them.
  private static let fileLimit = 1000

  private(set) var registry = SchemaRegistry()
  /// The files that were named, by their paths, each read once: a pipe cannot be read again.
  private let named: [(path: String, document: JSON)]
  /// The folder, without links, inside of which files are read.
  private let root: String?
  private let rootName: String
  /// What the URIs of documents that name themselves begin with, and the folders of their files.
  private var bases: [(uri: String, folder: String)] = []
  private var count = 0

  /// A library for a schema at a path.
  ///
  /// - Throws: ``UnusableSchema`` if a named file is no JSON, or the folder is not there.
  init(
    of path: String,
    _ document: JSON,
    named: [String],
    folder: String?
  ) throws {
    self.named = try named.map { ($0, try SchemaFile.json($0)) }
    rootName = folder ?? FileURI.folder(of: path)
    root = FileURI.real(rootName)
    if let folder, root == nil {
      throw UnusableSchema("--schema-root: there is no folder \"\(folder)\". Check the path.")
    }
    if let folder, let root, !FileURI.isFolder(root) {
      throw UnusableSchema(
        "--schema-root: \"\(folder)\" is a file. Name the folder that holds the files to which the "
          + "schema refers."
      )
    }
    note(document, at: path)
    for (file, document) in self.named { registry.add(document, at: FileURI.of(file)) }
  }

  /// Adds the document that a schema misses, if it can be had.
  mutating func add(_ uri: String, missedBy schema: String) throws {
    if let document = document(named: uri) {
      registry.add(document, at: uri)
      return
    }
    let path = try file(of: uri, schema)
    guard count < Self.fileLimit else {
      throw UnusableSchema(
        "The schema \"\(schema)\" refers to more than \(Self.fileLimit) files. Give one schema that "
          + "holds them."
      )
    }
    count += 1
    let document = try SchemaFile.json(path, missedBy: schema)
    note(document, at: path)
    registry.add(document, at: uri)
  }

  private mutating func note(_ document: JSON, at path: String) {
    guard let identifier = (document["$id"] ?? document["id"])?.string,
      let slash = identifier.lastIndex(of: "/")
    else { return }
    bases.append((String(identifier[...slash]), FileURI.folder(of: path)))
  }

  /// The file that was named whose name is the last part of a URI.
  private mutating func document(named uri: String) -> JSON? {
    let last = uri.split(separator: "/").last.flatMap { FileURI.decoded($0) } ?? uri
    let candidates = named.filter { $0.path.split(separator: "/").last.map(String.init) == last }
    guard candidates.count == 1 else { return nil }
    note(candidates[0].document, at: candidates[0].path)
    return candidates[0].document
  }

  /// The path of the file that holds a document.
  private func file(of uri: String, _ schema: String) throws -> String {
    let refers = "The schema \"\(schema)\" refers to "
    if let escaped = FileURI.escapedPath(uri) {
      let name = shown(String(escaped))
      let path: String
      do throws(PercentEscapes.Failure) {
        path = try PercentEscapes.decoded(escaped)
      } catch {
        throw UnusableSchema(refers + "\"\(name)\", which cannot be read: \(error.message)")
      }
      guard !path.utf8.contains(0) else {
        throw UnusableSchema(refers + "\"\(name)\", and no file has %00 in its name.")
      }
      return try inside(path, refers + "\"\(shown(path))\"")
    }
    for (base, folder) in bases where uri.hasPrefix(base) {
      guard let rest = FileURI.decoded(uri.dropFirst(base.count)),
        let path = try? inside(folder + "/" + rest, "")
      else { continue }
      return path
    }
    throw UnusableSchema(
      refers + "\"\(uri)\", which is not fetched. Give a file of it by a further --schema FILE; "
        + "its name or its $id tells which it is."
    )
  }

  /// The path if it leads to a file inside the folder.
  private func inside(_ path: String, _ sentence: String) throws -> String {
    guard let real = FileURI.real(path) else {
      throw UnusableSchema(
        sentence + ", and there is no such file. Give the file by a further --schema FILE."
      )
    }
    let isInside = root.map { $0 == "/" || real.hasPrefix($0 + "/") } ?? false
    guard isInside else {
      throw UnusableSchema(
        sentence + ", which is outside the folder \"\(rootName)\". Give the file by a further "
          + "--schema FILE, or name a folder that holds both by --schema-root."
      )
    }
    guard FileURI.isRegular(real) else {
      throw UnusableSchema(sentence + ", which is no regular file.")
    }
    return real
  }

  /// A path as it is seen from the current folder, where it is inside.
  private func shown(_ path: String) -> String {
    let here = (FileURI.path(FileURI.of(".")) ?? "") + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
