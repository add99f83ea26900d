extension Schema {
  /// The schema as a JSON Schema document of draft 2020-12.
  ///
  /// The document means what the schema means when it is loaded with formats as assertions. The XML
  /// facet stands in OpenAPI's `xml` objects, and in keywords of our own where OpenAPI has none:
  /// `x-xml-order` lists the members whose elements stand in that order, `x-xml-entries` marks an
  /// object that is a list of entries, and `x-xml-absent` a member that is never in XML.
  ///
  /// A schema that was loaded from a document is that document as it was, with the `$schema` that
  /// it was read as. Documents inside a schema that was written in Swift are kept under `$defs`;
  /// what they refer to in a registry has to be added to the registry of the reader.
  public func jsonSchema(xml: Bool = true) throws(SchemaError) -> JSON {
    // What means nothing is refused here, and how deep schemas are nested is bounded.
    _ = try SchemaCompiler.compile(self)
    var writer = JSONSchemaWriter(includesXML: xml)
    return writer.document(self)
  }
}
