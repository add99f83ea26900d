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
        fields: [.init("name", name), .init("digest", digest), .init("config", digest)],
        "A repository with the tag v1, its manifest, and the blob of its configuration."
      ),
      .given(
        "layer",
        fields: [.init("name", name), .init("digest", digest)],
        "A blob of a repository."
      ),
    ],
    contracts: [
      support, tags, manifest, manifestThere, blob, blobThere, putManifest, deleteManifest,
      beginUpload,
    ]
  )

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

  static var repository: Parameter { .path("name", name, example: .given("image", field: "name")) }

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
    routes: [.get("/v2/{+name}/tags/list")],
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
      .tied(.items("/tags", atMost: "n"), .value("/name", is: "name"))
    ],
    errors: [.named("NAME_UNKNOWN", .byRequest)],
    formats: ["json"],
    examples: [
      .example("all"), .example("one", query: ["n": 1]),
      .example("after-latest", query: ["last": "latest"]),
    ]
  )

  static let manifest = Contract(
    "manifests.get",
    "Returns a manifest by its tag or digest.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.get("/v2/{+name}/manifests/{reference}")],
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
        digests: [
          .required(
            "Docker-Content-Digest",
            .algorithmAndHex,
            basis: .assumption("The specification says SHOULD.")
          )
        ]
      )
    ],
    errors: [.named("MANIFEST_UNKNOWN", .byRequest)],
    formats: ["image-manifest"],
    examples: [
      .example("by-tag"),
      .example("by-digest", path: ["reference": .given("image", field: "digest")]),
    ],
    relations: [.relation("again", "A manifest does not change.", .sameReadTwice)]
  )

  static let manifestThere = Contract(
    "manifests.exists",
    "Says whether there is a manifest.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.head("/v2/{+name}/manifests/{reference}")],
    parameters: [repository, reference],
    responses: [
      .status(
        .ok,
        .unspecified,
        headers: [.required("Docker-Content-Digest", digest, basis: should)]
      )
    ],
    formats: ["image-manifest"],
    examples: [.example("by-tag")]
  )

  static let should = Basis.assumption("The specification says SHOULD.")

  static let reference = Parameter.path(
    "reference",
    .anyOf([tag, digest]),
    example: "v1",
    unknown: .status(
      .notFound,
      allowsEmptyBody: true,
      probes: [.probe("no-tag", "no-such-tag", why: "is no tag")]
    )
  )

  static let blob = Contract(
    "blobs.get",
    "Returns a blob by its digest.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.get("/v2/{+name}/blobs/{digest}")],
    parameters: [
      .path("name", name, example: .given("layer", field: "name")),
      .path(
        "digest",
        digest,
        example: .given("layer", field: "digest"),
        unknown: .error(
          "BLOB_UNKNOWN",
          probes: [.probe("no-blob", .string(unknownDigest), why: "is the digest of no blob")]
        )
      ),
    ],
    responses: [
      .status(
        .ok,
        .bytes(),
        in: ["blob"],
        digests: [.required("Docker-Content-Digest", .algorithmAndHex, basis: should)]
      )
    ],
    errors: [.named("BLOB_UNKNOWN", .byRequest)],
    examples: [.example("a-layer")],
    relations: [.relation("again", "A blob does not change.", .sameReadTwice)]
  )

  static let unknownDigest = "sha256:" + String(repeating: "0", count: 64)

  static let blobThere = Contract(
    "blobs.exists",
    "Says whether there is a blob.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.head("/v2/{+name}/blobs/{digest}")],
    parameters: [
      .path("name", name, example: .given("layer", field: "name")),
      .path(
        "digest",
        digest,
        example: .given("layer", field: "digest"),
        unknown: .status(
          .notFound,
          allowsEmptyBody: true,
          probes: [.probe("no-blob", .string(unknownDigest), why: "is the digest of no blob")]
        )
      ),
    ],
    responses: [
      .status(
        .ok,
        .unspecified,
        headers: [.required("Content-Length", .string(pattern: "^[0-9]+$"))]
      )
    ],
    examples: [.example("a-layer")]
  )

  static let putManifest = Contract(
    "manifests.put",
    "Stores a manifest under a tag.",
    document: "spec.md",
    effect: .changesState,
    routes: [.put("/v2/{+name}/manifests/{reference}")],
    parameters: [repository, .path("reference", tag, example: "stable")],
    body: .body(image, in: ["image-manifest"], malformed: .error("MANIFEST_INVALID")),
    responses: [
      .status(
        .created,
        .unspecified,
        headers: [.required("Location"), .required("Docker-Content-Digest", digest, basis: should)]
      )
    ],
    errors: [.named("MANIFEST_INVALID", .byRequest), .named("MANIFEST_BLOB_UNKNOWN", .byExample)],
    formats: ["json"],
    examples: [
      .example(
        "stable",
        in: "image-manifest",
        body: manifestOf(unknownDigest),
        bodyValues: [.at("/config/digest", .given("image", field: "config"))],
        changesState: true
      ),
      .example(
        "of-unknown-blobs",
        in: "image-manifest",
        body: manifestOf(unknownDigest),
        expect: .refusal(.error("MANIFEST_BLOB_UNKNOWN"))
      ),
    ]
  )

  static func manifestOf(_ digest: String) -> JSON {
    [
      "schemaVersion": 2,
      "mediaType": "application/vnd.oci.image.manifest.v1+json",
      "config": [
        "mediaType": "application/vnd.oci.image.config.v1+json", "digest": .string(digest),
        "size": 2,
      ],
      "layers": [],
    ]
  }

  static let deleteManifest = Contract(
    "manifests.delete",
    "Deletes a tag's manifest.",
    document: "spec.md",
    effect: .changesState,
    routes: [.delete("/v2/{+name}/manifests/{reference}")],
    parameters: [
      repository,
      .path(
        "reference",
        digest,
        example: .given("image", field: "digest"),
        unknown: .error(
          "MANIFEST_UNKNOWN",
          probes: [
            .probe("no-manifest", .string(unknownDigest), why: "is the digest of no manifest")
          ]
        )
      ),
    ],
    responses: [.status(.accepted, .unspecified)],
    errors: [.named("MANIFEST_UNKNOWN", .byRequest)],
    formats: ["json"],
    examples: [.example("an-image", consumes: ["image"])]
  )

  static let beginUpload = Contract(
    "uploads.begin",
    "Begins an upload.",
    document: "spec.md",
    effect: .changesState,
    routes: [.post("/v2/{+name}/blobs/uploads/")],
    parameters: [.path("name", name, example: .given("layer", field: "name"))],
    responses: [
      .status(.accepted, .unspecified, headers: [.required("Location", .nonEmptyString)])
    ],
    formats: ["json"],
    examples: [.example("an-upload", changesState: true)]
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
