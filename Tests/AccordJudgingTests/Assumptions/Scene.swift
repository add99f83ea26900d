@testable import AccordJudging
import AccordModel
import AccordSchema
import HTTPTypes

/// A right answer, in which an assumption and something stated can be broken at once.
struct Scene {
  var rule = BookShop.get.responses[0]
  var format = BookShop.json
  var formatBasis = Basis.stated
  var refusal: Refusal?
  var response = Exchange.Response.json(JudgeTests.book)
  /// The answer to the same read a second time, where that is looked at.
  var again: Exchange.Response?

  static let open = Basis.assumption("The page does not say.")

  /// A right refusal.
  static func refused(_ refusal: Refusal) -> Scene {
    var scene = Scene()
    scene.refusal = refusal
    scene.response = .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401)
    return scene
  }

  private var expectation: Case.Expectation {
    var expectation = refusal.map { BookShop.refused($0, in: format) } ?? BookShop.found(in: format)
    if refusal == nil { expectation.outcome = .success(rule) }
    expectation.formatClause = Clause(
      "format/fallback",
      "An answer is in JSON.",
      basis: formatBasis,
      source: SourceLine(fileID: "AccordJudging/BookShop.swift", line: 1)
    )
    return expectation
  }

  /// The judgement of the answer, or of both.
  func judgement(isStrict: Bool = false) -> Judgement {
    let turns = ([response] + (again.map { [$0] } ?? [])).map { response in
      Turn.get(expecting: expectation, response)
    }
    let judge = Judge(isStrict: isStrict)
    guard turns.count > 1 else {
      return judge.judge(.answer("scene", to: expectation, response))
    }
    return judge.judge(.relation("scene", .sameReadTwice, of: BookShop.get, turns))
  }

  /// Changes every answer.
  mutating func change(_ edit: (inout Exchange.Response) -> Void) {
    edit(&response)
    if var second = again {
      edit(&second)
      again = second
    }
  }

  /// Sets the Content-Type of every answer.
  mutating func label(_ type: String?) {
    change { response in
      response.fields.removeAll { $0.name == "Content-Type" }
      if let type { response.fields.append(Field("Content-Type", type)) }
    }
  }

  /// Sets the content of every answer.
  mutating func write(_ bytes: [UInt8]) { change { $0.body = bytes } }
}

/// One thing that is wrong with a scene, with the rule that says so.
struct Flaw: Sendable {
  var name: String
  var tier: RuleGroup.Tier
  var rule: String
  var place: String?
  var apply: @Sendable (inout Scene) -> Void

  init(
    _ name: String,
    _ tier: RuleGroup.Tier,
    _ rule: String,
    at place: String? = nil,
    apply: @escaping @Sendable (inout Scene) -> Void
  ) {
    self.name = name
    self.tier = tier
    self.rule = rule
    self.place = place
    self.apply = apply
  }
}

extension Flaw {
  /// What breaks an assumption and nothing else.
  static let assumptions: [Flaw] = [
    Flaw("a header value outside ASCII", .framing, "message-framing") {
      $0.change { response in
        response.deviations.append(
          Exchange.Response.Deviation(
            id: "RFC9110-5.5-non-ascii",
            sentence: "A value is limited to ASCII.",
            isRecommendation: true
          )
        )
      }
    },
    Flaw("TLS that ends without close_notify", .framing, "message-framing") {
      $0.change { response in
        response.deviations.append(
          Exchange.Response.Deviation(
            id: "RFC9112-9.8-tls-incomplete-close",
            sentence: "An alert is sent.",
            isRecommendation: true
          )
        )
      }
    },
    Flaw("another status of success", .outcome, "status-is-declared") {
      $0.rule.clause.basis = Scene.open
      $0.change { $0.status = 201 }
    },
    Flaw("a field that is missing", .fields, "response-headers", at: "response header X-Shelf") {
      $0.rule.headers.append(.required("X-Shelf", basis: Scene.open))
    },
    Flaw("no charset", .label, "charset-matches-format") {
      $0.format.charsetBasis = Scene.open
      $0.label("application/json")
    },
    Flaw("another charset", .label, "charset-matches-format") {
      $0.format.charsetBasis = Scene.open
      $0.label("application/json; charset=us-ascii")
    },
    Flaw("no Content-Type", .label, "content-type-matches-format") {
      $0.formatBasis = Scene.open
      $0.label(nil)
    },
    Flaw("another Content-Type", .label, "content-type-matches-format") {
      $0.formatBasis = Scene.open
      $0.label("text/plain")
    },
    Flaw("a name that stands twice", .syntax, "body-is-well-formed") { scene in
      scene.rule.contentClause.basis = Scene.open
      scene.change { $0.body = Array(#"{"shelf":1,"shelf":1,"#.utf8) + $0.body.dropFirst() }
    },
    Flaw("a reading that is wrong", .content, "body-matches-schema", at: "response body /note") {
      scene in
      scene.rule.readings.append(
        .reading(
          "note-is-short",
          "A note is short.",
          .object([.optional("note", .constant("short"))]),
          basis: Scene.open
        )
      )
      scene.change { $0.body = Array(#"{"note":"long","#.utf8) + $0.body.dropFirst() }
    },
  ]

  /// What breaks something that is stated.
  static let musts: [Flaw] =
    [
      Flaw("an undeclared status", .outcome, "status-is-declared") {
        $0.change { $0.status = 503 }
      },
      Flaw("an error in a success", .outcome, "error-in-success-status") {
        $0.write(Array(#"{"errorCode":1006,"errorMsg":"No."}"#.utf8))
      },
      Flaw("a stated field that is missing", .fields, "response-headers", at: "response header B") {
        $0.rule.headers.append(.required("B"))
      },
      Flaw("the Content-Type of HTML", .label, "content-type-matches-format") {
        $0.label("text/html")
      },
      Flaw("a stated reading", .content, "body-matches-schema", at: "response body /title") {
        $0.rule.readings.append(
          .reading(
            "title-is-long",
            "A title is long.",
            .object([.optional("title", .constant("long"))]),
            basis: .stated
          )
        )
      },
      Flaw("a member of another type", .content, "body-matches-schema", at: "response body /id") {
        scene in
        scene.change {
          $0.body = Array(
            String(decoding: $0.body, as: UTF8.self).replacing("7", with: #""7""#).utf8
          )
        }
      },
      Flaw("another answer the second time", .relation, "same-read-twice") { scene in
        var second = scene.response
        second.body = Array(
          String(decoding: second.body, as: UTF8.self).replacing("Emma", with: "Ida").utf8
        )
        scene.again = second
      },
    ] + syntaxes

  /// Bodies that cannot be read.
  static let syntaxes: [Flaw] =
    [
      ("cut off", Array(#"{"a":"#.utf8)), ("HTML", Array("<html><p>Hello".utf8)),
      ("a million brackets", [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)),
      ("not UTF-8", Array(#"{"id":7,"title":""#.utf8) + [0xE9] + Array("\"}".utf8)),
      ("a byte order mark", [0xEF, 0xBB, 0xBF] + Array(JudgeTests.book.utf8)),
      ("members twice", Array(#"{"id":7,"id":7,"title":"Emma"}"#.utf8)),
      ("nothing", []),
    ].map { name, bytes in
      Flaw(name, .syntax, "body-is-well-formed", at: "response body") { $0.write(bytes) }
    } + [
      Flaw("a coding nobody asked for", .syntax, "body-is-well-formed", at: "response body") {
        $0.change { response in
          response.fields.append(Field("Content-Encoding", "gzip"))
          response.body = [0x1F, 0x8B, 8, 0]
        }
      }
    ]
}
