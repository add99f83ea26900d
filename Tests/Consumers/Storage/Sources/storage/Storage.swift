import Accord
import AccordCommand

/// A part of Amazon S3's API, as its reference has it: buckets, objects, and uploads in parts.
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
    givens: [
      .given(
        "shelf",
        bucketName,
        "A bucket with the objects a/b.txt, c.txt, d.txt, e.txt and f.txt.",
        madeBy: .workflow("fill-a-bucket", giving: .output("bucket", of: "make"))
      )
    ],
    contracts: [
      buckets, putBucket, bucketThere, deleteBucket, objects, object, objectThere, put, delete,
      beginUpload, putPart, uploads, completeUpload, abortUpload,
    ],
    workflows: [fillABucket, uploadInParts, partsTooSmall, listAfter, getIfMatch],
    lifeCycles: [bucketLife, objectLife, uploadLife]
  )
  .mocked(by: StorageMock())

  static let errors = ErrorCatalogue(
    entries: [
      .entry("NoSuchKey", statuses: .exactly(.notFound)),
      .entry("NoSuchBucket", statuses: .exactly(.notFound)),
      .entry("NoSuchUpload", statuses: .exactly(.notFound)),
      .entry("BucketNotEmpty", statuses: .exactly(.conflict)),
      .entry("InvalidBucketName", statuses: .exactly(.badRequest)),
      .entry("InvalidArgument", statuses: .exactly(.badRequest)),
      .entry("InvalidPart", statuses: .exactly(.badRequest)),
      .entry("EntityTooSmall", statuses: .exactly(.badRequest)),
      .entry("PreconditionFailed", statuses: .exactly(.preconditionFailed)),
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

  static let namespace = "http://s3.amazonaws.com/doc/2006-03-01/"

  static let bucketName = Schema.string(pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")

  /// A bucket that is there.
  static let bucket = Parameter.path(
    "bucket",
    bucketName,
    example: .given("shelf"),
    unknown: .error(
      "NoSuchBucket",
      allowsEmptyBody: true,
      probes: [.probe("no-bucket", "no-such-bucket", why: "is no bucket")]
    )
  )

  /// An object that is there.
  static let key = Parameter.path(
    "key",
    .string(length: 1...1024),
    example: "a/b.txt",
    unknown: .error(
      "NoSuchKey",
      allowsEmptyBody: true,
      probes: [.probe("no-key", "no/such key", why: "is no key")]
    )
  )

  static let entityTag = Schema.string(pattern: #"^"[0-9a-f]{32}(-[0-9]+)?"$"#)

  /// A bucket that nobody else has.
  static let ownBucket = Operand.unique(prefix: "accord-", suffix: "")

  static let tagged: [HeaderRule] = [.required("ETag", entityTag)]
}
