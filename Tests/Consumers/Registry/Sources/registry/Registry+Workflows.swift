import Accord

/// The orders of calls that the specification describes, each from nothing.
extension Registry {
  static let pushAnImage = Workflow.workflow(
    "push-an-image",
    "An image is pushed: its blobs one after another, then its manifest under five tags.",
    steps: [begin("begin", ownName)] + finish("finish", config, of: "begin")
      + [begin("begin again", .output("name", of: "begin"))]
      + finish("finish again", layer, of: "begin again")
      + ["v1", "v2", "v3", "v4", "v5"].map { tag in
        .step(
          "tag \(tag)",
          "manifests.put",
          arguments: ["name": .output("name", of: "begin"), "reference": .literal(.string(tag))],
          body: pushed,
          outputs: [.output("digest", .header("Docker-Content-Digest"), digest)]
        )
      },
    cleanUp: [
      .step(
        "delete the manifest",
        "manifests.delete",
        arguments: [
          "name": .output("name", of: "begin"), "reference": .output("digest", of: "tag v1"),
        ]
      ),
      delete("delete the configuration", config, of: "begin"),
      delete("delete the layer", layer, of: "begin"),
    ]
  )

  static let pushInTwoCalls = Workflow.workflow(
    "push-in-two-calls",
    "A blob is pushed by POST and PUT, and is where Location says.",
    steps: [begin("begin", ownName)] + finish("finish", layer, of: "begin") + [
      .step(
        "exists",
        "blobs.exists",
        arguments: ["name": .output("name", of: "begin"), "digest": layer.operand]
      )
    ],
    cleanUp: [delete("delete", layer, of: "begin")]
  )

  /// A registry that does not take a blob in one call answers as to one that begins an upload.
  static let pushInOneCall = Workflow.workflow(
    "push-in-one-call",
    "A blob that is sent with the POST begins an upload, which goes on by PUT.",
    steps: [
      .step(
        "begin",
        "uploads.begin",
        arguments: ["name": ownName, "digest": layer.operand],
        headers: ["Content-Type": "application/octet-stream"],
        content: .bytes(layer.bytes),
        outputs: beginnings
      )
    ] + finish("finish", layer, of: "begin"),
    cleanUp: [delete("delete", layer, of: "begin")]
  )

  static let pushInChunks = Workflow.workflow(
    "push-in-chunks",
    "A blob is pushed in three parts, each to where the answer before leads.",
    steps: [
      begin("begin", ownName), append("first", inThreeParts, 0..<7, after: "begin"),
      append("second", inThreeParts, 7..<16, after: "first"),
      .step(
        "status",
        "uploads.status",
        example: "of-no-upload",
        target: .output("place", of: "second"),
        expect: .response("success"),
        outputs: [
          .output("place", .reference("Location"), .nonEmptyString),
          .output("range", .header("Range"), .constant("0-15")),
        ]
      ),
      .step(
        "finish",
        "uploads.finish",
        example: "of-no-upload",
        arguments: ["digest": inThreeParts.operand, "Content-Range": "16-20"],
        content: .bytes(Array(inThreeParts.bytes[16...])),
        target: .output("place", of: "status"),
        expect: .response("success"),
        outputs: [.output("place", .reference("Location"), .nonEmptyString)]
      ), .step("read", "blobs.get", target: .output("place", of: "finish")),
      .step(
        "too late",
        "uploads.append",
        example: "of-no-upload",
        arguments: ["Content-Range": "21-21"],
        target: .output("place", of: "status"),
        expect: .refused("parameter/reference/unknown"),
        dependsOn: ["finish"]
      ),
    ],
    cleanUp: [delete("delete", inThreeParts, of: "begin")]
  )

  static let chunkOutOfOrder = Workflow.workflow(
    "chunk-out-of-order",
    "A part that does not follow what came before is refused, and nothing of it is kept.",
    steps: [
      begin("begin", ownName), append("first", inThreeParts, 0..<7, after: "begin"),
      .step(
        "too far",
        "uploads.append",
        example: "of-no-upload",
        arguments: ["Content-Range": "9-15"],
        content: .bytes(Array(inThreeParts.bytes[9..<16])),
        target: .output("place", of: "first"),
        expect: .refusal(.status(.rangeNotSatisfiable), because: "leaves out two bytes")
      ),
      .step(
        "status",
        "uploads.status",
        example: "of-no-upload",
        target: .output("place", of: "first"),
        expect: .response("success"),
        outputs: [.output("range", .header("Range"), .constant("0-6"))],
        dependsOn: ["too far"]
      ),
    ],
    cleanUp: [cancel("cancel", .output("place", of: "first"))]
  )

  static let wrongDigest = Workflow.workflow(
    "wrong-digest",
    "Content that has another digest than was said is refused, and is not there.",
    steps: [
      begin("begin", ownName),
      .step(
        "finish",
        "uploads.finish",
        example: "of-no-upload",
        arguments: ["digest": config.operand],
        content: .bytes(layer.bytes),
        target: .output("place", of: "begin"),
        expect: .refused("parameter/digest/unknown")
      ),
      .step(
        "read",
        "blobs.get",
        arguments: ["name": .output("name", of: "begin"), "digest": config.operand],
        expect: .refused("parameter/digest/unknown")
      ),
      .step(
        "read what was sent",
        "blobs.get",
        arguments: ["name": .output("name", of: "begin"), "digest": layer.operand],
        expect: .refused("parameter/digest/unknown")
      ),
    ],
    cleanUp: [cancel("cancel", .output("place", of: "begin"))]
  )

  static let mountOfNothing = Workflow.workflow(
    "mount-of-nothing",
    "To mount a blob that is not there begins an upload.",
    steps: [
      .step(
        "mount",
        "uploads.begin",
        arguments: [
          "name": ownName, "mount": .literal(.string(unknownDigest)), "from": "nothing-is-here",
        ],
        outputs: beginnings
      )
    ] + finish("finish", layer, of: "mount"),
    cleanUp: [delete("delete", layer, of: "mount")]
  )

  static let pushByDigest = Workflow.workflow(
    "push-by-digest",
    "A manifest is pushed by its digest and by no other, and is read by it.",
    steps: [
      .step(
        "push",
        "manifests.put",
        arguments: ["reference": .literal(.string(digestOfOther))],
        body: other,
        outputs: [
          .output("digest", .header("Docker-Content-Digest"), .constant(.string(digestOfOther)))
        ]
      ),
      .step("read", "manifests.get", arguments: ["reference": .output("digest", of: "push")]),
      .step(
        "push by another",
        "manifests.put",
        arguments: ["reference": .literal(.string(unknownDigest))],
        body: other,
        expect: .refusal(.error("DIGEST_INVALID"), because: "names the digest of something else")
      ),
      .step(
        "read by another",
        "manifests.get",
        arguments: ["reference": .literal(.string(unknownDigest))],
        expect: .refused("parameter/reference/unknown")
      ),
    ],
    cleanUp: [
      .step(
        "delete",
        "manifests.delete",
        arguments: ["reference": .literal(.string(digestOfOther))]
      )
    ]
  )

  private static let other = manifest(of: config.digest, title: "pushed by its digest")
  private static let digestOfOther = contentDigest.value(of: other.bytes())

  /// What is beyond the end is not asked for: docker-registry says of its 416 that it is as long as the whole
  /// and closes the connection, so that there is no whole answer to be judged.
  static let readInParts = Workflow.workflow(
    "read-in-parts",
    "A part of a blob is read by its range.",
    steps: [
      .step(
        "read",
        "blobs.get",
        headers: ["Range": "bytes=5-11"],
        expect: .response("part"),
        outputs: [
          .output("part", .content, .constant("is in t")),
          .output("range", .header("Content-Range"), .constant("bytes 5-11/20")),
        ]
      )
    ]
  )

  static let tagsAreOrdered = Workflow.workflow(
    "tags-are-ordered",
    "Tags are listed in their order.",
    steps: [
      .step(
        "list",
        "tags.list",
        outputs: [
          .output("first", .body("/tags/0"), .constant("v1")),
          .output("second", .body("/tags/1"), .constant("v2")),
          .output("third", .body("/tags/2"), .constant("v3")),
          .output("fourth", .body("/tags/3"), .constant("v4")),
          .output("fifth", .body("/tags/4"), .constant("v5")),
        ]
      )
    ],
    basis: .assumption(
      """
      The specification says MUST, and docker-registry has the order of its file system, which is another \
      on each machine: what it breaks cannot be listed as known.
      """
    )
  )

  static let tagsInPages = Workflow.workflow(
    "tags-in-pages",
    "As many tags are listed as are asked for, after the one that is named.",
    steps: [
      .step(
        "first page",
        "tags.list",
        arguments: ["n": 2],
        outputs: [
          .output("first", .body("/tags/0"), .constant("v1")),
          .output("last", .body("/tags/1"), .constant("v2")),
        ]
      ),
      .step(
        "second page",
        "tags.list",
        arguments: ["n": 2, "last": .output("last", of: "first page")],
        outputs: [
          .output("first", .body("/tags/0"), .constant("v3")),
          .output("last", .body("/tags/1"), .constant("v4")),
        ]
      ),
    ]
  )

  /// A registry may delete tags, and says with 400 or 405 that it does not.
  static let tagIsKept = Workflow.workflow(
    "tag-is-kept",
    "That a tag alone is deleted is refused here, and the tag stays.",
    steps: [
      .step(
        "delete",
        "manifests.delete",
        arguments: ["reference": "v5"],
        expect: .refusal(.statuses(.anyOf([400, 405])), because: "deletes a tag alone")
      ), .step("read", "manifests.get", arguments: ["reference": "v5"]),
    ],
    basis: .assumption("This registry deletes manifests with their tags only.")
  )

  // MARK: - Steps

  /// What each beginning of an upload gives.
  static let beginnings: [Workflow.StepOutput] = [
    .output("name", .requestParameter("name"), name),
    .output("place", .reference("Location"), .nonEmptyString),
  ]

  static func begin(_ id: String, _ name: Operand) -> Workflow.Step {
    .step(id, "uploads.begin", arguments: ["name": name], outputs: beginnings)
  }

  static func append(
    _ id: String,
    _ blob: Blob,
    _ range: Range<Int>,
    after before: String
  ) -> Workflow.Step {
    .step(
      id,
      "uploads.append",
      example: "of-no-upload",
      arguments: [
        "Content-Range": .literal(.string("\(range.lowerBound)-\(range.upperBound - 1)"))
      ],
      content: .bytes(Array(blob.bytes[range])),
      target: .output("place", of: before),
      expect: .response("success"),
      outputs: [
        .output("place", .reference("Location"), .nonEmptyString),
        .output("range", .header("Range"), .constant(.string("0-\(range.upperBound - 1)"))),
      ]
    )
  }

  /// The end of an upload, and a read of the blob where its answer leads.
  static func finish(_ id: String, _ blob: Blob, of begin: String) -> [Workflow.Step] {
    [
      .step(
        id,
        "uploads.finish",
        example: "of-no-upload",
        arguments: ["digest": blob.operand],
        content: .bytes(blob.bytes),
        target: .output("place", of: begin),
        expect: .response("success"),
        outputs: [
          .output("place", .reference("Location"), .nonEmptyString),
          .output("digest", .requestParameter("digest"), digest),
        ]
      ), .step("\(id) is read", "blobs.get", target: .output("place", of: id)),
    ]
  }

  static func cancel(_ id: String, _ place: Operand) -> Workflow.Step {
    .step(
      id,
      "uploads.cancel",
      example: "of-no-upload",
      target: place,
      expect: .response("success")
    )
  }

  static func delete(_ id: String, _ blob: Blob, of begin: String) -> Workflow.Step {
    .step(
      id,
      "blobs.delete",
      arguments: ["name": .output("name", of: begin), "digest": blob.operand]
    )
  }
}
