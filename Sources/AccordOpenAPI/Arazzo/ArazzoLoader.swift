import AccordModel
import AccordSchema

/// Reads Arazzo documents with the documents that they are about.
struct ArazzoLoader {
  /// The folder inside of which files are read, if it is named.
  private let root: String?
  private var library = ArazzoLibrary()
  /// The URIs of the documents of the suites, and of the Arazzo documents.
  private var suiteURIs: [String] = []
  private var documentURIs: [String] = []

  /// How many Arazzo documents are read.
  private static let mostDocuments = 100

  init(root: String? = nil) { self.root = root }

  /// Adds a document that was named.
  mutating func add(_ description: Description) throws(DescriptionFlaws) {
    let uri = description.library.documents[0].uri
    guard case .arazzo = description.kind else {
      library.suites.append(try ImportedSuite(of: description))
      suiteURIs.append(uri)
      return
    }
    let errors = description.problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw DescriptionFlaws(file: description.root.file, lines: errors.map { "\($0)" })
    }
    library.documents.append(ArazzoLibrary.Document(description))
    documentURIs.append(uri)
  }

  /// Reads a document that was named; `isArazzo` says what it has to be.
  mutating func add(path: String, isArazzo: Bool) throws(DescriptionFlaws) {
    let description = try description(path)
    if case .arazzo = description.kind {
    } else if isArazzo {
      throw DescriptionFlaws(
        file: path,
        lines: ["\(path): It is no Arazzo document but an OpenAPI document."]
      )
    }
    guard isArazzo else {
      library.suites.append(try ImportedSuite(of: description))
      suiteURIs.append(description.library.documents[0].uri)
      return
    }
    try add(description)
  }

  private func description(_ path: String) throws(DescriptionFlaws) -> Description {
    do throws(DescriptionFailure) {
      return try Description(contentsOf: path, folder: root)
    } catch {
      throw DescriptionFlaws(file: path, lines: ["\(error)"])
    }
  }

  /// The suites, with the workflows of the documents that were named.
  mutating func suites(_ inputs: [JSONMember]) throws(DescriptionFlaws) -> [ImportedSuite] {
    let named = (suites: library.suites.count, documents: library.documents.count)
    var next = 0
    while next < library.documents.count, next < Self.mostDocuments {
      for item in library.documents[next].root["sourceDescriptions"]?.items ?? [] {
        guard let name = item["name"]?.text else { continue }
        let source = try source(item, of: next, named)
        library.documents[next].sources.append((name, source))
      }
      next += 1
    }
    let importer = ArazzoImporter(library, given: inputs)
    return importer.suites(withWorkflowsOf: 0..<named.documents)
  }

  // MARK: - Source descriptions

  private mutating func source(
    _ item: DescriptionNode,
    of document: Int,
    _ named: (suites: Int, documents: Int)
  ) throws(DescriptionFlaws) -> ArazzoLibrary.Source {
    guard let url = item["url"]?.text, item["type"]?.text != "asyncapi" else { return .other }
    let isArazzo = item["type"]?.text == "arazzo"
    let uri = DocumentReferences.resolved(url, documentURIs[document])
    let known = isArazzo ? documentURIs : suiteURIs
    let count = isArazzo ? named.documents : named.suites
    if let number = Self.index(of: uri, in: known, named: count)
      ?? (isAlone(isArazzo, document) && count == 1 && !isArazzo ? 0 : nil)
    {
      return isArazzo ? .document(number) : .suite(number)
    }
    guard let path = Self.localFile(url, uri) else {
      throw DescriptionFlaws(
        file: item.file,
        lines: [
          "\(item.file):\(item.position.line):\(item.position.column): error: The source description "
            + "\"\(item["name"]?.text ?? "")\" is \"\(url)\", which is no file that is there, and nothing is "
            + "fetched. Give the file by \(isArazzo ? "--arazzo" : "--openapi")."
        ]
      )
    }
    let description = try description(path)
    if case .arazzo = description.kind {
      try add(description)
      return .document(library.documents.count - 1)
    }
    library.suites.append(try ImportedSuite(of: description))
    suiteURIs.append(uri)
    return .suite(library.suites.count - 1)
  }

  /// The document of a URI, else the one of its file name among those that were named.
  private static func index(of uri: String, in known: [String], named: Int) -> Int? {
    func name(_ uri: String) -> Substring { uri.split(separator: "/").last ?? "" }
    return known.firstIndex(of: uri)
      ?? known.prefix(named).firstIndex { name($0) == name(uri) && !name(uri).isEmpty }
  }

  /// Whether a document names one source of a kind.
  private func isAlone(_ isArazzo: Bool, _ document: Int) -> Bool {
    let items = library.documents[document].root["sourceDescriptions"]?.items ?? []
    return items.count {
      ($0["type"]?.text == "arazzo") == isArazzo && $0["type"]?.text != "asyncapi"
    } == 1
  }

  /// The path of a file that a reference names which is relative; a document may lead nowhere else.
  private static func localFile(_ reference: String, _ uri: String) -> String? {
    guard !reference.hasPrefix("/"), !reference.contains(":"),
      let path = DescriptionFiles.path(of: uri), DescriptionFiles.regularFile(path) != nil
    else { return nil }
    return DescriptionFiles.shown(path)
  }
}
