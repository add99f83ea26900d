import Accord

extension Storage {
  static let object = Contract(
    "objects.get",
    "Returns an object.",
    document: "API_GetObject",
    effect: .readOnly,
    routes: [.get("/{bucket}/{+key}")],
    credential: known,
    headers: [.optional("If-Match", .string)],
    parameters: [bucket, key],
    responses: [
      .status(
        .ok,
        .bytes(),
        in: ["bytes"],
        headers: tagged + [.required("Last-Modified", .string(pattern: " GMT$"))]
      )
    ],
    errors: [
      .named("NoSuchKey", .byRequest), .named("NoSuchBucket", .byRequest),
      .named("PreconditionFailed", .byExample),
    ],
    examples: [.example("a-file")],
    relations: [
      .relation("again", "An object does not change by itself.", .sameReadTwice),
      .relation("not-modified", "What is known is not sent again.", .notModified(.entityTag)),
      .relation(
        "not-modified-since",
        "What was not changed since is not sent again.",
        .notModified(.lastModified)
      ),
      .relation("ranges", "Parts of an object are served.", .ranges),
      .relation("head", "HEAD answers what GET would.", .headAnswersAsGet),
    ]
  )

  static let objectThere = Contract(
    "objects.head",
    "Says whether there is an object.",
    document: "API_HeadObject",
    effect: .readOnly,
    routes: [.head("/{bucket}/{+key}")],
    credential: known,
    parameters: [bucket, key],
    responses: [
      .status(
        .ok,
        .unspecified,
        headers: tagged + [.required("Content-Length", .string(pattern: "^[0-9]+$"))]
      )
    ],
    errors: [.named("NoSuchKey", .byRequest), .named("NoSuchBucket", .byRequest)],
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
    responses: [.status(.ok, .empty, headers: tagged)],
    errors: [.named("NoSuchBucket", .byRequest)],
    examples: [.example("a-file", in: "bytes", body: "what is kept", changesState: true)],
    relations: [
      .relation("twice", "An object may be put twice.", .idempotent()),
      .relation("kept", "What was put is got.", .readsBack(by: "objects.get")),
    ]
  )

  static let delete = Contract(
    "objects.delete",
    "Deletes an object, or does nothing where there is none.",
    document: "API_DeleteObject",
    effect: .changesState,
    routes: [.delete("/{bucket}/{+key}")],
    credential: known,
    parameters: [bucket, .path("key", .string(length: 1...1024), example: "new/file.txt")],
    responses: [.status(.noContent, .empty)],
    errors: [.named("NoSuchBucket", .byRequest)],
    examples: [.example("nothing", path: ["key": "no/such key"], changesState: true)]
  )
}
