import AccordModel

/// The metadata pages of the operations, one for each format.
extension Platform {
  /// The page of an operation in a format.
  static func metadata(_ operation: String, in format: String) -> SourcePage {
    SourcePage(
      "\(operation) in \(format)",
      "https://pfapi.pstpf.com.au/api/\(format)/metadata?op=\(operation)"
    )
  }

  /// The page that lists connections, as XML.
  static let listPage = metadata("GetConnectionsToContact", in: "xml")

  /// The page of the update that has types and required flags.
  static let updatePage = metadata("ConnectionStatusUpdate", in: "json")
}
