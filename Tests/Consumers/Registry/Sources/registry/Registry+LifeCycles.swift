import Accord

/// What becomes of uploads, of blobs in other repositories, and of manifests.
extension Registry {
  static let upload = LifeCycle.lifeCycle(
    "upload",
    of: "upload",
    states: ["open", "finished", "cancelled", .gone],
    from: .made(.step("begin", "uploads.begin", arguments: ["name": ownName], outputs: beginnings)),
    transitions: [
      .transition(
        .step(
          "finish",
          "uploads.finish",
          example: "of-no-upload",
          arguments: ["digest": layer.operand],
          content: .bytes(layer.bytes),
          target: .identity("place"),
          expect: .response("success")
        ),
        from: "open",
        to: "finished"
      ),
      .transition(cancel("cancel", .identity("place")), from: "open", to: "cancelled"),
      .transition(
        .step(
          "delete",
          "blobs.delete",
          arguments: ["name": .identity("name"), "digest": layer.operand]
        ),
        from: "finished",
        to: .gone
      ),
    ],
    refusals: [
      .refused("finish", in: "finished", "cancelled", .gone, by: ended),
      .refused("cancel", in: "finished", "cancelled", .gone, by: ended),
      .refused("delete", in: "open", "cancelled", .gone, by: .refused("parameter/digest/unknown")),
    ],
    views: [
      .read(
        .step(
          "status",
          "uploads.status",
          example: "of-no-upload",
          target: .identity("place"),
          expect: .response("success")
        ),
        refusals: [.hidden(in: "finished", "cancelled", .gone, by: ended)]
      ),
      .read(
        .step(
          "read",
          "blobs.get",
          arguments: ["name": .identity("name"), "digest": layer.operand]
        ),
        refusals: [
          .hidden(in: "open", "cancelled", .gone, by: .refused("parameter/digest/unknown"))
        ]
      ),
    ],
    written: [.written(.root, by: "finish", in: "read")],
    cleanUp: [
      cancel("cancel", .identity("place")),
      .step(
        "delete",
        "blobs.delete",
        arguments: ["name": .identity("name"), "digest": layer.operand]
      ),
    ]
  )

  private static let ended = Workflow.Step.Expectation.refused("parameter/reference/unknown")

  static let mount = LifeCycle.lifeCycle(
    "mount",
    of: "mounted blob",
    states: ["there", .gone],
    from: .made(
      .step(
        "mount",
        "uploads.begin",
        arguments: [
          "name": ownName, "mount": .given("layer", field: "digest"),
          "from": .given("layer", field: "name"),
        ],
        expect: .response("made"),
        outputs: beginnings
      )
    ),
    transitions: [
      .transition(
        .step(
          "delete",
          "blobs.delete",
          arguments: ["name": .identity("name"), "digest": .given("layer", field: "digest")]
        ),
        from: "there",
        to: .gone
      )
    ],
    refusals: [.refused("delete", in: .gone, by: .refused("parameter/digest/unknown"))],
    views: [
      .read(
        .step(
          "read",
          "blobs.get",
          arguments: ["name": .identity("name"), "digest": .given("layer", field: "digest")]
        ),
        refusals: [.hidden(in: .gone, by: .refused("parameter/digest/unknown"))]
      ),
      .read(.step("follow", "blobs.get", target: .identity("place")), leavesOpen: [.gone]),
    ]
  )

  static let manifestLife = LifeCycle.lifeCycle(
    "manifest",
    of: "manifest",
    states: ["there", .gone],
    from: .made(
      .step(
        "push",
        "manifests.put",
        arguments: ["reference": .unique(prefix: "t", suffix: "")],
        bodyValues: [.at(title, .unique(prefix: "tools-", suffix: ""))],
        outputs: [
          .output("tag", .requestParameter("reference"), tag),
          .output("title", .requestBody(title), .nonEmptyString),
          .output("digest", .header("Docker-Content-Digest"), digest),
        ]
      )
    ),
    transitions: [
      .transition(
        .step(
          "push again",
          "manifests.put",
          arguments: ["reference": .identity("tag")],
          bodyValues: [.at(title, .identity("title"))]
        ),
        from: "there",
        .gone,
        to: "there",
        repeated: .asDocumented
      ),
      .transition(
        .step("delete", "manifests.delete", arguments: ["reference": .identity("digest")]),
        from: "there",
        to: .gone
      ),
    ],
    refusals: [.refused("delete", in: .gone, by: noManifest)],
    views: [
      .read(
        .step("by tag", "manifests.get", arguments: ["reference": .identity("tag")]),
        refusals: [.hidden(in: .gone, by: noManifest)]
      ),
      .read(
        .step("by digest", "manifests.get", arguments: ["reference": .identity("digest")]),
        refusals: [.hidden(in: .gone, by: noManifest)]
      ),
      .list(.step("list", "tags.list"), items: "/tags", identity: .root, named: "tag"),
    ],
    written: [
      .written(title, by: "make", in: "by tag"), .written(title, by: "make", in: "by digest"),
    ]
  )

  private static let noManifest = Workflow.Step.Expectation.refused("parameter/reference/unknown")

  private static let title: JSONPointer = "/annotations/org.opencontainers.image.title"
}
