public import AccordSchema

/// The errors of one API: their names, what stands for them on the wire, and where.
public struct ErrorCatalogue: Sendable, Hashable {
  /// One error.
  public struct Entry: Sendable, Hashable {
    /// The name.
    public var name: String
    /// Other spellings of the same error.
    public var aliases: [String]
    /// The statuses that carry it.
    public var statuses: StatusSet
    /// The number that stands for it, where it is known.
    public var code: Int?
    /// The beginning of its message, where it is known.
    public var message: String?
    /// That the name has this status and code.
    public var basis: Basis

    /// An error whose status and code are known.
    public static func entry(
      _ name: String,
      aliases: [String] = [],
      statuses: StatusSet,
      code: Int? = nil,
      message: String? = nil,
      basis: Basis = .stated
    ) -> Entry {
      Entry(
        name: name,
        aliases: aliases,
        statuses: statuses,
        code: code,
        message: message,
        basis: basis
      )
    }
  }

  /// The errors, in the order of the document.
  public var entries: [Entry]

  /// Where an error shows its name; any of them is right.
  public var places: [Place]

  /// The member that holds the message for people, a non-empty string.
  public var message: JSONPointer?

  /// The member of each item of a list that names the field at fault, such as
  /// `/ResponseStatus/Errors` and `FieldName`.
  public var fieldNames: FieldNames?

  /// The formats that errors are written in, where they are not those of other answers, such as
  /// ``Format/problemJSON``: the usual first, any of them is right.
  public var formats: [Format]

  /// That an error is written in one of `formats`.
  public var formatClause: Clause

  /// What the body of an error follows; any of them is right.
  public var schemas: [Schema]

  /// That the body of an error follows one of the schemas.
  public var bodyClause: Clause

  /// Places of an error's body whose schema comes from elsewhere than the whole.
  public var parts: [Part]

  /// That an error has a message that is not empty.
  public var messageClause: Clause

  /// A place of an error's body with a promise of its own.
  public struct Part: Sendable, Hashable {
    /// The place.
    public var pointer: JSONPointer
    /// That what stands there follows its schema.
    public var clause: Clause

    /// A place whose schema has a basis of its own.
    public static func part(
      _ pointer: JSONPointer,
      basis: Basis,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Part {
      Part(
        pointer: pointer,
        clause: Clause(
          "errors/body\(pointer)",
          "What an error has in \(pointer) follows its schema.",
          basis: basis,
          source: SourceLine(fileID: fileID, line: line)
        )
      )
    }
  }

  /// Where an error lists the fields at fault.
  public struct FieldNames: Sendable, Hashable {
    /// The list.
    public var list: JSONPointer
    /// The member of its items.
    public var member: String

    /// The items of `list` bear the name in `member`.
    public init(list: JSONPointer, member: String) {
      self.list = list
      self.member = member
    }
  }

  /// Creates a catalogue.
  public init(
    entries: [Entry],
    places: [Place],
    message: JSONPointer? = nil,
    fieldNames: FieldNames? = nil,
    formats: [Format] = [],
    formatBasis: Basis = .stated,
    schemas: [Schema] = [],
    schemaBasis: Basis = .stated,
    parts: [Part] = [],
    messageBasis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) {
    let source = SourceLine(fileID: fileID, line: line)
    self.entries = entries
    self.places = places
    self.message = message
    self.fieldNames = fieldNames
    self.formats = formats
    formatClause = Clause(
      "errors/format",
      "An error is written as \(formats.map(\.mediaType).joined(separator: " or ")).",
      basis: formatBasis,
      source: source
    )
    self.schemas = schemas
    self.parts = parts
    bodyClause = Clause(
      "errors/body",
      "The body of an error follows its schema.",
      basis: schemaBasis,
      source: source
    )
    messageClause = Clause(
      "errors/message",
      "An error has a message that is not empty.",
      basis: messageBasis,
      source: source
    )
  }

  /// No errors are declared.
  public static let none = ErrorCatalogue(entries: [], places: [])

  /// The entry of this name or alias.
  public subscript(name: String) -> Entry? {
    entries.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The entry of this code.
  public func entry(code: Int) -> Entry? { entries.first { $0.code == code } }
}

extension ErrorCatalogue {
  /// The format of an error for a request that gets its answers in `format`: the one of the same
  /// syntax, else the usual one.
  package func format(besides format: Format?) -> Format? {
    formats.first { $0.syntax == format?.syntax } ?? formats.first ?? format
  }

  /// Whether anything is promised of an error beside its status.
  package var promisesBodies: Bool {
    !formats.isEmpty || !schemas.isEmpty || message != nil || !places.isEmpty
  }

  /// The promises about the body of any error, those about its places before those about its words.
  package var bodyClauses: [Clause] {
    var clauses = formats.isEmpty ? [] : [formatClause]
    clauses += schemas.isEmpty ? [] : [bodyClause] + parts.map(\.clause)
    if message != nil { clauses.append(messageClause) }
    return clauses
  }
}
