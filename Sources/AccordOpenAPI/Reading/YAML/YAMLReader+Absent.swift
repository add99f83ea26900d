#if !YAML
import AccordSchema

/// What stands for the reader of YAML in a build without the trait `YAML`.
enum YAMLReader {
  /// A document as JSON with its places.
  struct Reading {
    var json: JSONDocument
    var places: [YAMLPlace]
    var duplicates: [YAMLFailure]
  }

  /// Says that no YAML is read.
  static func read(_ bytes: [UInt8]) throws(YAMLFailure) -> Reading {
    throw YAMLFailure(reason: .notBuilt, position: SourcePosition())
  }
}
#endif
