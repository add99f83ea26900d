public import AccordSchema

extension ImportedSuite {
  /// Makes the suites of OpenAPI documents, with the workflows of Arazzo documents.
  ///
  /// A source description is the document among `openAPI` and `arazzo` that is the same file, else the one
  /// whose file has its name, else the only OpenAPI document; else it is a file, seen from its Arazzo
  /// document, and makes a suite too. Nothing is fetched.
  ///
  /// - Parameters:
  ///   - openAPI: The paths of OpenAPI 3 or Swagger 2.0 documents.
  ///   - arazzo: The paths of Arazzo 1.0 and 1.1 documents, in JSON or YAML.
  ///   - inputs: The values of inputs of their workflows, by the names of the inputs.
  ///   - root: The folder inside of which files are read; without it that of ``init(openAPI:root:)``.
  /// - Returns: The suites, in the order of the documents.
  /// - Throws: ``DescriptionFlaws`` with all problems of a document that cannot be read, or is not valid.
  public static func suites(
    openAPI: [String],
    arazzo: [String],
    inputs: [JSONMember] = [],
    root: String? = nil
  ) throws -> [ImportedSuite] {
    var loader = ArazzoLoader(root: root)
    for path in openAPI { try loader.add(path: path, isArazzo: false) }
    for path in arazzo { try loader.add(path: path, isArazzo: true) }
    return try loader.suites(inputs)
  }
}
