public import AccordModel
import AccordSchema

/// A suite that was made of an OpenAPI document, with what the document says that the suite does not.
///
/// ```swift
/// let imported = try ImportedSuite(openAPI: "openapi.yaml")
/// for entry in imported.notCarried { print(entry) }
/// let run = ConformanceRun([.init(imported.suite, against: .server(address))])
/// ```
public struct ImportedSuite: Sendable {
  /// The suite: one contract for each operation, in the order of the document.
  public let suite: ContractSuite

  /// What of the document is not carried into the suite, in the order of the document.
  public let notCarried: [NotCarried]

  /// What the suite takes for granted that the document leaves open, in the order in which it was met;
  /// the assumptions of single promises stand at these.
  public let inferences: [Inference]

  /// The addresses of the servers that the document names, with their variables' defaults put in.
  public let servers: [String]

  /// The values of inputs of its workflows that are written nowhere: those that the document declares with
  /// the format `password` or as `writeOnly`.
  public internal(set) var secrets: [Secret] = []

  /// The files that were read, that of the document first, as they were given.
  package internal(set) var files: [String] = []

  /// What is taken for granted by the workflows that were inferred.
  var lives: [Inference] = []

  /// The security schemes that the document declares and that can be carried, used or not.
  var schemes: [DescribedScheme] = []

  /// The schemas that the document keeps by names, as they hold for answers and, where that is something
  /// else, for requests.
  let namedSchemas: [(name: String, schema: Schema)]

  /// The draft that the schemas of the document follow.
  let draft: SchemaDraft

  /// The name of the document.
  let document: String

  /// The operations with their contracts.
  let calls: [DescribedCall]

  init(
    suite: ContractSuite,
    notCarried: [NotCarried],
    inferences: [Inference],
    servers: [String],
    namedSchemas: [(name: String, schema: Schema)],
    draft: SchemaDraft,
    document: String,
    calls: [DescribedCall]
  ) {
    self.suite = suite
    self.notCarried = notCarried
    self.inferences = inferences
    self.servers = servers
    self.namedSchemas = namedSchemas
    self.draft = draft
    self.document = document
    self.calls = calls
  }
}

extension ImportedSuite {
  /// The same with what is known of refusals beside the document.
  ///
  /// - Throws: ``StatedRefusal/Unmatched`` for the first pattern that no refusal fits.
  public func stating(
    _ refusals: [StatedRefusal]
  ) throws(StatedRefusal.Unmatched) -> ImportedSuite {
    replacing(try suite.stating(refusals))
  }

  /// The same with another suite, and without some of what it takes for granted.
  func replacing(_ suite: ContractSuite, besides gone: [Inference] = []) -> ImportedSuite {
    var stated = ImportedSuite(
      suite: suite,
      notCarried: notCarried,
      inferences: inferences.filter { !gone.contains($0) },
      servers: servers,
      namedSchemas: namedSchemas,
      draft: draft,
      document: document,
      calls: calls
    )
    stated.secrets = secrets
    stated.files = files
    stated.lives = lives.filter { !gone.contains($0) }
    stated.schemes = schemes
    return stated
  }

  /// Makes the suite of an OpenAPI 3 or Swagger 2.0 document, in JSON or YAML, and of the files to which it
  /// refers; nothing is fetched.
  ///
  /// Files are read inside of `root`. Without it that is the nearest folder around the document with `.git` in
  /// it, else the current folder where the document is inside, else the folder of the document.
  ///
  /// - Throws: ``DescriptionFlaws`` with all problems of a document that cannot be read, or is not valid.
  public init(openAPI path: String, root: String? = nil) throws {
    let description: Description
    do throws(DescriptionFailure) {
      description = try Description(contentsOf: path, folder: root)
    } catch {
      throw DescriptionFlaws(file: path, lines: ["\(error)"])
    }
    try self.init(of: description)
  }

  /// Makes the suite of a description.
  ///
  /// - Throws: ``DescriptionFlaws`` with all problems of one that is not valid.
  package init(of description: Description) throws(DescriptionFlaws) {
    // Both take long for a large document.
    let (problems, made) = description.problems {
      SuiteImporter(description: description).imported()
    }
    let errors = problems.filter { $0.severity == .error }
    let file = description.root.file
    guard errors.isEmpty else {
      throw DescriptionFlaws(file: file, lines: errors.map { "\($0)" })
    }
    guard let made else {
      throw DescriptionFlaws(
        file: file,
        lines: ["\(file): It is no OpenAPI document but an Arazzo document."]
      )
    }
    self = made
    files = description.files
  }
}

extension ImportedSuite {
  /// The operations of the document, such as `GET /pets`, each with its contract.
  package var contractsByOperation: [(words: String, contract: Contract.ID)] {
    calls.map { ("\($0.method) \($0.path)", $0.contract) }
  }

  /// The path of the document.
  package var documentPath: String { files.first ?? document }
}
