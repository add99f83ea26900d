import Accord

/// What becomes of buckets, objects and uploads.
extension Storage {
  static let bucketLife = LifeCycle.lifeCycle(
    "bucket",
    of: "bucket",
    states: ["empty", "filled", .gone],
    from: .made(
      .step(
        "make",
        "buckets.put",
        arguments: ["bucket": ownBucket],
        outputs: [.output("bucket", .requestParameter("bucket"), bucketName)]
      )
    ),
    transitions: [
      .transition(
        .step(
          "fill",
          "objects.put",
          arguments: ["bucket": .identity("bucket"), "key": "new/file.txt"]
        ),
        from: "empty",
        to: "filled"
      ),
      .transition(
        .step(
          "clear",
          "objects.delete",
          arguments: ["bucket": .identity("bucket"), "key": "new/file.txt"]
        ),
        from: "filled",
        to: "empty",
        repeated: .asDocumented
      ),
      .transition(
        .step(
          "delete",
          "buckets.delete",
          example: "shelf",
          arguments: ["bucket": .identity("bucket")],
          expect: .response("success")
        ),
        from: "empty",
        to: .gone
      ),
    ],
    refusals: [
      .refused(
        "delete",
        in: "filled",
        by: .refusal(.error("BucketNotEmpty"), because: "deletes a bucket with an object")
      ), .refused("delete", in: .gone, by: noBucket), .refused("fill", in: .gone, by: noBucket),
      .refused("clear", in: .gone, by: noBucket),
    ],
    views: [
      .read(
        .step("head", "buckets.head", arguments: ["bucket": .identity("bucket")]),
        refusals: [.hidden(in: .gone, by: noBucket)]
      ),
      .read(
        .step("objects", "objects.list", arguments: ["bucket": .identity("bucket")]),
        state: "/KeyCount",
        values: [.value(0, for: "empty"), .value(1, for: "filled")],
        refusals: [.hidden(in: .gone, by: noBucket)]
      ),
      .list(.step("list", "buckets.list"), items: "/Buckets", identity: "/Name", named: "bucket"),
    ]
  )

  private static let noBucket = Workflow.Step.Expectation.refused("parameter/bucket/unknown")
  private static let noKey = Workflow.Step.Expectation.refused("parameter/key/unknown")
  private static let ended = Workflow.Step.Expectation.refused("parameter/uploadId/unknown")

  static let objectLife = LifeCycle.lifeCycle(
    "object",
    of: "object",
    states: ["there", .gone],
    from: .made(
      .step(
        "make",
        "objects.put",
        arguments: ["key": .unique(prefix: "own/", suffix: ".txt")],
        outputs: [.output("key", .requestParameter("key"), .nonEmptyString)]
      )
    ),
    transitions: [
      .transition(
        .step(
          "change",
          "objects.put",
          arguments: ["key": .identity("key")],
          content: .bytes(Array("what is kept now".utf8))
        ),
        from: "there",
        .gone,
        to: "there",
        repeated: .asDocumented
      ),
      .transition(
        .step("delete", "objects.delete", arguments: ["key": .identity("key")]),
        from: "there",
        to: .gone,
        repeated: .asDocumented
      ),
    ],
    views: [
      .read(
        .step("get", "objects.get", arguments: ["key": .identity("key")]),
        refusals: [.hidden(in: .gone, by: noKey)]
      ),
      .read(
        .step("head", "objects.head", arguments: ["key": .identity("key")]),
        refusals: [.hidden(in: .gone, by: noKey)]
      ),
      .list(
        .step("list", "objects.list"),
        items: "/Contents",
        identity: "/Key",
        named: "key",
        ignoring: ["/LastModified"]
      ),
    ],
    written: [
      .written(.root, by: "make", in: "get"), .written(.root, by: "change", in: "get"),
    ]
  )

  static let uploadLife = LifeCycle.lifeCycle(
    "upload",
    of: "upload",
    states: ["begun", "filled", "completed", "aborted", .gone],
    from: .made(
      .step(
        "begin",
        "uploads.begin",
        arguments: ["key": .unique(prefix: "parts/", suffix: "")],
        outputs: beginnings
      )
    ),
    transitions: [
      .transition(
        .step(
          "part",
          "uploads.part",
          example: "of-no-upload",
          arguments: identity,
          content: .bytes(small.bytes),
          expect: .response("success")
        ),
        from: "begun",
        to: "filled",
        repeated: .response("success")
      ),
      .transition(
        .step(
          "complete",
          "uploads.complete",
          example: "of-no-upload",
          arguments: identity,
          expect: .response("success")
        ),
        from: "filled",
        to: "completed"
      ),
      .transition(
        .step(
          "abort",
          "uploads.abort",
          example: "of-no-upload",
          arguments: identity,
          expect: .response("success")
        ),
        from: "begun",
        "filled",
        to: "aborted"
      ),
      .transition(
        .step("delete", "objects.delete", arguments: ["key": .identity("key")]),
        from: "completed",
        to: .gone
      ),
    ],
    refusals: [
      .refused("part", in: "completed", "aborted", .gone, by: ended),
      .refused("complete", in: "aborted", by: ended),
      .refused("abort", in: "completed", "aborted", .gone, by: ended),
    ],
    views: [
      .read(
        .step("get", "objects.get", arguments: ["key": .identity("key")]),
        refusals: [.hidden(in: "begun", "filled", "aborted", .gone, by: noKey)]
      ),
      .list(
        .step("uploads", "uploads.list"),
        items: "/Upload",
        identity: "/UploadId",
        omits: ["completed", "aborted", .gone]
      ),
      .list(
        .step("objects", "objects.list"),
        items: "/Contents",
        identity: "/Key",
        named: "key",
        omits: ["begun", "filled", "aborted", .gone]
      ),
    ],
    written: [.written(.root, by: "part", in: "get")],
    cleanUp: [
      .step(
        "abort",
        "uploads.abort",
        example: "of-no-upload",
        arguments: identity,
        expect: .response("success")
      ), .step("delete", "objects.delete", arguments: ["key": .identity("key")]),
    ]
  )

  private static let identity: Arguments = [
    "key": .identity("key"), "uploadId": .identity("id"),
  ]
}
