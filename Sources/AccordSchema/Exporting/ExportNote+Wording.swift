extension ExportNote: CustomStringConvertible {
  /// The note as a sentence.
  public var description: String {
    let place = schemaLocation.isEmpty ? "The schema" : schemaLocation
    let effect = effect == .looser ? "admits more" : "refuses more"
    return "\(place): the XML Schema \(effect): \(reason.words)."
  }
}

extension ExportNote.Reason {
  /// The reason, after a colon.
  fileprivate var words: String {
    switch self {
    case .keyword(let keyword):
      "\(keyword) has no counterpart"
    case .pattern(let source, let part):
      "the pattern \(Found.quoted(source)) has \(part), which has no counterpart"
    case .format(let name):
      "the format \(name) is checked in part or not at all"
    case .limit(let keyword):
      "the value of \(keyword) cannot be written as a value of the type"
    case .alternatives(let keyword):
      "the alternatives of \(keyword) have one element name, which can have one type only"
    case .kinds:
      "the value may be of several kinds, and an element has one type only"
    case .merged:
      "the schemas of allOf are declared as one type"
    case .namesake:
      "an undeclared element may have the local name of a declared one in another namespace"
    case .undeclaredValues:
      "the values of undeclared elements are not checked"
    case .undeclaredElements(let namespace):
      "an undeclared element of "
        + (namespace.map { "the namespace \($0)" } ?? "no namespace")
        + " would make the content ambiguous"
    case .undeclaredInAnyOrder:
      "xs:all has no place for undeclared elements"
    case .occurrence:
      "elements in any order of which one may be repeated are not counted"
    case .itemNames:
      "the items may have any name, so that their content is not checked"
    case .sharedName(let name):
      "two members have the element name \(name)"
    case .globalName(let name):
      "another global declaration has the name \(name)"
    case .entryNames(let name):
      "the entries must have the name \(name)"
    case .entryKeys:
      "the keys of entries may be repeated"
    case .rootName(let name):
      "the schema states no element name, and the root must be \(name)"
    case .emptyContent:
      "an element without content has no white space either"
    case .attributesOfText:
      "an element that holds text has no attributes"
    case .nilFalse:
      "an element that cannot be nil has no attribute xsi:nil, not even false"
    case .typeNames:
      "xsi:type may name no types but those of these documents and those of XML Schema that are "
        + "derived from them"
    }
  }
}
