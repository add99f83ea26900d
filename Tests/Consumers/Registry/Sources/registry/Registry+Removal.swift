import Accord

/// What is removed: manifests with their tags, and blobs.
extension Registry {
  static let deleteManifest = Contract(
    "manifests.delete",
    "Deletes a manifest with its tags.",
    document: "spec.md",
    effect: .changesState,
    routes: [.delete("/v2/{+name}/manifests/{reference}")],
    parameters: [
      repository,
      .path(
        "reference",
        .anyOf([tag, digest]),
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
    errors: [
      .named("MANIFEST_UNKNOWN", .byRequest), .named("UNSUPPORTED", oneOfSeveral),
      .named("DIGEST_INVALID", oneOfSeveral),
    ],
    formats: ["json"],
    examples: [.example("an-image", consumes: ["image"])]
  )

  private static let oneOfSeveral = ErrorClause.Provocation.impossible(
    reason: "It is one way to say that tags are not deleted; others are right too."
  )

  static let deleteBlob = Contract(
    "blobs.delete",
    "Deletes a blob.",
    document: "spec.md",
    effect: .changesState,
    routes: [.delete("/v2/{+name}/blobs/{digest}")],
    parameters: blobParameters,
    responses: [.status(.accepted, .unspecified)],
    errors: [.named("BLOB_UNKNOWN", .byRequest)],
    formats: ["json"],
    examples: [.example("a-layer", consumes: ["layer"])]
  )
}
