import Accord

/// Objects that are uploaded in parts. The calls of an upload are told from those of objects by their query.
extension Storage {
  static let beginUpload = Contract(
    "uploads.begin",
    "Begins an upload in parts.",
    document: "API_CreateMultipartUpload",
    effect: .changesState,
    routes: [.post("/{bucket}/{+key}")],
    credential: known,
    headers: [.optional("Content-Type", .nonEmptyString)],
    parameters: [
      bucket, .path("key", .string(length: 1...1024), example: "in/parts"),
      .query("uploads", .constant(""), required: true, example: ""),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("Bucket", .nonEmptyString), .required("Key", .nonEmptyString),
            .required("UploadId", .nonEmptyString),
          ])
          .titled("InitiateMultipartUploadResult").xml(targetNamespace: namespace)
        ),
        in: ["xml"]
      )
      .tied(.value("/Bucket", is: "bucket"), .value("/Key", is: "key"))
    ],
    errors: [.named("NoSuchBucket", .byRequest)],
    examples: [.example("an-upload", headers: ofBytes, changesState: true)]
  )

  static let putPart = Contract(
    "uploads.part",
    "Stores a part of an upload.",
    document: "API_UploadPart",
    effect: .changesState,
    routes: [.put("/{bucket}/{+key}")],
    credential: known,
    parameters: [
      shelf, .path("key", .string(length: 1...1024), example: "in/parts"),
      .query("partNumber", .integer(in: 1...10_000), required: true, example: 1), uploadID,
    ],
    body: .body(.string, in: ["bytes"]),
    responses: [.status(.ok, .empty, headers: tagged)],
    errors: [.named("NoSuchUpload", .byExample)],
    examples: [.example("of-no-upload", in: "bytes", body: "x", expect: noUpload)]
  )

  static let uploads = Contract(
    "uploads.list",
    "Returns the uploads of a bucket that were begun and not ended.",
    document: "API_ListMultipartUploads",
    effect: .readOnly,
    routes: [.get("/{bucket}")],
    credential: known,
    parameters: [bucket, .query("uploads", .constant(""), required: true, example: "")],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("Bucket", .nonEmptyString), .required("IsTruncated", .boolean),
            .optional(
              "Upload",
              .array(
                of: .object([
                  .required("UploadId", .nonEmptyString), .required("Key", .nonEmptyString),
                  .required("Initiated", .dateTime),
                ])
              ).xml(wrapped: false)
            ),
          ])
          .titled("ListMultipartUploadsResult").xml(targetNamespace: namespace)
        ),
        in: ["xml"]
      )
      .tied(.value("/Bucket", is: "bucket"))
    ],
    errors: [.named("NoSuchBucket", .byRequest)],
    examples: [.example("all")]
  )

  static let completeUpload = Contract(
    "uploads.complete",
    "Makes an object of the parts of an upload.",
    document: "API_CompleteMultipartUpload",
    effect: .changesState,
    routes: [.post("/{bucket}/{+key}")],
    credential: known,
    parameters: [shelf, .path("key", .string(length: 1...1024), example: "in/parts"), uploadID],
    body: .body(
      .object([
        .required(
          "Part",
          .array(
            of: .object([
              .required("ETag", entityTag), .required("PartNumber", .integer(in: 1...10_000)),
            ])
          ).xml(wrapped: false)
        )
      ])
      .titled("CompleteMultipartUpload").xml(targetNamespace: namespace),
      in: ["xml"]
    ),
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("Location", .nonEmptyString), .required("Bucket", .nonEmptyString),
            .required("Key", .nonEmptyString), .required("ETag", entityTag),
          ])
          .titled("CompleteMultipartUploadResult").xml(targetNamespace: namespace)
        ),
        in: ["xml"]
      )
      .tied(.value("/Bucket", is: "bucket"), .value("/Key", is: "key"))
    ],
    errors: [
      .named("NoSuchUpload", .byExample), .named("InvalidPart", .byExample),
      .named("EntityTooSmall", .byExample),
    ],
    examples: [
      .example("of-no-upload", body: parts([small.tag]), expect: noUpload)
    ]
  )

  static let abortUpload = Contract(
    "uploads.abort",
    "Ends an upload and keeps nothing of it.",
    document: "API_AbortMultipartUpload",
    effect: .changesState,
    routes: [.delete("/{bucket}/{+key}")],
    credential: known,
    parameters: [shelf, .path("key", .string(length: 1...1024), example: "in/parts"), uploadID],
    responses: [.status(.noContent, .empty)],
    errors: [.named("NoSuchUpload", .byExample)],
    examples: [.example("of-no-upload", expect: noUpload)]
  )

  /// Of an upload that is not there nobody asks in which bucket.
  private static let shelf = Parameter.path("bucket", bucketName, example: .given("shelf"))

  /// What an upload begins with is what the object has.
  static let ofBytes: Arguments = ["Content-Type": "application/octet-stream"]

  static let noUpload = Example.Outcome.refusal(.error("NoSuchUpload"))

  static var uploadID: Parameter {
    .query(
      "uploadId",
      .nonEmptyString,
      required: true,
      example: "no-such-upload",
      unknown: .error("NoSuchUpload")
    )
  }

  /// The parts of an upload by their tags, in their order.
  static func parts(_ tags: [String]) -> JSON {
    [
      "Part": .array(
        zip(1..., tags).map { number, tag in
          ["ETag": .string(tag), "PartNumber": .number(JSONNumber(number))]
        }
      )
    ]
  }

  /// A part with its tag, which is its digest by MD5.
  static let small = (
    bytes: Array("what is kept in parts".utf8), tag: "\"1e9166692f07a1dd166d2c41903dfdb0\""
  )
}
