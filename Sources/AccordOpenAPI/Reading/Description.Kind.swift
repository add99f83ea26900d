import AccordSchema

extension Description {
  /// What a description is, with the version that it states.
  package enum Kind: Sendable, Hashable {
    /// Swagger 2.0.
    case swagger20
    /// OpenAPI, and the version as it is written, such as `3.1.0`.
    case openAPI(OpenAPIVersion, text: String)
    /// Arazzo, and the version as it is written.
    case arazzo(ArazzoVersion, text: String)
  }

  /// A minor version of OpenAPI.
  package enum OpenAPIVersion: String, Sendable, Hashable, CaseIterable, Comparable {
    /// OpenAPI 3.0.
    case v30 = "3.0"
    /// OpenAPI 3.1.
    case v31 = "3.1"
    /// OpenAPI 3.2.
    case v32 = "3.2"

    /// Orders versions by their age, the oldest first.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// A minor version of Arazzo.
  package enum ArazzoVersion: String, Sendable, Hashable, CaseIterable {
    /// Arazzo 1.0.
    case v10 = "1.0"
    /// Arazzo 1.1.
    case v11 = "1.1"
  }
}

extension Description.Kind {
  /// Reads what the root of a document says of it.
  init(of document: DescriptionDocument) throws(DescriptionFailure) {
    func fail(_ reason: DescriptionFailure.Reason, at entry: Int) -> DescriptionFailure {
      DescriptionFailure(
        file: document.file,
        position: document.position(of: entry),
        reason: reason
      )
    }
    guard document.tape.entries[0].kind == .object else {
      throw fail(.notAnObject(document.json.root.kind), at: 0)
    }
    for member in ["openapi", "swagger", "arazzo"] {
      guard let entry = document.child(member, of: 0) else { continue }
      guard document.tape.entries[entry].kind == .string else {
        throw fail(
          .versionIsNoText(document.tape.text(document.tape.entries[entry]), member: member),
          at: entry
        )
      }
      let text = document.tape.string(document.tape.entries[entry])
      guard let kind = Self(member, text) else {
        throw fail(.unknownVersion(text, member: member), at: entry)
      }
      self = kind
      return
    }
    throw fail(.unknownFormat, at: 0)
  }

  private init?(_ member: String, _ text: String) {
    // A patch number and a suffix say nothing of what a document may hold.
    let minor = text.split(separator: ".", omittingEmptySubsequences: false)
    let hasPatch = minor.count > 2 && minor[2].first?.isNumber == true
    let version = minor.prefix(2).joined(separator: ".")
    switch member {
    case "swagger" where text == "2.0": self = .swagger20
    case "openapi":
      guard hasPatch, let version = Description.OpenAPIVersion(rawValue: version) else {
        return nil
      }
      self = .openAPI(version, text: text)
    case "arazzo":
      guard hasPatch, let version = Description.ArazzoVersion(rawValue: version) else {
        return nil
      }
      self = .arazzo(version, text: text)
    default: return nil
    }
  }
}
