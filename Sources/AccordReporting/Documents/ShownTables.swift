import AccordSchema

/// The tables of payloads that a document has shown already, with where each stands.
struct ShownTables {
  private var tables: [String: [(schema: Schema, saysXML: Bool, place: String)]] = [:]

  /// Remembers objects that are shown at a place, which is Markdown.
  mutating func add(_ payload: PayloadTables, at place: String) {
    for object in payload.objects where self.place(of: object, saysXML: payload.saysXML) == nil {
      tables[object.title, default: []].append((object.schema, payload.saysXML, place))
    }
  }

  /// Where an object is shown; nil where it is not, or without what has to be said of XML.
  ///
  /// Only those of the same name are looked at: a document may have thousands.
  func place(of object: (title: String, schema: Schema), saysXML: Bool) -> String? {
    tables[object.title]?.first { known in
      (known.saysXML || !saysXML) && known.schema.isAlike(object.schema)
    }?.place
  }
}
