import Accord

/// The orders of calls of the reference, each from nothing.
extension Storage {
  static let fillABucket = Workflow.workflow(
    "fill-a-bucket",
    "A bucket is made and filled.",
    steps: [
      .step(
        "make",
        "buckets.put",
        arguments: ["bucket": ownBucket],
        outputs: [.output("bucket", .requestParameter("bucket"), bucketName)]
      )
    ]
      + ["a/b.txt", "c.txt", "d.txt", "e.txt", "f.txt"].map { key in
        .step(
          "put \(key)",
          "objects.put",
          arguments: inBucket(key),
          content: .bytes(Array(key.utf8))
        )
      },
    cleanUp: ["a/b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "new/file.txt"].map { key in
      .step("delete \(key)", "objects.delete", arguments: inBucket(key))
    } + [
      .step(
        "delete the bucket",
        "buckets.delete",
        example: "shelf",
        arguments: ["bucket": .output("bucket", of: "make")],
        expect: .response("success")
      )
    ]
  )

  private static func inBucket(_ key: String) -> Arguments {
    ["bucket": .output("bucket", of: "make"), "key": .literal(.string(key))]
  }

  static let listAfter = Workflow.workflow(
    "list-after",
    "Objects are listed in the order of their keys, after the one that is named.",
    steps: [
      .step(
        "list",
        "objects.list",
        arguments: ["start-after": "c.txt", "max-keys": 2],
        outputs: [
          .output("first", .body("/Contents/Key"), .constant("d.txt")),
          .output("count", .body("/KeyCount"), .constant("2")),
        ]
      )
    ]
  )

  static let getIfMatch = Workflow.workflow(
    "get-if-match",
    "An object is got under the condition of its tag, and not under that of another.",
    steps: [
      .step("read", "objects.get", outputs: [.output("tag", .header("ETag"), entityTag)]),
      .step("its tag", "objects.get", headers: ["If-Match": .output("tag", of: "read")]),
      .step(
        "another tag",
        "objects.get",
        headers: ["If-Match": #""00000000000000000000000000000000""#],
        expect: .refusal(.error("PreconditionFailed"), because: "has the tag of another object")
      ),
    ]
  )

  /// All parts but the last have five MiB at least.
  static let large = [UInt8](repeating: 0x61, count: 5 << 20)

  static let uploadInParts = Workflow.workflow(
    "upload-in-parts",
    "Parts are one object in the order of their numbers, whatever came first.",
    steps: [
      begin("big"), part("second", 2, small.bytes), part("first", 1, large),
      .step(
        "complete",
        "uploads.complete",
        example: "of-no-upload",
        arguments: upload,
        body: parts([small.tag, small.tag]),
        bodyValues: [
          .at("/Part/0/ETag", .output("tag", of: "first")),
          .at("/Part/1/ETag", .output("tag", of: "second")),
        ],
        expect: .response("success")
      ),
      .step(
        "read the end",
        "objects.get",
        arguments: ["key": .output("key", of: "begin")],
        headers: ["Range": "bytes=5242879-"],
        expect: .statuses(.anyOf([206])),
        outputs: [
          .output(
            "end",
            .content,
            .constant(.string("a" + String(decoding: small.bytes, as: UTF8.self)))
          ),
          .output("range", .header("Content-Range"), .constant("bytes 5242879-5242900/5242901")),
        ]
      ), .step("delete", "objects.delete", arguments: ["key": .output("key", of: "begin")]),
    ],
    cleanUp: [
      .step("clean up", "objects.delete", arguments: ["key": .output("key", of: "begin")]), abort,
    ]
  )

  static let partsTooSmall = Workflow.workflow(
    "parts-too-small",
    "Parts that are too small are refused, and so are those that were never sent; no object is made.",
    steps: [
      begin("tiny"), part("first", 1, small.bytes), part("second", 2, small.bytes),
      complete(
        "complete",
        parts([small.tag, small.tag]),
        .error("EntityTooSmall"),
        "has a part of less than five MiB before the last"
      ),
      complete(
        "complete with others",
        parts([#""00000000000000000000000000000000""#]),
        .error("InvalidPart"),
        "names a part by another tag"
      ),
      .step(
        "read",
        "objects.get",
        arguments: ["key": .output("key", of: "begin")],
        expect: .refused("parameter/key/unknown")
      ),
    ],
    cleanUp: [abort]
  )

  // MARK: - Steps

  /// The bucket is a given, its key and the upload are the workflow's own.
  private static let upload: Arguments = [
    "key": .output("key", of: "begin"), "uploadId": .output("id", of: "begin"),
  ]

  static let beginnings: [Workflow.StepOutput] = [
    .output("key", .requestParameter("key"), .nonEmptyString),
    .output("id", .body("/UploadId"), .nonEmptyString),
  ]

  private static func begin(_ name: String) -> Workflow.Step {
    .step(
      "begin",
      "uploads.begin",
      arguments: ["key": .unique(prefix: "\(name)-", suffix: "")],
      outputs: beginnings
    )
  }

  private static func part(_ id: String, _ number: Int, _ bytes: [UInt8]) -> Workflow.Step {
    .step(
      id,
      "uploads.part",
      example: "of-no-upload",
      arguments: Arguments(
        upload.list + [.init("partNumber", .literal(.number(JSONNumber(number))))]
      ),
      content: .bytes(bytes),
      expect: .response("success"),
      outputs: [.output("tag", .header("ETag"), entityTag)]
    )
  }

  private static func complete(
    _ id: String,
    _ parts: JSON,
    _ refusal: Refusal,
    _ proof: String
  ) -> Workflow.Step {
    .step(
      id,
      "uploads.complete",
      example: "of-no-upload",
      arguments: upload,
      body: parts,
      expect: .refusal(refusal, because: proof)
    )
  }

  private static let abort = Workflow.Step.step(
    "abort",
    "uploads.abort",
    example: "of-no-upload",
    arguments: upload,
    expect: .response("success")
  )
}
