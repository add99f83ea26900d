import AccordModel
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

  /// The value of a body.
  package func value(
    of bytes: [UInt8],
    in syntax: BodySyntax,
    charset: String? = nil
  ) throws(Failure) -> JSON {
    switch syntax {
    case .format(.json): return try json(bytes)
    case .format(.jsonLines): return try json(Self.firstLine(of: bytes))
    case .format(.xml):
      let document: XMLDocument
      do {
        document = try XMLDocument(parsing: bytes, charset: charset)
      } catch {
        throw Failure(reason: "\(error)")
      }
      return try DataContractReader().value(of: document.root, as: schema)
    case .format(.csv): return try csv(bytes)
    case .format(.jsv): return try jsv(bytes)
    case .form:
      return .object(
        FormFields.parse(bytes).map { field in
          JSONMember(field.name, TextValue.read(field.value, as: member(field.name)))
        }
      )
    }
  }

  private func member(_ name: String) -> Schema {
    schema.content.members.first { $0.name == name }?.schema ?? .string
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
