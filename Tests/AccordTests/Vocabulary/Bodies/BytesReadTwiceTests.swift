import Accord
import Synchronization
import Testing

/// What only its bytes tell is the same twice if its bytes are.
@Suite("Bytes that are read twice are compared")
struct BytesReadTwiceTests {
  static let picture = VocabularyRun(
    suite: ContractSuite(
      "pictures",
      name: "Pictures",
      "Keeps pictures.",
      formats: [Format("png", .bytes, mediaType: "image/png")],
      contracts: [
        Contract(
          "pictures.get",
          "Returns a picture.",
          document: "pictures.txt",
          effect: .readOnly,
          routes: [.get("/picture")],
          responses: [.status(.ok, .bytes(), in: ["png"])],
          examples: [.example("it")],
          relations: [.relation("again", "A picture stays as it is.", .sameReadTwice)]
        )
      ]
    )
  )

  /// A server that gives one picture after the other, and again the last one.
  private func found(_ pictures: [[UInt8]]) async throws -> [String] {
    let rest = Mutex(pictures)
    return try await Self.picture.against { _ in
      let body = rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
      return Exchange.Response(
        status: 200,
        reason: "OK",
        fields: [Field("Content-Type", "image/png")],
        body: body
      )
    }.map(\.description)
  }

  @Test func sameBytesConform() async throws {
    #expect(try await found([[0x89, 0x50, 0, 0xFF]]) == [])
  }

  @Test func otherBytesAreFound() async throws {
    // Whichever of the three the example gets, the two others differ.
    let found = try await found([[0x89, 1, 2], [0x89, 1, 3], [0x89, 1, 4]])
    #expect(
      found == [
        "pictures.get/relation/again: same-read-twice: response body: expected the same 3 bytes, "
          + "as in step 1 (first), found other bytes from number 3"
      ]
    )
  }

  @Test func fewerBytesAreFound() async throws {
    let found = try await found([[0x89, 1, 2, 3], [0x89, 1, 2], [0x89, 1]])
    #expect(found.count == 1)
    let end = found.first.map { $0.suffix("found 2 bytes".count) }
    #expect(end == "found 3 bytes" || end == "found 2 bytes")
  }
}
