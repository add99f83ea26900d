import Accord

/// A transport of the team's own: a server in the same process, whose clerk forgets to say his name
/// to those who come by a proxy.
struct ClerkTransport: Transport {
  func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange {
    let isThere = request.target == "/shelves/AB1"
    var fields = [Field("Content-Type", "application/json")]
    if request.fields.values(of: "X-Forwarded-For").isEmpty { fields.append(Field("Clerk", "Bo")) }
    let response = Exchange.Response(
      status: isThere ? 200 : 404,
      reason: isThere ? "OK" : "NoBook",
      fields: fields,
      body: Array((isThere ? #"{"shelf":"AB1"}"# : "{}").utf8)
    )
    return Exchange(request: request, outcome: .answered(response), timing: Exchange.Timing())
  }

  func shutdown() async {}
}
