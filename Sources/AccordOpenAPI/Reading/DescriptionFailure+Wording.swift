import AccordSchema

extension DescriptionFailure: CustomStringConvertible {
  /// What is wrong and what to do, as a sentence.
  package var message: String {
    switch reason {
    case .unreadable: "The file cannot be read. Check the path and its permissions."
    case .folder: "It is a folder. Name a file in it."
    case .tooLarge(let limit): "The file holds more than the \(limit) bytes that are read."
    case .json(let error): "The file is not JSON: \(error.message)"
    case .yaml(let failure): failure.message
    case .notAnObject(let kind):
      "Expected an OpenAPI, Swagger or Arazzo document, found a value of the type \(kind.rawValue)."
    case .unknownFormat:
      "Expected one of the members \"openapi\", \"swagger\" and \"arazzo\", which say what the document "
        + "is, found none."
    case .unknownVersion(let text, let member):
      "Expected a version of \"\(member)\" that is known, which are Swagger \"2.0\", OpenAPI \"3.0.x\", "
        + "\"3.1.x\" and \"3.2.x\", and Arazzo \"1.0.x\" and \"1.1.x\", found \(quoted(text))."
    case .versionIsNoText(let text, let member):
      "Expected the version of \"\(member)\" as a string, found \(quoted(text)) without quotes; a version "
        + "such as 3.1 is a number in YAML, write it as \"3.1.0\"."
    }
  }

  /// The failure as compilers write it.
  package var line: String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file)\(place): error: \(message)"
  }

  /// The line.
  package var description: String { line }
}

extension YAMLFailure {
  /// What is wrong and what to do, as a sentence.
  package var message: String {
    switch reason {
    case .notBuilt:
      "The file is YAML, or no JSON, and this build reads JSON alone. Build Accord with the trait YAML, "
        + "or give the document as JSON."
    case .empty: "The file has no value."
    case .notUTF8: "The file is not UTF-8 here."
    case .syntax(let problem, let context):
      "The file is not YAML: \(problem)" + (context.map { " \($0)" } ?? "") + "."
    case .character(let scalar):
      "The character U+" + hexadecimal(scalar)
        + " is not allowed in YAML; write it as an escape in "
        + "double quotes."
    case .severalDocuments:
      "A second document begins here; a description is one document."
    case .duplicateKey(let name, let first):
      "The member \(quoted(name)) stands twice, first on line \(first.line); keep one of them."
    case .complexKey: "Expected a scalar as the key, found a collection."
    case .unknownTag(let tag):
      "The tag \(quoted(tag)) has no meaning in a description; values are those of JSON."
    case .tag(let tag, let value):
      "The value \(quoted(value)) is none of the tag \(quoted(tag))."
    case .noNumber(let text):
      "The value \(quoted(text)) is no number of JSON; write it in quotes if it is a string."
    case .merge: "Expected a mapping, or a list of mappings, behind the merge key <<."
    case .undefinedAlias: "The alias names no anchor before it."
    case .recursiveAlias(let name):
      "The alias *\(name) stands inside of what the anchor &\(name) names: a value of JSON does not hold "
        + "itself. Refer to a schema by \"$ref\" instead."
    case .tab:
      "Expected spaces, found a tab: YAML indents lines by spaces alone (YAML 1.2, section 6.1)."
    case .tooDeep(let limit): "Values stand more than \(limit) deep inside one another."
    case .tooLarge(let limit): "The file holds more than the \(limit) bytes that are read."
    case .tooManyValues(let limit):
      "Aliases make more than \(limit) values of the file."
    }
  }
}

private func quoted(_ text: String) -> String { Found(.string(text)).text ?? "" }

private func hexadecimal(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
}
