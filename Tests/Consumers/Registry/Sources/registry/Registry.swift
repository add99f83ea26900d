import Accord
import AccordCommand

/// The distribution of container images, as the OCI distribution specification 1.1 has it.
@main
enum Registry {
  static func main() async { await ConformanceCommand.main(suites: [suite]) }

  static let suite = ContractSuite(
    "oci",
    name: "OCI distribution",
    "Keeps the manifests, tags and blobs of container images.",
    formats: [.json, imageManifest, Format("blob", .bytes, mediaType: "application/octet-stream")],
    errors: errors,
    givens: [
      .given(
        "image",
        fields: [.init("name", name), .init("digest", digest)],
        "A repository with a manifest and its blobs, under the tags v1 to v5.",
        madeBy: .workflow(
          "push-an-image",
          giving: .output("name", of: "begin"),
          .output("digest", of: "tag v1")
        )
      ),
      .given(
        "layer",
        fields: [.init("name", name), .init("digest", digest)],
        "A blob of a repository.",
        madeBy: .workflow(
          "push-in-two-calls",
          giving: .output("name", of: "begin"),
          .output("digest", of: "finish")
        )
      ),
    ],
    contracts: [
      support, tags, manifest, manifestThere, blob, blobThere, beginUpload, appendUpload,
      uploadStatus, finishUpload, cancelUpload, putManifest, deleteManifest, deleteBlob,
    ],
    workflows: [
      pushAnImage, pushInTwoCalls, pushInOneCall, pushInChunks, chunkOutOfOrder, wrongDigest,
      mountOfNothing, readInParts, pushByDigest, tagsAreOrdered, tagsInPages, tagIsKept,
    ],
    lifeCycles: [upload, mount, manifestLife]
  )
  .mocked(by: RegistryMock())

  static let imageManifest = Format(
    "image-manifest",
    .json,
    mediaType: "application/vnd.oci.image.manifest.v1+json"
  )

  /// The names and statuses are those of the specification's table of error codes.
  static let errors = ErrorCatalogue(
    entries: [
      .entry("BLOB_UNKNOWN", statuses: .exactly(.notFound)),
      .entry("BLOB_UPLOAD_INVALID", statuses: .clientError),
      .entry("BLOB_UPLOAD_UNKNOWN", statuses: .exactly(.notFound)),
      .entry("DIGEST_INVALID", statuses: .exactly(.badRequest)),
      .entry("MANIFEST_BLOB_UNKNOWN", statuses: .clientError),
      .entry("MANIFEST_INVALID", statuses: .clientError),
      .entry("MANIFEST_UNKNOWN", statuses: .exactly(.notFound)),
      .entry("NAME_INVALID", statuses: .clientError),
      .entry("NAME_UNKNOWN", statuses: .exactly(.notFound)),
      .entry("SIZE_INVALID", statuses: .clientError),
      .entry("UNAUTHORIZED", statuses: .exactly(.unauthorized)),
      .entry("DENIED", statuses: .exactly(.forbidden)),
      .entry("UNSUPPORTED", statuses: .clientError),
      .entry("TOOMANYREQUESTS", statuses: .exactly(.tooManyRequests)),
    ],
    places: [.listedName("/errors", member: "code")],
    formats: [.json],
    schemas: [
      .object([
        .required(
          "errors",
          .array(
            of: .object([
              .required("code", .string(pattern: "^[A-Z_]+$")), .optional("message", .string),
              .optional("detail", .any),
            ])
          )
        )
      ])
    ]
  )

  static let name = Schema.string(
    pattern: #"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$"#
  )
  static let tag = Schema.string(pattern: "^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$")
  static let digest = Schema.string(pattern: "^sha256:[0-9a-f]{64}$")

  static let should = Basis.assumption("The specification says SHOULD.")

  /// The digest of an answer's content.
  static let contentDigest = DigestRule.required("Docker-Content-Digest", .algorithmAndHex)

  /// A repository that nobody else has.
  static let ownName = Operand.unique(prefix: "accord/", suffix: "")
}
