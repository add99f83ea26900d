import Accord

extension Storage {
  static let buckets = Contract(
    "buckets.list",
    "Returns the buckets of the caller.",
    document: "API_ListBuckets",
    effect: .readOnly,
    routes: [.get("/")],
    credential: known,
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .optional(
              "Buckets",
              .array(
                of: .object([
                  .required("Name", .nonEmptyString), .optional("CreationDate", .dateTime),
                ]).titled("Bucket")
              )
            ),
            .optional(
              "Owner",
              .object([.optional("DisplayName", .string), .optional("ID", .string)])
            ),
          ])
          .titled("ListAllMyBucketsResult").xml(targetNamespace: namespace)
        ),
        in: ["xml"]
      )
    ],
    examples: [.example("all")],
    relations: [.relation("again", "A list does not change by itself.", .sameReadTwice)]
  )

  static let putBucket = Contract(
    "buckets.put",
    "Makes a bucket.",
    document: "API_CreateBucket",
    effect: .changesState,
    routes: [.put("/{bucket}")],
    credential: known,
    parameters: [
      .path("bucket", bucketName, example: ownBucket, invalid: .error("InvalidBucketName"))
    ],
    responses: [.status(.ok, .empty, headers: [.required("Location", .nonEmptyString)])],
    errors: [.named("InvalidBucketName", .byRequest)],
    examples: [.example("shelf", path: ["bucket": .given("shelf")], changesState: true)]
  )

  static let bucketThere = Contract(
    "buckets.head",
    "Says whether there is a bucket.",
    document: "API_HeadBucket",
    effect: .readOnly,
    routes: [.head("/{bucket}")],
    credential: known,
    parameters: [bucket],
    responses: [.status(.ok, .unspecified)],
    errors: [.named("NoSuchBucket", .byRequest)],
    examples: [.example("shelf")]
  )

  static let deleteBucket = Contract(
    "buckets.delete",
    "Deletes a bucket in which nothing is.",
    document: "API_DeleteBucket",
    effect: .changesState,
    routes: [.delete("/{bucket}")],
    credential: known,
    parameters: [bucket],
    responses: [.status(.noContent, .empty)],
    errors: [.named("NoSuchBucket", .byRequest), .named("BucketNotEmpty", .byExample)],
    examples: [.example("shelf", expect: .refusal(.error("BucketNotEmpty")))]
  )

  static let objects = Contract(
    "objects.list",
    "Returns the objects of a bucket, a page at a time.",
    document: "API_ListObjectsV2",
    effect: .readOnly,
    routes: [.get("/{bucket}")],
    credential: known,
    parameters: [
      bucket, .query("list-type", .constant("2"), required: true, example: "2"),
      .query("max-keys", .integer(in: 0...), invalid: .error("InvalidArgument")),
      .query("prefix", .string), .query("start-after", .string),
      .query("continuation-token", .nonEmptyString),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("Name", .nonEmptyString), .optional("Prefix", .string),
            .optional("StartAfter", .string), .required("KeyCount", .integer(in: 0...)),
            .required("MaxKeys", .integer(in: 0...1000)), .required("IsTruncated", .boolean),
            .optional("NextContinuationToken", .nonEmptyString),
            .optional(
              "Contents",
              .array(
                of: .object([
                  .required("Key", .nonEmptyString), .required("LastModified", .dateTime),
                  .required("ETag", entityTag), .required("Size", .integer(in: 0...)),
                  .required("StorageClass", .nonEmptyString),
                ])
              ).xml(wrapped: false)
            ),
          ])
          .titled("ListBucketResult").xml(targetNamespace: namespace)
        ),
        in: ["xml"]
      )
      .tied(.value("/Name", is: "bucket"), .items("/Contents", atMost: "max-keys"))
    ],
    errors: [.named("NoSuchBucket", .byRequest), .named("InvalidArgument", .byRequest)],
    examples: [
      .example("all"), .example("one", query: ["max-keys": 1]),
      .example("none", query: ["max-keys": 0]), .example("of-a-folder", query: ["prefix": "a/"]),
    ],
    relations: [
      .relation(
        "pages",
        "Pages that tokens lead through hold every object once.",
        .pagesHoldAll(
          Relation.Pages(
            next: .cursor("continuation-token", at: "/NextContinuationToken"),
            size: "max-keys",
            of: 2,
            items: "/Contents",
            identity: ["/Key"],
            whole: [:]
          )
        )
      )
    ]
  )
}
