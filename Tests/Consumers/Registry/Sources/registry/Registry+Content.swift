import Accord

extension Registry {
  /// Bytes with their digest.
  struct Blob: Sendable {
    var bytes: [UInt8]
    var digest: String

    init(_ text: String, _ digest: String) {
      bytes = Array(text.utf8)
      self.digest = "sha256:\(digest)"
    }

    var operand: Operand { .literal(.string(digest)) }
  }

  static let config = Blob(
    #"{"architecture":"amd64","os":"linux"}"#,
    "9d99a75171aea000c711b34c0e5e3f28d3d537dd99d110eafbfbc2bd8e52c2bf"
  )

  static let layer = Blob(
    "what is in the image",
    "1af37afff2ac77f4b20d7771919fc07450f6e2660b4bbf3adb9646a8016e057e"
  )

  static let inThreeParts = Blob(
    "pushed in three parts",
    "f0029d9150d1242477bea01ff5dc7acc8b535709cc70f6f6c2a463de5cfcac73"
  )

  static let unknownDigest = "sha256:" + String(repeating: "0", count: 64)

  /// The manifest of the image that all cases push.
  static let pushed: JSON = manifest(of: config.digest)

  /// A manifest of a configuration.
  static func manifest(of config: String, title: String = "tools") -> JSON {
    [
      "schemaVersion": 2,
      "mediaType": "application/vnd.oci.image.manifest.v1+json",
      "config": [
        "mediaType": "application/vnd.oci.image.config.v1+json", "digest": .string(config),
        "size": 37,
      ],
      "layers": [
        [
          "mediaType": "application/vnd.oci.image.layer.v1.tar", "digest": .string(layer.digest),
          "size": 20,
        ]
      ],
      "annotations": ["org.opencontainers.image.title": .string(title)],
    ]
  }

  static let descriptor = Schema.object([
    .required("mediaType", .nonEmptyString), .required("digest", digest),
    .required("size", .integer(in: 0...)),
  ])

  static let annotations = Schema.object([.optional("org.opencontainers.image.title", .string)])

  static let image = Schema.object([
    .required("schemaVersion", .constant(2)), .required("config", descriptor),
    .required("layers", .array(of: descriptor)), .optional("mediaType", .nonEmptyString),
    .optional("annotations", annotations),
  ])
}
