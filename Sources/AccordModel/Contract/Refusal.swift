public import AccordSchema
public import HTTPTypes

/// What a server answers to one kind of wrong request.
///
/// That the request is refused and that the refusal bears this name are two promises: the first
/// is often stated where the second is our reading.
public struct Refusal: Sendable, Hashable {
  /// The error names that are right, any of them, in the words of the error catalogue.
  public var names: [String]

  /// The statuses that are right; `nil` leaves it to the catalogue's entry.
  public var statuses: StatusSet?

  /// Whether an answer without a body is right too.
  public var allowsEmptyBody: Bool

  /// Response headers that the refusal carries.
  public var headers: [HeaderRule]

  /// The member that the error must name, where errors name members.
  public var fieldName: String?

  /// Wrong values that a schema alone does not suggest, each a text that stands for the value on
  /// the wire.
  public var probes: [Probe]

  /// The places of a parameter where a wrong value is tried; empty means all that it is read from.
  public var places: [Parameter.Place]

  /// That the request is refused.
  public var refused: Clause

  /// That the refusal is one of `names`; that it has one of `statuses` where it has no name.
  public var named: Clause

  /// A refusal by any of the named errors.
  public static func error(
    _ names: String...,
    refused: Basis = .stated,
    named: Basis = .stated,
    statuses: StatusSet? = nil,
    allowsEmptyBody: Bool = false,
    headers: [HeaderRule] = [],
    fieldName: String? = nil,
    probes: [Probe] = [],
    places: [Parameter.Place] = [],
    fileID: String = #fileID,
    line: Int = #line
  ) -> Refusal {
    let source = SourceLine(fileID: fileID, line: line)
    return Refusal(
      names: names,
      statuses: statuses,
      allowsEmptyBody: allowsEmptyBody,
      headers: headers,
      fieldName: fieldName,
      probes: probes,
      places: places,
      refused: Clause("", "", basis: refused, source: source),
      named: Clause("", "", basis: named, source: source)
    )
  }

  /// A refusal that only its status tells, for an API whose errors have no names, or none for this.
  public static func status(
    _ status: HTTPResponse.Status,
    refused: Basis = .stated,
    status statusBasis: Basis = .stated,
    allowsEmptyBody: Bool = false,
    headers: [HeaderRule] = [],
    fieldName: String? = nil,
    probes: [Probe] = [],
    places: [Parameter.Place] = [],
    fileID: String = #fileID,
    line: Int = #line
  ) -> Refusal {
    .statuses(
      .exactly(status),
      refused: refused,
      status: statusBasis,
      allowsEmptyBody: allowsEmptyBody,
      headers: headers,
      fieldName: fieldName,
      probes: probes,
      places: places,
      fileID: fileID,
      line: line
    )
  }

  /// A refusal that only its status tells, any of these: `.anyOf([400, 422])`, `.clientError`.
  public static func statuses(
    _ statuses: StatusSet,
    refused: Basis = .stated,
    status statusBasis: Basis = .stated,
    allowsEmptyBody: Bool = false,
    headers: [HeaderRule] = [],
    fieldName: String? = nil,
    probes: [Probe] = [],
    places: [Parameter.Place] = [],
    fileID: String = #fileID,
    line: Int = #line
  ) -> Refusal {
    let source = SourceLine(fileID: fileID, line: line)
    return Refusal(
      names: [],
      statuses: statuses,
      allowsEmptyBody: allowsEmptyBody,
      headers: headers,
      fieldName: fieldName,
      probes: probes,
      places: places,
      refused: Clause("", "", basis: refused, source: source),
      named: Clause("", "", basis: statusBasis, source: source)
    )
  }

  /// The refusal as a part of the clause it belongs to.
  package func belonging(to id: String, when condition: String) -> Refusal {
    var refusal = self
    let list = answerWords
    refusal.refused.id = "\(id)/refused"
    refusal.refused.sentence = "\(condition) is refused."
    refusal.named.id = "\(id)/named"
    refusal.named.sentence = "\(condition) is refused with \(list)."
    refusal.headers = headers.map { $0.belonging(to: id) }
    return refusal
  }

  /// What tells which refusal it is, in words: its names, or its statuses where it has none.
  package var answerWords: String {
    names.isEmpty ? statuses?.description ?? "an error" : names.joined(separator: " or ")
  }

  /// Both of its clauses and those of its headers.
  var clauses: [Clause] { [refused, named] + headers.flatMap(\.clauses) }
}

/// A value that is wrong on the wire, with the proof.
public struct Probe: Sendable, Hashable {
  /// The name, part of the case's identifier: lower case, hyphens.
  public var name: String

  /// The wrong value.
  ///
  /// A string stands for itself in a path, a query or a header.
  public var value: JSON

  /// Why it is wrong, as the end of the sentence "The value … ".
  public var why: String

  /// Whether that it is wrong is stated or assumed; `nil` takes the refusal's basis.
  public var basis: Basis?

  /// Creates a probe.
  public init(_ name: String, _ value: JSON, why: String, basis: Basis? = nil) {
    self.name = name
    self.value = value
    self.why = why
    self.basis = basis
  }

  /// A probe with a name, a value and the reason why it is wrong.
  public static func probe(
    _ name: String,
    _ value: JSON,
    why: String,
    basis: Basis? = nil
  ) -> Probe {
    Probe(name, value, why: why, basis: basis)
  }
}
