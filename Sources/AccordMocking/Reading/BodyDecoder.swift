package import AccordModel
package import AccordSchema

/// Reads request bodies.
package struct BodyDecoder: Sendable {
  /// Why a body cannot be read, for people.
  package struct Failure: Error, Sendable {
    package let reason: String
  }

  /// What the body is read as; it leads the reader of XML.
  let schema: Schema

  /// Creates a reader of bodies.
  package init(schema: Schema) { self.schema = schema }

  /// The value of a body; `type` is the media type that it is said to be in.
  package func value(
    of bytes: [UInt8],
    in syntax: Format.Syntax,
    _ type: MediaType? = nil
  ) throws(Failure) -> JSON {
    switch syntax {
    case .json: return try json(bytes)
    case .jsonLines: return try json(Self.firstLine(of: bytes))
    case .xml:
      let document: XMLDocument
      do {
        document = try XMLDocument(parsing: bytes, charset: type?["charset"])
      } catch {
        throw Failure(reason: "\(error)")
      }
      return try DataContractReader().value(of: document.root, as: schema)
    case .csv: return try csv(bytes)
    case .jsv: return try jsv(bytes)
    case .form:
      return .object(
        FormFields.parse(bytes).map { field in
          JSONMember(field.name, TextValue.read(field.value, as: member(field.name)))
        }
      ).gatheringLists(of: schema)
    case .multipart:
      do throws(MultipartDocument.Failure) {
        return try MultipartDocument(parsing: bytes, boundary: type?["boundary"]).value(as: schema)
      } catch {
        throw Failure(reason: error.mismatch.message)
      }
    case .parts:
      do throws(MultipartDocument.Failure) {
        return try MultipartDocument(parsing: bytes, boundary: type?["boundary"]).list(as: schema)
      } catch {
        throw Failure(reason: error.mismatch.message)
      }
    case .text: return try text(bytes, type?["charset"])
    case .bytes: return .string(Self.text(ofOctets: bytes, schema))
    case .own(let own):
      do {
        return try own.syntax.read(bytes).json(as: schema)
      } catch let error as BodySyntaxError {
        throw Failure(reason: error.mismatch.message)
      } catch {
        throw Failure(reason: "\(error)")
      }
    }
  }

  private func member(_ name: String) -> Schema {
    let found = schema.content.members.first { $0.name == name }?.schema ?? .string
    return found.content.items ?? found
  }

  private func text(_ bytes: [UInt8], _ charset: String?) throws(Failure) -> JSON {
    do {
      return try PlainText.value(of: CharsetText(bytes, charset: charset).bytes).json(as: schema)
    } catch let error as PlainText.Failure {
      throw Failure(reason: error.mismatch.message)
    } catch let error as CharsetText.Failure {
      throw Failure(reason: error.mismatch.message)
    } catch {
      throw Failure(reason: "\(error)")
    }
  }

  /// Bytes as the string that stands for them: Base64 where the schema says so or they are no text.
  private static func text(ofOctets bytes: [UInt8], _ schema: Schema) -> String {
    let isEncoded = schema.content.contentEncoding?.lowercased() == "base64"
    guard !isEncoded, let text = String(validating: bytes, as: UTF8.self) else {
      return StringFormat.text(inBase64: bytes)
    }
    return text
  }

  private func json(_ bytes: [UInt8]) throws(Failure) -> JSON {
    do {
      return try JSONDocument(parsing: bytes).root.value
    } catch {
      throw Failure(reason: "\(error)")
    }
  }

  /// The first row, by the names above it; without a row the value has no members.
  private func csv(_ bytes: [UInt8]) throws(Failure) -> JSON {
    do {
      let document = try CSVDocument(parsing: bytes)
      return try document.records.first?.json(as: schema) ?? .object([])
    } catch {
      throw Failure(reason: "\(error)")
    }
  }

  private func jsv(_ bytes: [UInt8]) throws(Failure) -> JSON {
    do {
      return try JSVDocument(parsing: bytes).value.json(as: schema)
    } catch {
      throw Failure(reason: "\(error)")
    }
  }

  /// The first line that is not empty: one request is one value.
  private static func firstLine(of bytes: [UInt8]) -> [UInt8] {
    bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first.map(Array.init) ?? []
  }
}

extension JSON {
  /// The object with the members of one name, where its schema wants a list, as a list of them.
  fileprivate func gatheringLists(of schema: Schema) -> JSON {
    guard case .object(let members) = self else { return self }
    var gathered: [JSONMember] = []
    for member in members {
      let isList = schema.content.members.contains {
        $0.name == member.key && $0.schema.content.types == .array
      }
      guard isList else {
        gathered.append(member)
        continue
      }
      if let index = gathered.firstIndex(where: { $0.key == member.key }) {
        gathered[index].value = .array((gathered[index].value.elements ?? []) + [member.value])
      } else {
        gathered.append(JSONMember(member.key, [member.value]))
      }
    }
    return .object(gathered)
  }
}
