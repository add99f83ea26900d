extension Schema {
  /// A schema that holds itself, such as that of a tree.
  ///
  /// ```swift
  /// let folder = Schema.recursive("Folder") { folder in
  ///   .object([.required("name", .string), .optional("folders", .array(of: folder))])
  /// }
  /// ```
  ///
  /// The schema that is handed in stands for the whole, wherever it is put; it is not looked into while
  /// the whole is being made, so that a title, a description, a limit or a namespace belongs on the
  /// object inside. The name is that under which an exported document keeps it (`$defs`).
  public static func recursive(
    _ name: String,
    _ body: @escaping @Sendable (Schema) -> Schema
  ) -> Schema {
    Schema(.recursive(RecursiveSchema(name, body)))
  }
}
