import Accord
import AccordCommand

/// A part of Amazon S3's API, as its reference has it: buckets are listed, objects put, read and deleted.
@main
enum Storage {
  static func main() async { await ConformanceCommand.main(suites: [suite]) }

  static let suite = ContractSuite(
    "s3",
    name: "Storage",
    "Keeps objects in buckets.",
    credential: .signed(
      by: .awsSignature(
        region: "us-east-1",
        service: "s3",
        keyID: "STORAGE_KEY_ID",
        secret: "STORAGE_SECRET"
      )
    ),
    formats: [Format("xml", .xml, mediaType: "application/xml"), .octetStream],
    errors: errors,
    contracts: [buckets, objects, object, objectThere, put, delete]
  )

  static let errors = ErrorCatalogue(
    entries: [
      .entry("NoSuchKey", statuses: .exactly(.notFound)),
      .entry("NoSuchBucket", statuses: .exactly(.notFound)),
      .entry("InvalidArgument", statuses: .exactly(.badRequest)),
    ],
    places: [.element(["Code"])],
    message: "/Message",
    schemas: [
      .object([
        .required("Code", .nonEmptyString), .required("Message", .nonEmptyString),
        .optional("RequestId", .string), .optional("HostId", .string),
      ]).titled("Error")
    ]
  )

  static let known = CredentialRule.required()

  static let bucket = Parameter.path(
    "bucket",
    .string(pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"),
    example: "shelf",
    unknown: .error(
      "NoSuchBucket",
      probes: [.probe("no-bucket", "no-such-bucket", why: "is no bucket")]
    )
  )

  static let key = Parameter.path(
    "key",
    .string(length: 1...1024),
    example: "a/b.txt",
    unknown: .error("NoSuchKey", probes: [.probe("no-key", "no/such key", why: "is no key")])
  )

  static let entityTag = Schema.string(pattern: #"^"[0-9a-f]{32}(-[0-9]+)?"$"#)

  static let namespace = "http://s3.amazonaws.com/doc/2006-03-01/"

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
      .query("prefix", .string),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("Name", .nonEmptyString), .optional("Prefix", .string),
            .required("KeyCount", .integer(in: 0...)), .required("MaxKeys", .integer(in: 0...1000)),
            .required("IsTruncated", .boolean),
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
      .example("of-a-folder", query: ["prefix": "a/"]),
    ]
  )

  static let object = Contract(
    "objects.get",
    "Returns an object.",
    document: "API_GetObject",
    effect: .readOnly,
    routes: [.get("/{bucket}/{+key}")],
    credential: known,
    parameters: [bucket, key],
    responses: [
      .status(
        .ok,
        .bytes(),
        in: ["bytes"],
        headers: [
          .required("ETag", entityTag), .required("Last-Modified", .string(pattern: " GMT$")),
        ]
      )
    ],
    errors: [.named("NoSuchKey", .byRequest), .named("NoSuchBucket", .byRequest)],
    examples: [.example("a-file")],
    relations: [
      .relation("again", "An object does not change by itself.", .sameReadTwice),
      .relation("not-modified", "What is known is not sent again.", .notModified(.entityTag)),
      .relation("ranges", "Parts of an object are served.", .ranges),
    ]
  )

  static let objectThere = Contract(
    "objects.head",
    "Says whether there is an object.",
    document: "API_HeadObject",
    effect: .readOnly,
    routes: [.head("/{bucket}/{+key}")],
    credential: known,
    parameters: [
      .path("bucket", .nonEmptyString, example: "shelf"),
      .path(
        "key",
        .string(length: 1...1024),
        example: "a/b.txt",
        unknown: .status(
          .notFound,
          allowsEmptyBody: true,
          probes: [.probe("no-key", "none", why: "is no key")]
        )
      ),
    ],
    responses: [
      .status(
        .ok,
        .unspecified,
        headers: [
          .required("ETag", entityTag), .required("Content-Length", .string(pattern: "^[0-9]+$")),
        ]
      )
    ],
    examples: [.example("a-file")]
  )

  static let put = Contract(
    "objects.put",
    "Stores an object.",
    document: "API_PutObject",
    effect: .changesState,
    routes: [.put("/{bucket}/{+key}")],
    credential: known,
    parameters: [bucket, .path("key", .string(length: 1...1024), example: "new/file.txt")],
    body: .body(.string, in: ["bytes"]),
    responses: [.status(.ok, .empty, headers: [.required("ETag", entityTag)])],
    errors: [.named("NoSuchBucket", .byRequest)],
    examples: [.example("a-file", in: "bytes", body: "what is kept", changesState: true)],
    relations: [.relation("twice", "An object may be put twice.", .idempotent())]
  )

  static let delete = Contract(
    "objects.delete",
    "Deletes an object, or does nothing where there is none.",
    document: "API_DeleteObject",
    effect: .changesState,
    routes: [.delete("/{bucket}/{+key}")],
    credential: known,
    parameters: [bucket, .path("key", .string(length: 1...1024), example: "d.txt")],
    responses: [.status(.noContent, .empty)],
    errors: [.named("NoSuchBucket", .byRequest)],
    examples: [
      .example("a-file", changesState: true),
      .example("nothing", path: ["key": "no/such key"], changesState: true),
    ]
  )
}
