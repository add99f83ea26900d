extension Schema {
  /// The schema as documents of XML Schema 1.0.
  ///
  /// What XML Schema cannot say is listed in the notes of the result. The name is that of the first
  /// file, without its ending; it is the name of the root element too where the schema has none.
  public func xmlSchema(named name: String = "schema") throws(SchemaError) -> XMLSchemaSet {
    // What means nothing is refused here, and how deep schemas are nested is bounded.
    _ = try SchemaCompiler.compile(self)
    var writer = XMLSchemaWriter(named: name)
    return writer.set(for: self)
  }
}
