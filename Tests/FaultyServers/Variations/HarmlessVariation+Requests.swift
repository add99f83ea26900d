import Accord
@testable import AccordMocking

extension HarmlessVariation {
  /// Requests whose reading the documents leave open, read in one way or another.
  static let requests: [HarmlessVariation] = tokens + parameters

  private static let tokens: [HarmlessVariation] = ["interact", "platform"].flatMap { suite in
    [
      .reading(
        "empty-fields-are-absent",
        "No document says whether an empty token is a missing or a wrong one.",
        of: suite,
        ["\(suite)/*/header-empty/*", "\(suite)/*/example/*"]
      ) { $0.fields.removeAll(where: \.value.isEmpty) },
      .reading(
        "empty-fields-are-wrong",
        "No document says whether an empty token is a missing or a wrong one.",
        of: suite,
        ["\(suite)/*/header-empty/*", "\(suite)/*/example/*"]
      ) { request in
        for index in request.fields.indices where request.fields[index].value.isEmpty {
          request.fields[index].value = "nobody"
        }
      },
    ]
  }

  private static let names = [
    "platform/*/parameter-*/*", "platform/*/several-faults/*", "platform/*/place/*",
  ]

  private static let parameters: [HarmlessVariation] = [
    .reading("the-first-of-a-name", "RFC 3986 leaves it open.", of: "platform", names) {
      $0.varyPairs { $0.keepingOneOfEach() }
    },
    .reading("the-last-of-a-name", "RFC 3986 leaves it open.", of: "platform", names) {
      $0.varyPairs { $0.reversed().keepingOneOfEach().reversed() }
    },
    .reading("all-of-a-name-with-commas", "RFC 6570 section 3.2.8.", of: "platform", names) {
      $0.varyPairs { pairs in
        pairs.keepingOneOfEach().map { pair in
          let name = pair.prefix { $0 != "=" }
          let values = pairs.filter { $0.prefix { $0 != "=" } == name }.map {
            $0.dropFirst(name.count + 1)
          }
          return "\(name)=\(values.joined(separator: ","))"
        }
      }
    },
    .reading("parameters-in-another-order", "RFC 3986: names have no order.", of: "platform", names)
    {
      $0.varyPairs { $0.reversed() }
    },
  ]
}

extension MockRequest {
  /// Changes the pairs of the query, as they were sent.
  fileprivate mutating func varyPairs(_ edit: ([String]) -> [String]) {
    guard let mark = target.firstIndex(of: "?") else { return }
    let pairs = target[target.index(after: mark)...].split(separator: "&").map(String.init)
    let kept = edit(pairs)
    guard kept != pairs else { return }
    target = String(target[..<mark]) + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }
}

extension [String] {
  /// The first pair of each name.
  fileprivate func keepingOneOfEach() -> [String] {
    var names: Set<Substring> = []
    return filter { names.insert($0.prefix { $0 != "=" }).inserted }
  }
}
