package import AccordModel
import AccordSchema

extension ErrorCatalogue {
  /// Whether an error that an answer shows is one of the catalogue.
  package enum Recognition: Sendable, Hashable {
    /// It is this one.
    case same
    /// It is another.
    case other
    /// It is another, and the catalogue says which; only this is certain where the code of the
    /// error that was looked for is not known.
    case otherByCode(Entry)
    /// Nothing is shown.
    case nothingShown
  }

  /// Compares what an answer shows with an error.
  ///
  /// An error whose code is not known is any whole number but that of success that belongs to no
  /// other error.
  package func recognise(_ entry: Entry, in shown: ShownError) -> Recognition {
    guard shown.isShown else { return .nothingShown }
    let names = [shown.name].compactMap(\.self) + shown.otherNames
    if names.contains(where: { $0 == entry.name || entry.aliases.contains($0) }) { return .same }
    guard let code = shown.code else { return .other }
    let owner = code.int.flatMap { self.entry(code: $0) }
    if let expected = entry.code { return code == JSONNumber(expected) ? .same : .other }
    if let owner { return .otherByCode(owner) }
    return shown.name == nil && code.isInteger ? .same : .other
  }

  /// The error of the catalogue that an answer certainly shows: by its name, or by a code that
  /// belongs to no other.
  package func certainEntry(in shown: ShownError) -> Entry? {
    if let name = shown.name, let entry = self[name] { return entry }
    return shown.code?.int.flatMap { entry(code: $0) }
  }

  /// Whether errors show a code.
  package var showsCodes: Bool {
    places.contains { place in
      if case .code = place { true } else { false }
    }
  }
}

extension ErrorCatalogue.Entry {
  /// The error as an expectation: its code where errors show codes, and its name.
  package func words(in catalogue: ErrorCatalogue) -> String {
    guard catalogue.showsCodes else { return name }
    guard let code else { return "a code of no other error (\(name), whose code is not known)" }
    return "\(code) (\(name))"
  }
}
