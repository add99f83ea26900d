extension Change {
  /// What a change means for whom, and what to do.
  var consequence: String {
    switch level {
    case .none, .harmless: return harmless
    case .dangerous: return dangerous
    case .breaking: return breaking
    }
  }

  private var harmless: String {
    switch difference {
    case .documentation: "It says nothing else to a client."
    case .lifeCycle(.deprecated): "Clients should plan to leave it."
    default: "Clients need not change."
    }
  }

  private var dangerous: String {
    switch difference {
    case .undecided:
      "Whether all that was allowed still is cannot be decided from the schemas: try it with both."
    case .unread: "Whether it changed is not known: correct the document, and compare again."
    case .removed(.property, _, _), .removed(.requiredProperty, _, _):
      direction == .sent
        ? "Clients may send it still, and it no longer has an effect: tell them, or keep it."
        : "Clients that rely on it find it missing: tell them, or keep it."
    case .removed(.parameter, _, _):
      "Clients may send it still, and it no longer has an effect: tell them, or keep it."
    case .limit(_, nil, _, _):
      "If it was not held before, clients that go beyond it are refused now: check what they send."
    default:
      direction == .sent
        ? "Clients that send what was allowed may be refused: check what they send."
        : "Clients may get what the old contract ruled out: check what they rely on."
    }
  }

  private var breaking: String {
    switch difference {
    case .lifeCycle(.sunsetUnreadable), .lifeCycle(.stabilityUnknown):
      return "Nobody can tell how long it stays: write a date (RFC 3339), or a level that is known."
    case .lifeCycle(.sunsetMissing), .lifeCycle(.sunsetTooSoon), .lifeCycle(.sunsetEarlier),
      .lifeCycle(.sunsetDeleted):
      return "Clients have less time than they were promised: give a day that leaves it to them."
    case .lifeCycle: return "Clients can rely on it less than they were told: keep the level."
    case .removed(_, _, .before):
      return "Clients were told that they have until then: keep it up to that day."
    case .removed(.endpoint, _, _), .removed(.path, _, _):
      return "Clients that call it are refused: keep it, or deprecate it first with a sunset date."
    case .removed(.webhook, _, _), .removed(.callback, _, _):
      return "Clients that wait for it are no longer called: keep it, or agree on an end."
    case .removed(.successStatus, _, _):
      return "Clients that wait for it do not get it any more: keep it, or version the operation."
    case .added(.security, _), .removed(.security, _, _), .added(.scope, _):
      return "Clients that are known as before are refused: go on to accept what they send."
    case .becameRequired where direction == .sent:
      return "Clients that leave it out are refused: keep it optional, or give it a default."
    case .becameOptional where direction == .received:
      return "Clients that rely on it find it missing: go on to send it always."
    default:
      return direction == .sent
        ? "Clients that send what was allowed are refused or misread: accept it still, or version the "
          + "operation."
        : "Clients may get what the old contract ruled out: keep to it, or version the operation."
    }
  }
}
