package import AccordModel
package import AccordSchema

/// What an answer shows of an error, at the places where the catalogue says that errors show it.
package struct ShownError: Sendable, Hashable {
  /// The name, from a member, an element or a header field.
  package var name: String?

  /// The other names, where an answer lists several errors.
  package var otherNames: [String] = []

  /// The code, when it is not the code of success.
  package var code: JSONNumber?

  /// Whether the code of success is shown.
  package var showsSuccess = false

  /// The message for people.
  package var message: String?

  /// Where the name or the code stands, or where the first of the places is.
  package var place: Violation.Place

  /// The place in the text.
  package var position: SourcePosition?

  /// Whether the answer shows an error.
  package var isShown: Bool { name != nil || code != nil }

  init(_ observation: Observation) {
    let catalogue = observation.suite.errors
    place = Self.expectedPlace(of: catalogue, in: observation.body)
    for shown in catalogue.places {
      switch shown {
      case .header(let field):
        if name == nil, let value = observation.response.fields.values(of: field).first {
          note(name: value, at: .header(field))
        }
      case .name(let pointer):
        note(name: observation.body.value(at: pointer))
      case .element(let path):
        note(name: observation.body.value(ofElement: path))
      case .listedName(let list, let member):
        let names = observation.body.values(of: member, inItemsAt: list).compactMap(\.string)
        for (index, text) in names.enumerated() where !text.isEmpty {
          guard name != nil else {
            note(name: observation.body.value(at: list.appending("\(index)").appending(member)))
            continue
          }
          if name != text { otherNames.append(text) }
        }
      case .type(let pointer, let base):
        note(type: observation.body.value(at: pointer), base: base, observation)
      case .ownPlace(let own):
        guard name == nil, let text = own.read(observation.response) else { continue }
        note(name: text, at: own.place)
      case .code(let pointer, let success):
        note(code: observation.body.value(at: pointer), success: success)
      }
    }
    if let pointer = catalogue.message {
      message = observation.body.value(at: pointer)?.value.string.flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  private mutating func note(name value: LocatedValue?) {
    guard name == nil, let value, let text = value.value.string, !text.isEmpty else { return }
    note(name: text, at: .body(value.path))
    position = value.position
  }

  private mutating func note(name text: String, at place: Violation.Place) {
    guard !text.isEmpty else { return }
    name = text
    self.place = place
  }

  /// A URI is a type in any body where it begins as those of the catalogue do; where it does not, only
  /// in one that says that it is problem details, and only if it says more than the status does.
  private mutating func note(type value: LocatedValue?, base: String, _ observation: Observation) {
    guard name == nil, let value, let text = value.value.string else { return }
    if text.hasPrefix(base), text != base {
      note(name: String(text.dropFirst(base.count)), at: .body(value.path))
    } else {
      let isProblem = observation.mediaType?.essence.hasPrefix("application/problem+") ?? false
      guard isProblem, text != "about:blank" else { return }
      note(name: text, at: .body(value.path))
    }
    position = value.position
  }

  private mutating func note(code value: LocatedValue?, success: Int) {
    guard code == nil, let value else { return }
    // A code that is a string of digits still tells which error it is; that it is a string is for
    // the schema to report.
    guard let number = value.value.number ?? value.value.string.flatMap({ JSONNumber($0) }) else {
      return
    }
    if number == JSONNumber(success) {
      showsSuccess = true
    } else {
      code = number
    }
    guard name == nil else { return }
    place = .body(value.path)
    position = value.position
  }

  /// The place where an error is expected in a body of this syntax.
  private static func expectedPlace(
    of catalogue: ErrorCatalogue,
    in body: ObservedBody
  ) -> Violation.Place {
    var isXML = false
    if case .xml = body { isXML = true }
    for place in catalogue.places {
      switch place {
      case .element(let path) where isXML: return .body(InstancePath(path.map { .element($0) }))
      case .listedName(let list, _) where !isXML: return .body(members: list)
      case .ownPlace(let own): return own.place
      case .type(let pointer, _):
        guard isXML else { return .body(members: pointer) }
        return .body(InstancePath(pointer.tokens.map { .element($0) }))
      case .name(let pointer) where !isXML, .code(let pointer, _) where !isXML:
        return .body(members: pointer)
      case .header(let name): return .header(name)
      default: continue
      }
    }
    return .body()
  }
}

extension ShownError {
  /// The error in words, with its name where the catalogue knows the code; `nil` if none is shown.
  package func words(in catalogue: ErrorCatalogue) -> String? {
    if let name {
      return code.map { "the error \(Excerpt.text(name)) (\(Excerpt.text($0.text)))" }
        ?? "the error \(Excerpt.text(name))"
    }
    if let code {
      guard let entry = code.int.flatMap({ catalogue.entry(code: $0) }) else {
        return
          "an error with the code \(Excerpt.text(code.text)), which the catalogue does not list"
      }
      return "the error \(entry.name) (\(code.int ?? 0))"
    }
    return showsSuccess ? "with the code of success" : nil
  }
}
