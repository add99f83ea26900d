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
    formats: [.json, imageManifest],
    errors: errors,
    givens: [
      .given("image", fields: [.init("name", name), .init("digest", digest)], "A repository with the tag v1 and its manifest."),
      .given("layer", fields: [.init("name", name), .init("digest", digest)], "A blob of a repository."),
    ],
    contracts: [support, tags, manifest]
  )

  static let imageManifest = Format("image-manifest", .json, mediaType: "application/vnd.oci.image.manifest.v1+json")

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

  static let repository = Parameter.path("name", name, example: .given("image", field: "name"))

  static let support = Contract(
    "support.check",
    "Says that the specification is kept.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.get("/v2/")],
    responses: [.status(.ok, .unspecified)],
    examples: [.example("of-everyone")]
  )

  static let tags = Contract(
    "tags.list",
    "Returns the tags of a repository.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.get("/v2/{name}/tags/list")],
    parameters: [
      .path(
        "name",
        name,
        example: .given("image", field: "name"),
        unknown: .error(
          "NAME_UNKNOWN",
          probes: [.probe("no-repository", "nothing-is-here", why: "is no repository")]
        )
      ),
      .query("n", .integer(in: 0...)),
      .query("last", tag),
    ],
    responses: [
      .status(
        .ok,
        .payload(.object([.required("name", name), .required("tags", .array(of: tag))]))
      )
    ],
    errors: [.named("NAME_UNKNOWN", .byRequest)],
    formats: ["json"],
    examples: [.example("all"), .example("one", query: ["n": 1]), .example("after-latest", query: ["last": "latest"])]
  )

  static let manifest = Contract(
    "manifests.get",
    "Returns a manifest by its tag or digest.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.get("/v2/{name}/manifests/{reference}")],
    headers: [.required("Accept", .constant("application/vnd.oci.image.manifest.v1+json"))],
    parameters: [
      repository,
      .path(
        "reference",
        .anyOf([tag, digest]),
        example: "v1",
        unknown: .error(
          "MANIFEST_UNKNOWN",
          probes: [.probe("no-tag", "no-such-tag", why: "is no tag")]
        )
      ),
    ],
    responses: [
      .status(
        .ok,
        .payload(image),
        headers: [.optional("Docker-Content-Digest", digest)]
      )
    ],
    errors: [.named("MANIFEST_UNKNOWN", .byRequest)],
    formats: ["image-manifest"],
    examples: [
      .example("by-tag"), .example("by-digest", path: ["reference": .given("image", field: "digest")]),
    ],
    relations: [.relation("again", "A manifest does not change.", .sameReadTwice)]
  )

  static let descriptor = Schema.object([
    .required("mediaType", .nonEmptyString), .required("digest", digest),
    .required("size", .integer(in: 0...)),
  ])

  static let image = Schema.object([
    .required("schemaVersion", .constant(2)), .required("config", descriptor),
    .required("layers", .array(of: descriptor)), .optional("mediaType", .nonEmptyString),
  ])
}
