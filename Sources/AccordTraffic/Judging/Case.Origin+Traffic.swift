import AccordModel

extension Case.Origin {
  /// It was seen.
  static let traffic = Case.Origin(rawValue: "traffic") ?? .written
}
