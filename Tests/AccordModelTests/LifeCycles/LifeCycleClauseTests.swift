import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@Suite("What a life cycle promises")
struct LifeCycleClauseTests {
  private static let lamp = LifeCycle.lifeCycle(
    "lamp",
    of: "lamp",
    states: ["off", "on", "broken", .gone],
    from: .made(.step("buy", "lamps.add", outputs: [.output("id", .body("/id"))])),
    transitions: [
      .transition(step("switch"), from: "off", to: "on", repeated: .asDocumented),
      .transition(step("drop"), from: "off", "on", to: "broken"),
      .transition(step("remove"), from: "broken", to: .gone),
    ],
    refusals: [
      .refused("switch", in: "broken", .gone, by: .refused("parameter/id/unknown")),
      .refused(
        "remove",
        in: "on",
        by: .refusal(.status(.conflict), because: "removes what is hot"),
        basis: .assumption("It is hot.")
      ),
    ],
    views: [
      .read(
        step("get"),
        state: "/is",
        values: [.value(true, for: "on"), .value(false, for: "off")],
        refusals: [.hidden(in: .gone, by: .refused("parameter/id/unknown"))],
        leavesOpen: ["broken"]
      ),
      .list(step("list"), items: "/lamps", identity: "/id", omits: ["broken", .gone]),
    ],
    written: [.written("/colour", by: "make", in: "get")]
  )

  private static func step(_ name: String) -> Workflow.Step {
    .step(name, "lamps.\(name)", arguments: ["id": .identity("id")])
  }

  @Test("Each promise has an identifier and a sentence")
  func clauses() {
    let clauses = Self.lamp.clauses
    #expect(
      clauses.map { "\($0.id): \($0.sentence)" } == [
        "life-cycle/lamp/beginning: A new lamp is off.",
        "life-cycle/lamp/switch: A lamp that is off is on after switch.",
        "life-cycle/lamp/switch/repeated: To repeat switch changes no lamp.",
        "life-cycle/lamp/drop: A lamp that is off or on is broken after drop.",
        "life-cycle/lamp/remove: A lamp that is broken is gone after remove.",
        """
        life-cycle/lamp/switch/refused-in-broken-gone: switch of a lamp that is broken or gone is \
        refused, and changes nothing.
        """,
        """
        life-cycle/lamp/remove/refused-in-on: remove of a lamp that is on is refused, and changes \
        nothing.
        """,
        "life-cycle/lamp/remove/refused-in-on/refused: remove of a lamp that is on is refused.",
        """
        life-cycle/lamp/remove/refused-in-on/named: remove of a lamp that is on is refused with 409.
        """,
        "life-cycle/lamp/get: get shows the state of a lamp at /is.",
        """
        life-cycle/lamp/list: list contains each lamp once as it is, and none that is broken or \
        gone.
        """,
        """
        life-cycle/lamp/written/make/colour/get: What make writes to /colour of a lamp is what get \
        has at /colour.
        """,
        "life-cycle/lamp/apart: What is done to one lamp shows on no other.",
        "life-cycle/lamp/unchanged: A request that is refused changes no lamp.",
      ]
    )
    #expect(
      clauses.filter { !$0.basis.isStated }.map(\.id) == ["life-cycle/lamp/remove/refused-in-on"]
    )
    #expect(Self.lamp.contract == "lamps.add")
  }

  @Test("A view shows, refuses, omits or leaves open")
  func sights() {
    let get = Self.lamp.views[0]
    #expect(get.sight(of: "on") == .shown(true))
    #expect(get.sight(of: "off") == .shown(false))
    #expect(get.sight(of: "broken") == .open)
    #expect(get.sight(of: .gone) == .refused(.refused("parameter/id/unknown")))
    let list = Self.lamp.views[1]
    #expect(list.sight(of: "on") == .shown(nil))
    #expect(list.sight(of: "broken") == .omitted)
  }

  @Test("Ways are the shortest, by the transitions declared first")
  func ways() {
    let ways = Self.lamp.ways.map { "\($0.state): \($0.way.map(\.step.id).joined(separator: " "))" }
    #expect(ways == ["off: ", "on: switch", "broken: drop", "gone: drop remove"])
    #expect(Self.lamp.way(from: .gone) { $0 == "off" } == nil)
  }

  @Test(
    "What is asserted is seen in an answer",
    arguments: [
      (#"{"lamps":[{"id":7,"is":true}]}"#, true, true, false),
      (#"{"lamps":[{"id":"7","is":false}]}"#, true, false, false),
      (#"{"lamps":[]}"#, false, false, true),
      (#"{"lamps":[{"id":7},{"id":7}]}"#, false, false, false),
      (#"{"lamps":[{"id":8,"is":true}]}"#, false, false, true),
    ]
  )
  func seen(_ body: String, _ isContained: Bool, _ isOn: Bool, _ isOmitted: Bool) {
    let request = Exchange.Request(
      origin: "http://lamps.example",
      method: "POST",
      target: "/lamps",
      fields: []
    )
    let made = Exchange.Response(status: 201, fields: [], body: Array(#"{"id":7}"#.utf8))
    let listed = Exchange.Response(status: 200, fields: [], body: Array(body.utf8))
    let item = StateAssertion.Item(
      items: "/lamps",
      pointer: "/id",
      identity: Output(.body("/id"), ofStep: 0)
    )
    func isSeen(_ kind: StateAssertion.Kind) -> Bool? {
      StateAssertion(kind, ofStep: 1, item: item, by: Self.lamp.clause)
        .isSeen(in: listed, of: [Exchange(request: request, outcome: .answered(made))])
    }
    #expect(isSeen(.contains) == isContained)
    #expect(isSeen(.shows(true, at: "/is")) == isOn)
    #expect(isSeen(.omits) == isOmitted)
    #expect(isSeen(.unchanged(since: 0, .refusal, ignoring: [])) != true)
  }
}
