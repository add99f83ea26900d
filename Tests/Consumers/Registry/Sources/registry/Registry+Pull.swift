import Accord

/// What is read: manifests, blobs and tags.
extension Registry {
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
      .example("all"), .example("two", query: ["n": 2]), .example("none", query: ["n": 0]),
      .example("after-v2", query: ["last": "v2"]),
    ],
    relations: [
      .relation(
        "pages",
        "Pages of tags that Link leads through hold every tag once.",
        .pagesHoldAll(
          Relation.Pages(
            next: .link(),
            size: "n",
            of: 2,
            items: "/tags",
            identity: [.root],
            whole: [:]
          )
        )
      )
    ]
  )

  static let manifest = Contract(
    "manifests.get",
    "Returns a manifest by its tag or digest.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.get("/v2/{+name}/manifests/{reference}")],
    parameters: [repository, reference],
    responses: [.status(.ok, .payload(image), digests: [contentDigest])],
    errors: [.named("MANIFEST_UNKNOWN", .byRequest)],
    formats: ["image-manifest"],
    examples: [
      .example("by-tag"),
      .example("by-digest", path: ["reference": .given("image", field: "digest")]),
    ],
    relations: [
      .relation("again", "A manifest does not change.", .sameReadTwice),
      .relation("head", "HEAD answers what GET would.", .headAnswersAsGet),
    ]
  )

  static let manifestThere = Contract(
    "manifests.exists",
    "Says whether there is a manifest.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.head("/v2/{+name}/manifests/{reference}")],
    parameters: [repository, reference],
    responses: [.status(.ok, .unspecified, headers: lengthAndDigest)],
    formats: ["image-manifest"],
    examples: [.example("by-tag")]
  )

  static let lengthAndDigest: [HeaderRule] = [
    .required("Content-Length", .string(pattern: "^[0-9]+$")),
    .required("Docker-Content-Digest", digest),
  ]

  static var repository: Parameter { .path("name", name, example: .given("image", field: "name")) }

  static let reference = Parameter.path(
    "reference",
    .anyOf([tag, digest]),
    example: "v1",
    unknown: .error(
      "MANIFEST_UNKNOWN",
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
    parameters: blobParameters,
    responses: [
      .status(.ok, .bytes(), in: ["blob"], digests: [contentDigest]),
      .status(
        .partialContent,
        .bytes(),
        in: ["blob"],
        headers: [.required("Content-Range", .string(pattern: "^bytes [0-9]+-[0-9]+/[0-9]+$"))],
        name: "part",
        basis: should
      ),
    ],
    errors: [.named("BLOB_UNKNOWN", .byRequest)],
    examples: [.example("a-layer")],
    relations: [
      .relation("again", "A blob does not change.", .sameReadTwice),
      .relation("head", "HEAD answers what GET would.", .headAnswersAsGet),
    ]
  )

  static let blobThere = Contract(
    "blobs.exists",
    "Says whether there is a blob.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.head("/v2/{+name}/blobs/{digest}")],
    parameters: blobParameters,
    responses: [.status(.ok, .unspecified, headers: lengthAndDigest)],
    examples: [.example("a-layer")]
  )

  static var blobParameters: [Parameter] {
    [
      .path("name", name, example: .given("layer", field: "name")),
      .path(
        "digest",
        digest,
        example: .given("layer", field: "digest"),
        unknown: .error(
          "BLOB_UNKNOWN",
          allowsEmptyBody: true,
          probes: [.probe("no-blob", .string(unknownDigest), why: "is the digest of no blob")]
        )
      ),
    ]
  }
}
