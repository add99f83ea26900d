import AccordSchema

extension DescriptionDocument {
  /// What was read of a file.
  struct Reading {
    var document: DescriptionDocument
    /// The members that stand twice.
    var problems: [DescriptionProblem]
  }

  /// Reads a text in JSON or YAML.
  ///
  /// A name that ends with `.json` is one of JSON. JSON is YAML too, and is read as what it is.
  static func read(
    _ bytes: [UInt8],
    named file: String,
    at uri: String
  ) throws(DescriptionFailure) -> Reading {
    let isJSON = file.hasSuffix(".json")
    if isJSON || beginsLikeJSON(bytes) {
      do throws(JSONSyntaxError) {
        return try reading(JSONDocument(parsing: bytes), named: file, at: uri)
      } catch {
        guard !isJSON else {
          throw DescriptionFailure(file: file, position: error.position, reason: .json(error))
        }
      }
    }
    do throws(YAMLFailure) {
      let reading = try YAMLReader.read(bytes)
      let document = DescriptionDocument(
        file: file,
        uri: uri,
        json: reading.json,
        places: reading.places
      )
      return Reading(
        document: document,
        problems: reading.duplicates.compactMap { duplicate in
          guard case .duplicateKey(let name, let first) = duplicate.reason else { return nil }
          return document.problem(ofMember: name, first: first, at: duplicate.position)
        }
      )
    } catch {
      throw DescriptionFailure(file: file, position: error.position, reason: .yaml(error))
    }
  }

  private static func reading(
    _ json: JSONDocument,
    named file: String,
    at uri: String
  ) -> Reading {
    let document = DescriptionDocument(file: file, uri: uri, json: json, places: nil)
    return Reading(
      document: document,
      problems: json.notices.compactMap { notice in
        guard case .duplicateName(let name, let first) = notice.reason else { return nil }
        return document.problem(ofMember: name, first: first, at: notice.position)
      }
    )
  }

  /// A member that stands twice; the pointer is that of the one that counts.
  private func problem(
    ofMember name: String,
    first: SourcePosition,
    at position: SourcePosition
  ) -> DescriptionProblem {
    DescriptionProblem(
      .error,
      file: file,
      position: position,
      pointer: entry(beginningAt: first).map(pointer(to:)) ?? .root,
      .duplicateMember(name, first: first)
    )
  }

  /// Whether the first sign is the brace or the bracket of JSON.
  private static func beginsLikeJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
