import Accord

/// What is written: uploads of blobs, and manifests.
///
/// Where an upload goes on says each answer in Location; nobody makes that up, so that the calls of an upload
/// that succeed are steps of workflows and life cycles.
extension Registry {
  static let beginUpload = Contract(
    "uploads.begin",
    "Begins an upload, or mounts a blob of another repository.",
    document: "spec.md",
    effect: .changesState,
    routes: [.post("/v2/{+name}/blobs/uploads/")],
    parameters: [
      .path("name", name, example: ownName), .query("digest", digest), .query("mount", digest),
      .query("from", name),
    ],
    body: .body(.string, in: ["blob"], required: false),
    responses: [
      .status(.accepted, .unspecified, headers: [place], name: "begun"),
      .status(.created, .unspecified, headers: [place], name: "made"),
    ],
    formats: ["json"],
    examples: [.example("an-upload", changesState: true, expect: .response("begun"))]
  )

  static let appendUpload = Contract(
    "uploads.append",
    "Takes the next part of a blob.",
    document: "spec.md",
    effect: .changesState,
    routes: [.patch("/v2/{+name}/blobs/uploads/{reference}")],
    parameters: session + [.header("Content-Range", .string(pattern: "^[0-9]+-[0-9]+$"))],
    body: .body(.string, in: ["blob"]),
    responses: [.status(.accepted, .unspecified, headers: [place, range])],
    formats: ["json"],
    examples: [.example("of-no-upload", in: "blob", body: "x", expect: .refusal(noUpload))]
  )

  static let uploadStatus = Contract(
    "uploads.status",
    "Says how far an upload has come.",
    document: "spec.md",
    effect: .readOnly,
    routes: [.get("/v2/{+name}/blobs/uploads/{reference}")],
    parameters: session,
    responses: [.status(.noContent, .empty, headers: [place, range])],
    formats: ["json"],
    examples: [.example("of-no-upload", expect: .refusal(noUpload))]
  )

  static let finishUpload = Contract(
    "uploads.finish",
    "Ends an upload, with its last part or without.",
    document: "spec.md",
    effect: .changesState,
    routes: [.put("/v2/{+name}/blobs/uploads/{reference}")],
    parameters: session + [
      .query(
        "digest",
        digest,
        required: true,
        example: layer.operand,
        unknown: .error("DIGEST_INVALID", refused: should)
      ),
      .header("Content-Range", .string(pattern: "^[0-9]+-[0-9]+$")),
    ],
    body: .body(.string, in: ["blob"], required: false),
    responses: [.status(.created, .unspecified, headers: [place])],
    formats: ["json"],
    examples: [.example("of-no-upload", in: "blob", body: "x", expect: .refusal(noUpload))]
  )

  static let cancelUpload = Contract(
    "uploads.cancel",
    "Ends an upload and keeps nothing of it.",
    document: "spec.md",
    effect: .changesState,
    routes: [.delete("/v2/{+name}/blobs/uploads/{reference}")],
    parameters: session,
    responses: [.status(.noContent, .unspecified, basis: should)],
    formats: ["json"],
    examples: [.example("of-no-upload", expect: .refusal(noUpload))]
  )

  static let place = HeaderRule.required("Location", .nonEmptyString)
  static let range = HeaderRule.required("Range", .string(pattern: "^0-[0-9]+$"))

  /// What is asked of an upload that is not there, or no longer.
  static var noUpload: Refusal {
    .error("BLOB_UPLOAD_UNKNOWN", "BLOB_UPLOAD_INVALID", statuses: .exactly(.notFound))
  }

  static var session: [Parameter] {
    [
      .path("name", name, example: ownName),
      .path(
        "reference",
        .nonEmptyString,
        example: "00000000-0000-4000-8000-000000000000",
        unknown: noUpload
      ),
    ]
  }

  /// How much of a manifest a registry looks at is its own affair; it may look for the blobs.
  private static let named = Schema.object([
    .required("digest", digest), .optional("mediaType", .nonEmptyString),
    .optional("size", .integer(in: 0...)),
  ])

  static let putManifest = Contract(
    "manifests.put",
    "Stores a manifest under a tag, or by its digest.",
    document: "spec.md",
    effect: .changesState,
    routes: [.put("/v2/{+name}/manifests/{reference}")],
    parameters: [repository, .path("reference", .anyOf([tag, digest]), example: "stable")],
    body: .body(
      .object([
        .required("schemaVersion", .constant(2)), .required("config", named),
        .optional("layers", .array(of: named)), .optional("mediaType", .nonEmptyString),
        .optional("annotations", annotations),
      ]),
      in: ["image-manifest"],
      malformed: .error("MANIFEST_INVALID"),
      incomplete: .error("MANIFEST_INVALID", "MANIFEST_BLOB_UNKNOWN", "DIGEST_INVALID")
    ),
    responses: [
      .status(
        .created,
        .unspecified,
        headers: [place, .required("Docker-Content-Digest", digest, basis: should)]
      )
    ],
    errors: [
      .named("MANIFEST_INVALID", .byRequest), .named("MANIFEST_BLOB_UNKNOWN", .byExample),
      .named("DIGEST_INVALID", .byRequest),
    ],
    formats: ["json"],
    examples: [
      .example("stable", in: "image-manifest", body: pushed, changesState: true),
      .example(
        "of-unknown-blobs",
        in: "image-manifest",
        body: manifest(of: unknownDigest),
        expect: .refusal(.error("MANIFEST_BLOB_UNKNOWN"))
      ),
    ],
    relations: [
      .relation("place", "Location leads to the manifest.", .locationLeads(to: "manifests.get")),
      .relation("read", "A manifest is read as it was pushed.", .readsBack(by: "manifests.get")),
    ]
  )
}
