/// The version of Accord.
public enum AccordVersion {
  /// The version by the rules of Semantic Versioning, such as `0.1.0`.
  ///
  /// It stands in `--version` and in every stored run.
  public static let current = "0.1.0"
}
