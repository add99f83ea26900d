import Accord

/// A transport of the team's own: a server in the same process, whose clerk forgets to say his name
/// to those who come by a proxy.
struct ClerkTransport: Transport {
  func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange {
    var response = answer(request)
    if request.fields.values(of: "X-Forwarded-For").isEmpty {
      response.fields.append(Field("Clerk", "Bo"))
    }
    return Exchange(request: request, outcome: .answered(response), timing: Exchange.Timing())
  }

  private func answer(_ request: Exchange.Request) -> Exchange.Response {
    func answer(
      _ status: Int,
      _ reason: String,
      _ type: String,
      _ text: String
    ) -> Exchange.Response {
      Exchange.Response(
        status: status,
        reason: reason,
        fields: [Field("Content-Type", type)],
        body: Array(text.utf8)
      )
    }
    switch request.target {
    case "/cards": return answer(200, "OK", "text/plain", "card-7")
    case "/shelves/AB1": return answer(200, "OK", "application/json", #"{"shelf":"AB1"}"#)
    case "/shelves/AB1/label" where request.fields.values(of: "X-Card") == ["card-7"]:
      return answer(200, "OK", "text/x-label", "shelf:AB1\nbooks:12\n")
    case "/shelves/AB1/label": return answer(401, "No card", "application/json", "{}")
    default: return answer(404, "NoBook", "application/json", "{}")
    }
  }

  func shutdown() async {}
}
