public import AccordModel
public import AccordSchema

/// A suite as an OpenAPI document, with what of it OpenAPI has no word for.
///
/// ```swift
/// let export = try suite.openAPI()
/// print(export.document.text(indented: true))
/// for note in export.notes { print(note) }
/// ```
public struct OpenAPIExport: Sendable {
  /// A version of OpenAPI that is written.
  public enum Version: String, Sendable, Hashable, CaseIterable {
    /// OpenAPI 3.0, whose schemas say less.
    case v30 = "3.0.3"
    /// OpenAPI 3.1, whose schemas are those of JSON Schema 2020-12.
    case v31 = "3.1.0"
  }

  /// The document.
  public let document: JSON

  /// What OpenAPI cannot say, each as a sentence; most of it stands in members that begin with `x-accord-`, from
  /// which importing the document reads it.
  public let notes: [String]
}

extension ContractSuite {
  /// The suite as an OpenAPI document.
  ///
  /// - Throws: `SchemaError` if a schema means nothing.
  public func openAPI(_ version: OpenAPIExport.Version = .v31) throws(SchemaError) -> OpenAPIExport
  {
    let exporter = SuiteExporter(self, version)
    return try exporter.export()
  }
}
