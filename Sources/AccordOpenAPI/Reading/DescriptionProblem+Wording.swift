import AccordSchema

extension DescriptionProblem: CustomStringConvertible {
  /// What is wrong and what to do, as a sentence.
  package var message: String { evidence.message }

  /// The problem as compilers write it: the file, the place, how much it counts, what is wrong, and the
  /// pointer.
  package var line: String {
    let place = pointer.isRoot ? "at the root" : "at \(pointer)"
    return
      "\(file):\(position.line):\(position.column): \(severity.rawValue): \(message) (\(place))"
  }

  /// The line.
  package var description: String { line }
}

extension DescriptionProblem.Evidence {
  var message: String {
    switch self {
    case .reference(let text, let fault):
      "The reference \(quoted(text)) \(fault.words)"
    case .duplicateMember(let name, let first):
      "The member \(quoted(name)) stands twice, first on line \(first.line); keep one of them."
    case .violation(let expected, let actual, let advice):
      "Expected \(expected), found \(actual)." + (advice.map { " " + $0 } ?? "")
    case .exampleBesideExamples:
      "Expected either \"example\" or \"examples\", found both."
    case .nothingDescribed:
      "Expected at least one of \"paths\", \"components\" and \"webhooks\", found none."
    case .relativePath(let path):
      "Expected a path that begins with a slash, found \(quoted(path)). Write \(quoted("/" + path))."
    case .bodyWithoutMeaning(let method):
      "The body of a \(method) request has no meaning that is generally defined (RFC 9110, section 9.3); "
        + "servers may ignore or refuse it."
    case .pathTemplate(let path):
      "The braces in the path \(quoted(path)) do not match; write each variable as {name}."
    case .repeatedVariable(let name, let path):
      "The variable \(quoted(name)) stands twice in the path \(quoted(path)); name each once."
    case .undeclaredVariable(let name, let path):
      "The variable \(quoted(name)) of the path \(quoted(path)) has no parameter; declare one with "
        + "\"in\": \"path\"."
    case .unusedPathParameter(let name, let path):
      "The path \(quoted(path)) has no variable \(quoted(name)) for this parameter; write "
        + "{\(name)} in the path, or remove the parameter."
    case .samePath(let path, let first, let other):
      "The path \(quoted(path)) equals \(quoted(other)) on line \(first.line) but for the names of its "
        + "variables; describe it once."
    case .ambiguousPath(let path, let first, let other):
      "The path \(quoted(path)) may match what \(quoted(other)) on line \(first.line) matches, and "
        + "neither is the more concrete one; it is not said which is meant."
    case .repeatedParameter(let name, let place):
      "A parameter \(quoted(name)) in \(place) stands in this list before; keep one of them."
    case .severalBodies:
      "A request has one body: keep one parameter in \"body\", or parameters in \"formData\"."
    case .repeatedOperationID(let name, let file, let first):
      "The operationId \(quoted(name)) is that of another operation too, at \(file):\(first.line):"
        + "\(first.column); each needs one of its own."
    case .unknownOperation(let name):
      "No operation has the operationId \(quoted(name))."
    case .unknownLinkParameter(let name, let operation, let meant):
      "The operation \(operation) has no parameter \(quoted(name))."
        + (meant.map { " Did you mean \(quoted($0))?" } ?? "")
    case .unknownScope(let scope, let name, let known):
      "No flow of the security scheme \(quoted(name)) declares the scope \(quoted(scope)). "
        + (NearestName.question(scope, among: known)
          ?? (known.isEmpty
            ? "There are none." : "There are: " + known.map(quoted).joined(separator: ", ") + "."))
    case .unknownSecurityScheme(let name):
      "No security scheme is declared as \(quoted(name))."
    case .scopes(let name, let type):
      "Expected an empty list, because the security scheme \(quoted(name)) is of type \(quoted(type)), "
        + "which has no scopes."
    case .undeclaredTag(let name): "The list \"tags\" of the document has no tag \(quoted(name))."
    case .repeatedTag(let name): "The tag \(quoted(name)) is declared twice; keep one of them."
    case .undeclaredServerVariable(let name):
      "The variable \(quoted(name)) of the URL is not among the \"variables\" of the server."
    case .serverDefault(let value, let values):
      "The default \(quoted(value)) is none of the values of \"enum\": "
        + values.map(quoted).joined(separator: ", ") + "."
    case .noItems:
      "Expected a member \"items\" beside the type array, found none; write items: {} where every item is "
        + "right."
    case .neitherWay:
      "Expected at most one of \"readOnly\" and \"writeOnly\", found both; no request and no answer has the "
        + "member then."
    case .repeatedValue(let value):
      "The value \(shown(value)) stands twice in \"enum\"; keep one of them."
    case .noValue(let kind, let why):
      "No \(kind ?? "value") satisfies the schema: \(why)"
    case .noValueFound:
      "No value was found that satisfies the schema; show one as its example, or look whether its keywords "
        + "contradict each other."
    case .schema(let sentence): "The schema means nothing: \(sentence)"
    case .unknownMapping(let text):
      "The discriminator maps to \(quoted(text)), which is neither the name of a schema under "
        + "components nor a reference to one."
    case .example(let expected, let actual):
      "The example does not follow its schema: expected \(expected), found \(actual)."
    case .defaultValue(let expected, let actual):
      "The default does not follow its schema: expected \(expected), found \(actual)."
    }
  }
}

extension DescriptionProblem.ReferenceFault {
  fileprivate var words: String {
    switch self {
    case .notFetched(let uri):
      "leads to \(shown(uri)), which is not fetched; keep the document in a file beside this one, and "
        + "refer to the file."
    case .missingFile(let path): "leads to \(quoted(path)), and there is no such file."
    case .outside(let folder):
      "leads out of the folder \(quoted(folder)), inside of which files are read; name a folder that holds "
        + "both files with --root."
    case .tooManyFiles(let limit): "leads to one file more than the \(limit) that are read."
    case .unreadable(let failure):
      "leads to a file that cannot be read: \(failure.line)"
    case .missingPlace(let pointer): "leads nowhere: there is no value at \(shown(pointer))."
    case .missingAnchor(let name): "leads nowhere: no schema has the anchor \(quoted(name))."
    case .malformed:
      "cannot be read: behind # stands a JSON Pointer such as #/components/schemas/Order, or the name "
        + "of an anchor, with % written as %25."
    case .endless: "leads back to itself."
    case .notAnObject(let kind): "leads to a value of the type \(kind.rawValue), not to an object."
    }
  }
}

/// A name or a text of a document in quotes, cut to a bounded length.
private func quoted(_ text: String) -> String { JSON.string(shown(text)).description }

/// A text of a document, cut to a bounded length.
private func shown(_ text: String) -> String {
  text.unicodeScalars.count <= 200 ? text : String(text.unicodeScalars.prefix(200)) + "…"
}
